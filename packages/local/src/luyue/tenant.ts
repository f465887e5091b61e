import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { DomainError } from "@luyue/core/error";
import { createPlatform } from "@luyue/storage/platform";
import { exportTenant, importTenant } from "@luyue/storage/transfer";
import type { Vault } from "@luyue/storage/vault";
import { executeCommand } from "@luyue/usecases/runtime";
import { platformTenant } from "@luyue/usecases/sign-in";
import { createTenant, openSecret, type Tenant } from "@luyue/usecases/tenant";
import { createRuntime } from "@luyue/worker/runtime";
import { isThere } from "./is-there.ts";
import { type Installation, openInstallation } from "./open-installation.ts";
import { readOptions } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

/**
 * `tenant export TENANT FILE`, `tenant import FILE`, `tenant found ISSUER-URL JWKS-URL EMAIL`: on a data folder that nobody is at work
 * in, or on a deployment with the rights of whoever calls.
 */
export async function runTenant(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    allowPositionals: true,
    options: {
      data: { type: "string" },
      table: { type: "string" },
      region: { type: "string" },
      bucket: { type: "string" },
    },
  });
  const [what, ...rest] = positionals;
  const run =
    what === "export" ? carryOut : what === "import" ? bringIn : what === "found" ? found : undefined;
  if (run === undefined) throw new UsageError("请给出 export、import 或 found / say export, import or found");
  const installation = await openInstallation(values);
  try {
    return await run(installation, rest);
  } finally {
    await installation.close();
  }
}

async function carryOut(
  { table, files }: Installation,
  [tenantId, file]: readonly string[],
): Promise<number> {
  if (tenantId === undefined || file === undefined) {
    throw new UsageError("请给出单位编号和文件 / give the tenant and a file");
  }
  if (await isThere(file)) {
    throw new DomainError("invalid", { zh: `${file} 已存在`, en: `${file} is there already` });
  }
  const part = `${file}.part`;
  let lines = 0;
  async function* write() {
    for await (const line of exportTenant(table, files, tenantId ?? "")) {
      lines += 1;
      yield `${line}\n`;
    }
  }
  try {
    await pipeline(Readable.from(write()), createGzip(), createWriteStream(part, { mode: 0o600 }));
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
  process.stdout.write(`✔ ${tenantId}：${lines} 行 lines → ${file}\n`);
  return 0;
}

async function bringIn({ table, files, vault }: Installation, [file]: readonly string[]): Promise<number> {
  if (file === undefined) throw new UsageError("请给出文件 / give a file");
  const read = () =>
    createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity });
  const { tenantId, name, items, files: count } = await importTenant(table, files, read);
  process.stdout.write(`✔ ${name}（${tenantId}）：${items} 项 items，${count} 个文件 files\n`);
  const tenant = await createPlatform(table).tenant(tenantId).getTenant();
  for (const each of tenant === undefined ? [] : listUnopened(tenant, vault)) {
    process.stdout.write(
      `! ${each}：密钥由原系统封存，请重新设置 / sealed by the other installation, set its secret anew\n`,
    );
  }
  return 0;
}

/** What is sealed under another installation's key. */
function listUnopened({ id, webhooks, issuer }: Tenant, vault: Vault): readonly string[] {
  const isShut = (open: () => string): boolean => {
    try {
      open();
      return false;
    } catch {
      return true;
    }
  };
  const endpoints = webhooks.filter(({ secret, sealedUrl }) =>
    [secret, sealedUrl].some((sealed) => sealed !== undefined && isShut(() => openSecret(sealed, id, vault))),
  );
  const { client, url = "" } = issuer ?? {};
  const sealed = client?.sealedSecret;
  const isIssuerShut = sealed !== undefined && isShut(() => vault.unseal(sealed, url));
  return [...endpoints.map((each) => each.url), ...(isIssuerShut ? [url] : [])];
}

/** The tenant that the operator's own commands are recorded with. */
async function found({ table, vault }: Installation, args: readonly string[]): Promise<number> {
  const [url, jwksUrl, email] = args;
  if (url === undefined || jwksUrl === undefined || email === undefined) {
    throw new UsageError("请给出登录服务地址、密钥地址和邮箱 / give the issuer, its keys and a mail address");
  }
  const runtime = createRuntime({ now: table.now, vault, baseUrl: url });
  const store = createPlatform(table).tenant(platformTenant);
  const actor = { kind: "operator", id: "operator", name: "平台运营" } as const;
  const administrator = { subject: email, name: "管理员", email };
  const input = { name: "平台", issuer: { url, jwksUrl }, administrator };
  await executeCommand(createTenant, { actor, tenantId: platformTenant, input }, { store, runtime });
  process.stdout.write(`✔ ${platformTenant}\n`);
  return 0;
}
