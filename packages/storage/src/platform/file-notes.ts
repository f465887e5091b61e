import type { TenantStore, UploadedFile } from "@luyue/usecases/runtime";
import { fileKey, filePrefix, tenantPk } from "../item/keys.ts";
import { readFile, toFileItem } from "../item/tenant-items.ts";
import { prefixRange, type Table } from "../table/table.ts";
import { isNew } from "../table/write-action.ts";

/** What is on file of a tenant's uploads; their content is in the file store. */
export function fileStore(table: Table, tenantId: string): Pick<TenantStore, "getFiles" | "putFile"> {
  return {
    getFiles: async (hashes, by) => {
      const found = await Promise.all(hashes.map((hash) => findFile(table, tenantId, hash, by)));
      return new Map(found.flatMap((file) => (file === undefined ? [] : [[file.hash, file] as const])));
    },
    putFile: async (file) => {
      // The same content again is no conflict.
      await table.put("putFile", toFileItem(tenantId, file), isNew);
    },
  };
}

async function findFile(
  table: Table,
  tenantId: string,
  hash: string,
  by: string | undefined,
): Promise<UploadedFile | undefined> {
  if (by !== undefined) {
    const item = await table.get("getFile", fileKey(tenantId, hash, by));
    return item === undefined ? undefined : readFile(item);
  }
  const partition = tenantPk(tenantId);
  const { items } = await table.query("findFile", {
    partition,
    range: prefixRange(filePrefix(hash)),
    limit: 1,
  });
  return items[0] === undefined ? undefined : readFile(items[0]);
}
