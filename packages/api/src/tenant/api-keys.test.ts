import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, type Platform, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

interface Key {
  readonly id: string;
  readonly key?: string;
}

const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
const as = "a/administrator";
const body = { name: "财务系统", scopes: ["tenant:read", "contract:read"], validUntil: "2026-04-30" };
let platform: Platform;
let fixture: Fixture;

beforeEach(async () => {
  runtime.setNow("2026-04-28T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  fixture = await startFixture(platform, runtime);
});

const make = async (more: object = {}, headers: Record<string, string> = {}) => {
  const answer = await fixture.call("POST", "/v1/api-keys", { as, body: { ...body, ...more }, headers });
  return { status: answer.status, ...(answer.body as Key) };
};
const ask = async (key: string, method = "GET", path = "/v1/members", sent?: unknown) => {
  const headers = { Authorization: `Bearer ${key}` };
  return (await fixture.call(method, path, { headers, ...(sent === undefined ? {} : { body: sent }) }))
    .status;
};

describe("a machine's key", () => {
  it("does what its scopes say, and nothing else, whatever roles there are", async () => {
    const { key = "" } = await make();
    expect(key).toMatch(/^luyue\.ten_a\.key_[0-9a-z]+\.[A-Za-z0-9_-]{43}$/);
    expect(await ask(key)).toBe(200);
    expect(await ask(key, "GET", "/v1/contracts")).toBe(200);
    expect(await ask(key, "GET", "/v1/record")).toBe(403);
    expect(await ask(key, "POST", "/v1/api-keys", body)).toBe(403);
    expect(await ask(key, "GET", "/v1/partner/contracts")).toBe(403);
    expect(await ask(key, "POST", "/v1/tenants", {})).toBe(403);
  });

  it("holds through its last day, and is gone with the request that takes it away", async () => {
    const { key = "", id } = await make();
    runtime.setNow("2026-04-30T23:59:59+08:00");
    expect(await ask(key)).toBe(200);
    runtime.setNow("2026-05-01T00:00:00+08:00");
    expect(await ask(key)).toBe(401);
    runtime.setNow("2026-04-29T09:00:00+08:00");
    expect((await fixture.call("DELETE", `/v1/api-keys/${id}`, { as })).status).toBe(200);
    expect(await ask(key)).toBe(401);
  });

  it("is shown once: not in the list, not on the record, not to who repeats the request, and stored as a hash", async () => {
    const headers = { "Idempotency-Key": "key-1" };
    const { key = "", id } = await make({}, headers);
    const secret = key.split(".").at(-1) ?? "";
    const again = await make({}, headers);
    expect([again.id, again.key]).toEqual([id, undefined]);
    const reads = ["/v1/api-keys", "/v1/tenant", "/v1/record"];
    const seen = await Promise.all(reads.map((path) => fixture.call("GET", path, { as })));
    const store = platform.tenant("ten_a");
    const kept = [await store.getTenant(), await store.listRecord("tenant", { limit: 100 })];
    const texts = [...seen, ...kept].map((each) => JSON.stringify(each));
    expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    expect(texts.slice(0, 3).filter((text) => text.includes(runtime.digest(secret)))).toEqual([]);
    expect(texts[3]).toContain(runtime.digest(secret));
  });

  it("stands on the record by its name and scopes with what it did", async () => {
    const { key = "", id } = await make({ scopes: ["vendor:enrol"] });
    const vendor = { creditCode: "91990000MA0B26TF1M", name: "示例供应商", contacts: [] };
    expect(await ask(key, "POST", "/v1/vendors", vendor)).toBe(201);
    const { items } = await platform.tenant("ten_a").listRecord("tenant", { limit: 100 });
    expect(items.at(-1)).toMatchObject({
      command: "vendor.enrol",
      actor: { kind: "member", id, name: "财务系统", roles: [], scopes: ["vendor:enrol"] },
    });
  });

  it("is refused where any part of it is another's or nobody's", async () => {
    const { key = "" } = await make();
    const [, , id = "", secret = ""] = key.split(".");
    const flipped = `${secret.startsWith("A") ? "B" : "A"}${secret.slice(1)}`;
    const { id: other } = await make();
    const bad = [
      `luyue.ten_a.${id}.${flipped}`,
      `luyue.ten_b.${id}.${secret}`,
      `luyue.ten_zzz.${id}.${secret}`,
      `luyue.ten_a.${other}.${secret}`,
      `luyue.ten_a.${id}.${secret}x`,
      `luyue.ten_a.${id}.${runtime.digest(secret)}`,
      `luyue.ten_a.${id}.`,
      "luyue.",
      "luyue.ten_a",
    ];
    for (const each of bad) expect([each, await ask(each)]).toEqual([each, 401]);
  });

  it("cannot be given what is for people", async () => {
    for (const scope of ["payment:approve", "penalty:decide", "account:change", "tenant:manage", "nothing"]) {
      expect([scope, (await make({ scopes: [scope] })).status]).toEqual([scope, 422]);
    }
    expect((await make({ hash: "a".repeat(64) })).status).toBe(422);
  });
});
