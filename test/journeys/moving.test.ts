import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gunzipSync } from "node:zlib";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { canonicalJson } from "@luyue/core/text";
import { createFolderFileStore } from "@luyue/storage/file";
import { startEngine } from "@luyue/local/engine";
import { createPages } from "@luyue/local/pages";
import { createStillClock, startStack, tableName } from "@luyue/local/stack";
import { createDynamoClient, createTable } from "@luyue/storage/table";
import { importTenant } from "@luyue/storage/transfer";
import { foundPlatform } from "@luyue/local/demo";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaller } from "../faults/local-stack.ts";
import { listEngines } from "../engines/index.ts";
import { runLuyue } from "./run-luyue.ts";

const missing = listEngines().find(({ name }) => name === "dynoxide")?.missing;
const bytes = Buffer.from("%PDF-1.7 凭证");

/** A data folder with two agencies, one of them with people, a vendor, a webhook and a file; nobody is at work in it. */
async function fill(dir: string): Promise<{ readonly tenantId: string; readonly hash: string }> {
  const clock = createStillClock("2026-05-12T09:01:00+08:00");
  const stack = await startStack({ dir, clock, pages: createPages });
  try {
    await foundPlatform(stack);
    const call = createCaller(stack.url);
    const ids: string[] = [];
    for (const name of ["agency-a", "agency-b"]) {
      const url = stack.issuer.urlOf(name);
      const administrator = { subject: "administrator", name: "管理员", email: `admin@${name}.example` };
      const body = { name, issuer: { url, jwksUrl: `${url}/jwks.json` }, administrator };
      const made = await call("operator", "operator", "POST", "/v1/tenants", body);
      if (made.status !== 201) throw new Error(JSON.stringify(made));
      ids.push(String(made.body["id"]));
    }
    const member = { subject: "manager", name: "经办人", email: "m@a.example", roles: ["contractManager"] };
    await call("agency-a", "administrator", "PUT", "/v1/members", member);
    await call("agency-a", "administrator", "POST", "/v1/tenant/webhooks", { url: "https://hook.example/a" });
    const file = await stack.fetch(
      new Request(`${stack.url}/v1/files`, {
        method: "POST",
        body: Uint8Array.from(bytes),
        headers: {
          authorization: `Bearer ${await stack.issuer.sign("agency-a", "manager")}`,
          "content-type": "application/pdf",
        },
      }),
    );
    return { tenantId: ids[0] ?? "", hash: ((await file.json()) as { hash: string }).hash };
  } finally {
    await stack.stop();
  }
}

/** Every item whose key says that it is a tenant's, and the issuer that leads to it, as they stand in a data folder. */
async function itemsOf(dir: string, tenantId: string): Promise<readonly string[]> {
  const engine = await startEngine({ dir: join(dir, "engine") });
  const client = createDynamoClient({ endpoint: engine.endpoint });
  try {
    const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
    return Items.filter(({ pk, sk, body }) => {
      const key = pk?.S ?? "";
      if (key.startsWith("ISSUER#")) return body?.S?.includes(tenantId) === true;
      return (
        (key === `T#${tenantId}` || key.startsWith(`T#${tenantId}#`)) && sk?.S?.startsWith("IDEM#") !== true
      );
    })
      .map(({ wakeShard: _day, ...item }) => canonicalJson(item))
      .toSorted();
  } finally {
    client.destroy();
    await engine.stop();
  }
}

