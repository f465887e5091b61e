import { Refusal } from "./refusal.ts";

/** A form that the API has opened for one file, on another origin. */
export interface UploadForm {
  readonly id: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

const mostFileBytes = 20 * 1024 * 1024;

export const contentTypes = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  txt: "text/plain",
  csv: "text/csv",
} as const;
export type ContentType = (typeof contentTypes)[keyof typeof contentTypes];

const isKnown = (ending: string): ending is keyof typeof contentTypes => Object.hasOwn(contentTypes, ending);

/** What a file is, by its name: browsers ask the machine that they run on, which may know nothing. Throws Refusal for what is not taken. */
export function typeOfFile({ name, size }: Pick<File, "name" | "size">): ContentType {
  const ending = name.split(".").at(-1)?.toLowerCase() ?? "";
  if (!isKnown(ending)) {
    const known = Object.keys(contentTypes).join("、");
    throw new Refusal(422, {
      zh: `“${name}”的格式不受支持，可上传：${known}。`,
      en: `“${name}” is of a kind that is not taken; these are: ${known}.`,
    });
  }
  if (size === 0 || size > mostFileBytes) {
    throw new Refusal(422, {
      zh: `“${name}”${size === 0 ? "是空文件" : "超过20 MB"}，请重新选择。`,
      en: `“${name}” ${size === 0 ? "is empty" : "is larger than 20 MB"}: choose another.`,
    });
  }
  return contentTypes[ending];
}

/** Puts a file in by its form; `progress` is told how much of it has gone, from 0 to 1. */
export function putByForm(form: UploadForm, file: File, progress: (part: number) => void): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append("file", file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      progress(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener("load", () => {
      if (request.status < 300) resolve();
      else
        reject(
          new Refusal(request.status, { zh: "文件没有上传成功。", en: "The file could not be put in." }),
        );
    });
    request.addEventListener("error", () => reject(new TypeError("the file's origin is out of reach")));
    request.open("POST", form.url);
    request.send(body);
  });
}
