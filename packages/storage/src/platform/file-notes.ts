import type { TenantStore, UploadedFile } from "@luyue/usecases/runtime";
import { fileKey, filePrefix, tenantPk } from "../item/keys.ts";
import { readFile, toFileItem } from "../item/tenant-items.ts";
import { prefixRange, type Table } from "../table/table.ts";
import { isNew } from "../table/write-action.ts";

/** How many are looked up at a time: one request takes no more of the store than this. */
const atOnce = 20;

/** What is on file of a tenant's uploads; their content is in the file store. */
export function fileStore(table: Table, tenantId: string): Pick<TenantStore, "getFiles" | "putFile"> {
  return {
    getFiles: async (hashes, by) => {
      const found = new Map<string, UploadedFile>();
      for (let at = 0; at < hashes.length; at += atOnce) {
        const some = hashes.slice(at, at + atOnce);
        const files = await Promise.all(some.map((hash) => findFile(table, tenantId, hash, by)));
        for (const file of files) if (file !== undefined) found.set(file.hash, file);
      }
      return found;
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
