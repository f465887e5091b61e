import type { KeptFile } from "../ui/command-dialog.tsx";

export interface Evidence {
  readonly note?: string | undefined;
  readonly document?: string | undefined;
  readonly file?: string | undefined;
}

const mostName = 200;

/** What was typed and put in, as commands name it: a document with its note, and each file under its name. */
export function evidenceOf({ document, note }: Readonly<Record<string, string>>, files: readonly KeptFile[]) {
  const said = {
    ...(document === undefined ? {} : { document }),
    ...(note === undefined ? {} : { note }),
  };
  return [
    ...(Object.keys(said).length === 0 ? [] : [said]),
    ...files.map(({ file, name }) => ({ file, document: name.slice(0, mostName) })),
  ];
}
