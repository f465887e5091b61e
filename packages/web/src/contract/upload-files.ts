import { api, read } from "../client/api.ts";
import { putByForm, typeOfFile } from "../client/upload.ts";
import type { KeptFile } from "../ui/command-dialog.tsx";
import { ofPartner, type Place } from "./contract-place.ts";

/** Puts files in with the agency, one after another; answers them as commands name them. */
export async function uploadFiles(
  place: Place,
  files: readonly File[],
  progress: (part: number) => void,
): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  const types = files.map(typeOfFile);
  for (const [at, file] of files.entries()) {
    const contentType = types[at] ?? typeOfFile(file);
    const json = { contentType, bytes: file.size };
    const param =
      place.side === "partner" ? { contractId: place.contractId, agencyId: place.agencyId } : undefined;
    const form =
      param === undefined
        ? await read(api.v1.uploads.$post({ json }))
        : await read(ofPartner.uploads.$post({ param, json }));
    await putByForm(form, file, (part) => progress((at + part) / files.length));
    const taken = { id: form.id };
    const { hash } =
      param === undefined
        ? await read(api.v1.uploads.taken.$post({ json: taken }))
        : await read(ofPartner.uploads.taken.$post({ param, json: taken }));
    kept.push({ file: hash, name: file.name });
  }
  return kept;
}

/** Files that a dialog asks for, put in with the agency of a contract. */
export function filesTo(place: Place, label: string, required = false) {
  return {
    label,
    required,
    upload: (files: readonly File[], progress: (part: number) => void) => uploadFiles(place, files, progress),
  };
}