describe.skipIf(missing !== undefined)("what stands in one installation", () => {
  let scratch: string;
  let tenantId: string;
  let hash: string;
  const at = (name: string) => join(scratch, name);

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "luyue-moving-"));
    ({ tenantId, hash } = await fill(at("data")));
  }, 60_000);
  afterAll(() => rm(scratch, { recursive: true, force: true }));

  it("is copied and brought back as it was; a copy that was changed is refused, and names the file", async () => {
    expect(await runLuyue("backup", at("copy"), "--data", at("data"))).toMatchObject({ code: 0, stderr: "" });
    expect((await runLuyue("backup", at("copy"), "--data", at("data"))).stderr).toContain("is there already");
    expect((await runLuyue("restore", at("copy"), "--data", at("data"))).stderr).toContain("is not empty");
    expect((await runLuyue("restore", at("copy"), "--data", at("again"))).code).toBe(0);
    expect(await itemsOf(at("again"), tenantId)).toEqual(await itemsOf(at("data"), tenantId));
    expect((await itemsOf(at("again"), tenantId)).filter((item) => item.includes("ISSUER#"))).toHaveLength(1);
    const nowhere = await runLuyue("backup", at("empty"), "--data", at("nowhere"));
    expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining("there is no data folder")]);
    await expect(stat(at("nowhere"))).rejects.toThrow("ENOENT");
    expect((await stat(join(at("again"), "vault.key"))).mode & 0o077).toBe(0);
    const key = join(at("copy"), "vault.key");
    await writeFile(key, (await readFile(key, "utf8")).replace(/^./, "x"));
    const changed = await runLuyue("restore", at("copy"), "--data", at("third"));
    expect([changed.code, changed.stderr]).toEqual([2, expect.stringContaining("vault.key was changed")]);
    await rm(key);
    expect((await runLuyue("restore", at("copy"), "--data", at("third"))).stderr).toContain(
      "vault.key is missing",
    );
    await writeFile(join(at("copy"), "more"), "x");
    expect((await runLuyue("restore", at("copy"), "--data", at("third"))).stderr).toContain(
      "more is no part of it",
    );
    expect((await runLuyue("restore", at("scratch"), "--data", at("third"))).stderr).toContain(
      "is no backup",
    );
    await expect(stat(join(at("third"), "engine", "luyue.db"))).rejects.toThrow();
  }, 90_000);

  it("is carried to another, item by item, with its files, and nothing of anybody else's", async () => {
    const file = at("a.jsonl.gz");
    const carried = await runLuyue("tenant", "export", tenantId, file, "--data", at("data"));
    expect(carried).toMatchObject({ code: 0, stderr: "" });
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split("\n");
    expect(lines.join("\n")).not.toContain("agency-b");
    const brought = await runLuyue("tenant", "import", file, "--data", at("new"));
    expect(brought).toMatchObject({ code: 0, stderr: "" });
    expect(brought.stdout).toContain("https://hook.example/a：密钥由原系统封存");
    expect(await itemsOf(at("new"), tenantId)).toEqual(await itemsOf(at("data"), tenantId));
    const none = () => {
      throw new Error("no links");
    };
    const files = createFolderFileStore(join(at("new"), "files"), { linkTo: none, uploadTo: none });
    expect((await files.get(tenantId, hash))?.bytes).toEqual(bytes);
    const again = await runLuyue("tenant", "import", file, "--data", at("new"));
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("is here already")]);
    await rm(join(at("again"), "files"), { recursive: true });
    const torn = await runLuyue("tenant", "export", tenantId, at("torn"), "--data", at("again"));
    expect([torn.code, torn.stderr]).toEqual([1, expect.stringContaining(hash)]);
    await expect(stat(at("torn"))).rejects.toThrow("ENOENT");
    expect((await runLuyue("tenant", "export", "ten_none", at("x"), "--data", at("data"))).stderr).toContain(
      "no such tenant",
    );
  }, 90_000);

  it("is not taken from an export that was cut, changed, reordered, or is another's", async () => {
    const whole = gunzipSync(readFileSync(at("a.jsonl.gz")))
      .toString()
      .trimEnd()
      .split("\n");
    const member = whole.findIndex((line) => line.includes("MEMBER#manager"));
    const spoilt: readonly (readonly [string, readonly string[]])[] = [
      ["its end is missing", whole.slice(0, -1)],
      ["checksum", whole.filter((_line, index) => index !== member)],
      ["checksum", whole.map((line, index) => (index === member ? line.replace("经办人", "别人") : line))],
      ["checksum", [...whole.slice(0, 1), ...whole.slice(1, -1).toReversed(), ...whole.slice(-1)]],
      ["another tenant's", whole.map((line) => line.replaceAll(`T#${tenantId}#R`, "T#ten_other#R"))],
      ["is no line of an export", ["{}", ...whole]],
      ["something stands after its end", [...whole, whole[1] ?? ""]],
    ];
    const engine = await startEngine();
    const client = createDynamoClient({ endpoint: engine.endpoint });
    await createTable(client, tableName, { streams: false });
    const written: string[] = [];
    const table = { client, tableName, now: () => "2026-05-12T09:01:00+08:00" };
    const files = {
      put: async (_tenant: string, content: Uint8Array) => {
        written.push(`${content.length}`);
        return { hash: "" };
      },
    };
    try {
      for (const [said, lines] of spoilt) {
        const read = () => Readable.from(lines) as AsyncIterable<string>;
        await expect(importTenant(table, files, read)).rejects.toMatchObject({
          code: "invalid",
          reason: { en: expect.stringContaining(said) as string },
        });
      }
      expect((await client.send(new ScanCommand({ TableName: tableName }))).Items).toEqual([]);
      expect(written).toEqual([]);
    } finally {
      client.destroy();
      await engine.stop();
    }
  }, 60_000);
});
