import { DomainError } from "@luyue/core/error";
import type { FileStore } from "../file/index.ts";
import { readTenant } from "../item/tenant-items.ts";
import { tenantKey } from "../item/keys.ts";
import { openTable, type TableOptions } from "../table/open-table.ts";
import { listFileHashes, listTenantItems } from "./list-tenant-items.ts";
import {
  createDigest,
  format,
  formatVersion,
  type TransferItem,
  type TransferLine,
} from "./transfer-format.ts";

/**
 * All that is a tenant's, line by line, its files last: one page of items and one file are in memory at a time. What is written
 * meanwhile may or may not be in it, so nobody should be at work. Throws `notFound` where there is no such tenant, or where the
 * content of a file that it has noted is gone.
 */
export async function* exportTenant(
  options: TableOptions,
  files: Pick<FileStore, "get">,
  tenantId: string,
): AsyncGenerator<string> {
  const table = openTable(options);
  const tenant = await table.get("exportTenant", tenantKey(tenantId));
  if (tenant === undefined) {
    throw new DomainError("notFound", { zh: `没有该单位：${tenantId}`, en: `no such tenant: ${tenantId}` });
  }
  const digest = createDigest();
  const write = (line: TransferLine): string => {
    const text = JSON.stringify(line);
    digest.add(text);
    return text;
  };
  const { name } = readTenant(tenant);
  yield write({ kind: "header", format, version: formatVersion, tenantId, name, exportedAt: options.now() });
  const count = { items: 0, files: 0 };
  for await (const item of listTenantItems(table, tenantId)) {
    count.items += 1;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the codecs write texts and numbers alone; importing demands it
    yield write({ kind: "item", item: item as TransferItem });
  }
  for (const hash of await listFileHashes(table, tenantId)) {
    const file = await files.get(tenantId, hash);
    if (file === undefined) {
      throw new DomainError("notFound", {
        zh: `文件内容缺失，无法完整迁出：${hash}`,
        en: `the content of a file is missing, so this would be no whole export: ${hash}`,
      });
    }
    count.files += 1;
    const base64 = Buffer.from(file.bytes).toString("base64");
    yield write({ kind: "file", hash, contentType: file.contentType, base64 });
  }
  yield JSON.stringify({ kind: "end", ...count, sha256: digest.end() });
}
