import { DomainError } from "@luyue/core/error";
import type { FileStore } from "../file/index.ts";
import { isContentType } from "../file/content-type.ts";
import { isOwnPk, tenantKey } from "../item/keys.ts";
import { wakeAttributes } from "../item/wake-attributes.ts";
import { startCheckpoint } from "../platform/checkpoint.ts";
import { fromEpochMs, type Instant } from "@luyue/core/civil-date";
import { readTenant, toIssuerItem } from "../item/tenant-items.ts";
import { type Item, keyOf, textOf } from "../table/item.ts";
import { openTable, type TableOptions } from "../table/open-table.ts";
import type { Table } from "../table/table.ts";
import { isNew, type WriteAction } from "../table/write-action.ts";
import { createDigest, damaged, readLine, type TransferLine } from "./transfer-format.ts";

export interface Imported {
  readonly tenantId: string;
  readonly name: string;
  readonly items: number;
  readonly files: number;
}

/** Gives the lines of an export, from the first, each time that it is asked. */
export type ReadLines = () => AsyncIterable<string>;

/** So many items are written at once, each by itself. */
const atOnce = 20;

/**
 * Brings a tenant in from an export. It is read through once before anything is written: what was cut, changed or put in is
 * refused. The tenant itself comes last, in one transaction with the issuer that its settings name, so that nobody can enter before all is there; until
 * then the same import may be repeated. Throws `invalid` for what is no whole export, `conflict` where the tenant or its issuer
 * is there already.
 */
export async function importTenant(
  options: TableOptions,
  files: Pick<FileStore, "put">,
  lines: ReadLines,
): Promise<Imported> {
  const { tenantId, name, items, files: fileCount } = await verify(lines);
  const table = openTable(options);
  if ((await table.get("importTenant", tenantKey(tenantId))) !== undefined) throw alreadyThere(tenantId);
  let tenant: Item | undefined;
  let waiting: Promise<void>[] = [];
  let number = 0;
  for await (const text of lines()) {
    number += 1;
    const line = readLine(text, number);
    if (line.kind === "item" && isTenantItem(line.item, tenantId)) tenant = line.item;
    else waiting.push(bringIn(line, { table, files, tenantId, now: options.now() }));
    if (waiting.length < atOnce) continue;
    await Promise.all(waiting);
    waiting = [];
  }
  await Promise.all(waiting);
  if (tenant === undefined) throw damaged("缺少单位信息", "the tenant itself is missing");
  await enter(table, tenant);
  return { tenantId, name, items, files: fileCount };
}

interface Place {
  readonly table: Table;
  readonly files: Pick<FileStore, "put">;
  readonly tenantId: string;
  readonly now: Instant;
}

async function bringIn(line: TransferLine, { table, files, tenantId, now }: Place): Promise<void> {
  if (line.kind === "item") {
    const put: WriteAction = { action: "put", item: wakeAnew(line.item, now) };
    await table.transact("importTenant", [put]);
  } else if (line.kind === "file" && isContentType(line.contentType)) {
    await files.put(tenantId, Buffer.from(line.base64, "base64"), line.contentType);
  }
}

/** A wake-up that came while it was on its way stands under the present day: days that are over are not looked at again. */
function wakeAnew(item: Item, now: Instant): Item {
  const sort = textOf(item, "wakeSort");
  if (sort === undefined) return item;
  const { wakeShard } = wakeAttributes(keyOf(item), fromEpochMs(Date.parse(sort.slice(0, 24))), now);
  return wakeShard === undefined ? item : { ...item, wakeShard: { S: String(wakeShard) } };
}

async function enter(table: Table, tenant: Item): Promise<void> {
  const { id, issuer } = readTenant(tenant);
  const items = issuer === undefined ? [tenant] : [tenant, toIssuerItem(id, issuer.url)];
  const puts = items.map((item): WriteAction => ({ action: "put", item, condition: isNew }));
  const refused = await table.transact("importTenant", [...puts, startCheckpoint(table.now())]);
  if (refused.length > 0) throw alreadyThere(id);
}

function isTenantItem(item: Item, tenantId: string): boolean {
  const { pk, sk } = keyOf(item);
  return pk === tenantKey(tenantId).pk && sk === tenantKey(tenantId).sk;
}

/** Reads an export through: every line by its kind, all of one tenant, as many as were said, none of them changed. */
async function verify(lines: ReadLines): Promise<Imported> {
  const digest = createDigest();
  let header: Extract<TransferLine, { kind: "header" }> | undefined;
  let end: Extract<TransferLine, { kind: "end" }> | undefined;
  const count = { items: 0, files: 0 };
  let number = 0;
  let tenants = 0;
  for await (const text of lines()) {
    number += 1;
    const line = readLine(text, number);
    if (end !== undefined) throw damaged("结尾之后还有内容", "something stands after its end");
    if ((number === 1) !== (line.kind === "header")) throw damaged("缺少开头", "its beginning is missing");
    if (line.kind === "header") header = line;
    if (line.kind === "file") count.files += 1;
    if (line.kind === "item") {
      count.items += 1;
      const tenantId = header?.tenantId ?? "";
      if (!isOwnPk(keyOf(line.item).pk, tenantId)) {
        throw damaged(`第 ${number} 行属于其他单位`, `line ${number} is another tenant's`);
      }
      if (isTenantItem(line.item, tenantId)) {
        tenants += 1;
        if (readTenant(line.item).id !== tenantId) throw damaged("单位编号不符", "the tenant has another id");
      }
    }
    if (line.kind === "end") end = line;
    else digest.add(text);
  }
  if (header === undefined || end === undefined) throw damaged("缺少结尾", "its end is missing");
  if (tenants === 0) throw damaged("缺少单位信息", "the tenant itself is missing");
  const isWhole = end.sha256 === digest.end() && end.items === count.items && end.files === count.files;
  if (!isWhole) throw damaged("校验值不符", "its checksum does not hold");
  return { tenantId: header.tenantId, name: header.name, ...count };
}

function alreadyThere(tenantId: string): DomainError {
  return new DomainError("conflict", {
    zh: `此处已有该单位或其登录服务：${tenantId}`,
    en: `this tenant or its issuer is here already: ${tenantId}`,
  });
}
