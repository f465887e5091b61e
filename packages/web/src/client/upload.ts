import { currentLanguage } from "../words/language.ts";
import { readRefusal, Refusal } from "./refusal.ts";

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

type Progress = (part: number) => void;

/** Puts a file in by its form; `progress` is told how much of it has gone, from 0 to 1. */
export async function putByForm(form: UploadForm, file: File, progress: Progress): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append("file", file);
  const { status } = await post(form.url, body, {}, progress);
  if (status >= 300)
    throw new Refusal(status, { zh: "文件没有上传成功。", en: "The file could not be put in." });
}

/**
 * Sends a file as the body of a command of the API, under a key of its own, once more where the answer got lost on the way.
 * Answers what that says. Throws Refusal.
 */
export async function sendFile(
  address: URL,
  content: Blob,
  progress: Progress,
): Promise<{ readonly json: () => unknown }> {
  const headers = {
    "content-type": content.type,
    "accept-language": currentLanguage(),
    "idempotency-key": crypto.randomUUID(),
  };
  const ask = () => post(address.href, content, headers, progress);
  const { status, responseText } = await ask().catch(ask);
  const json = (): unknown => JSON.parse(responseText);
  if (status >= 300) throw await readRefusal({ status, json: async () => json() });
  return { json };
}

function post(
  address: string,
  body: FormData | Blob,
  headers: Readonly<Record<string, string>>,
  progress: Progress,
): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      progress(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener("load", () => resolve(request));
    request.addEventListener("error", () => reject(new TypeError("the address is out of reach")));
    request.open("POST", address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.send(body);
  });
}
