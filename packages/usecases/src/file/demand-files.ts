import { DomainError } from "@luyue/core/error";
import type { Evidence } from "@luyue/core/event";
import type { Actor } from "../runtime/actor.ts";
import type { CommandContext } from "../runtime/define-command.ts";
import type { UploadedFile } from "../runtime/store.ts";

type Uploader = Pick<CommandContext, "store" | "actor">;

/** Whose uploads an actor may name: a vendor's people their vendor's, the agency's anybody's. */
function uploaderOf(actor: Actor): string | undefined {
  return actor.kind === "partner" ? actor.vendorId : undefined;
}

/**
 * The files of those hashes as they were uploaded in the tenant; to a vendor's people those that their vendor has uploaded.
 * Throws `invalid` at `<path>/<n>/file` for each that was not.
 */
export async function demandFiles(
  hashes: readonly (string | undefined)[],
  { store, actor }: Uploader,
  path: string,
): Promise<ReadonlyMap<string, UploadedFile>> {
  const named = [...new Set(hashes.filter((hash) => hash !== undefined))];
  const known = await store.getFiles(named, uploaderOf(actor));
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
  context: Uploader,
  path = "/evidence",
): Promise<void> {
  await demandFiles(
    evidence.map(({ file }) => file),
    context,
    path,
  );
}
