import type { TenantStore } from "@luyue/usecases/runtime";
import { fileKey } from "../item/keys.ts";
import { readFile, toFileItem } from "../item/tenant-items.ts";
import type { Table } from "../table/table.ts";
import { isNew } from "../table/write-action.ts";

/** What is on file of a tenant's uploads; their content is in the file store. */
export function fileStore(table: Table, tenantId: string): Pick<TenantStore, "getFiles" | "putFile"> {
  return {
    getFiles: async (hashes) => {
      const items = await Promise.all(hashes.map((hash) => table.get("getFile", fileKey(tenantId, hash))));
      const files = items.flatMap((item) => (item === undefined ? [] : [readFile(item)]));
      return new Map(files.map((file) => [file.hash, file]));
    },
    putFile: async (file) => {
      // The same content again is no conflict.
      await table.put("putFile", toFileItem(tenantId, file), isNew);
    },
  };
}
