import { DomainError } from "@luyue/core/error";
import type { Evidence } from "@luyue/core/event";
import type { CommandContext } from "../runtime/define-command.ts";
import type { StoredFile } from "../runtime/store.ts";

/** The files of those hashes as they were uploaded in the tenant. Throws `invalid` at `<path>/<n>/file` for each that was not. */
export async function demandFiles(
  hashes: readonly (string | undefined)[],
  { store }: Pick<CommandContext, "store">,
  path: string,
): Promise<ReadonlyMap<string, StoredFile>> {
  const named = [...new Set(hashes.filter((hash) => hash !== undefined))];
  const known = await store.getFiles(named);
  const faults = hashes.flatMap((hash, at) =>
    hash === undefined || known.has(hash)
      ? []
      : [
          {
            path: `${path}/${at}/file`,
            reason: { zh: "该文件尚未上传", en: "this file has not been uploaded" },
          },
        ],
  );
  if (faults.length === 0) return known;
  throw new DomainError("invalid", { zh: "附件有误", en: "the files are not valid" }, faults);
}

/** The same for the files that pieces of evidence name. */
export async function demandEvidence(
  evidence: readonly Evidence[],
  context: Pick<CommandContext, "store">,
  path = "/evidence",
): Promise<void> {
  await demandFiles(
    evidence.map(({ file }) => file),
    context,
    path,
  );
}
