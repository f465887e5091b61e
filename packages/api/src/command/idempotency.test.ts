import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, type Platform, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const admin = "a/administrator";
let platform: Platform;
let fixture: Fixture;

beforeEach(async () => {
  const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  fixture = await startFixture(platform, runtime);
});

const addWebhook = (url: string, key: string, as = admin) =>
  fixture.call("POST", "/v1/tenant/webhooks", { as, body: { url }, headers: { "Idempotency-Key": key } });

describe("an idempotency key", () => {
  it("gets a repeated request the same answer and does nothing again", async () => {
    const first = await addWebhook("https://one.example", "key-1");
    const second = await addWebhook("https://one.example", "key-1");
    expect([first.status, first.headers.get("idempotency-replayed")]).toEqual([201, null]);
    expect([second.status, second.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
    expect((await platform.tenant("ten_a").getTenant())?.webhooks).toHaveLength(1);
  });

  it("is refused for another request, and free for another person", async () => {
    await addWebhook("https://one.example", "key-1");
    const other = await addWebhook("https://two.example", "key-1");
    expect([other.status, (other.body as { type: string }).type]).toEqual([
      422,
      "/problems/idempotencyMismatch",
    ]);
    expect((await addWebhook("https://two.example", "key-1", "b/administrator")).status).toBe(201);
  });

  it.each(["", "with space", "ünïcode", "x".repeat(201)])("may not be %j", async (key) => {
    expect((await addWebhook("https://one.example", key)).status).toBe(400);
  });

  it("finds the tenant again that the first try made", async () => {
    const body = {
      name: "Agency c",
      issuer: { url: "https://c.issuer.example", jwksUrl: "https://c.issuer.example/keys" },
      administrator: { subject: "root", name: "Root", email: "root@c.example" },
    };
    const create = (headers: Record<string, string>) =>
      fixture.call("POST", "/v1/tenants", { as: "operator/op", body, headers });
    const first = await create({ "Idempotency-Key": "c" });
    const second = await create({ "Idempotency-Key": "c" });
    expect(first.status).toBe(201);
    expect((first.body as { id: string }).id).toMatch(/^ten_[0-9a-f]{20}$/);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect((await create({})).status).toBe(409);
    expect((await fixture.call("GET", "/v1/tenant", { as: "c/root" })).body).toMatchObject({
      name: "Agency c",
    });
  });
});
