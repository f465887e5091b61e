import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { describe, expect, it } from "vitest";
import { startFixture } from "../fixture/start-fixture.ts";

async function open(baseUrl: string) {
  const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00", baseUrl);
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  return startFixture(createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict }), runtime);
}

const always = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

describe("every answer", () => {
  it.each([
    ["GET", "/health", 200],
    ["GET", "/v1/tenant", 200],
    ["GET", "/v1/nothing", 404],
    ["GET", "/v1/partner/contracts", 403],
    ["PUT", "/v1/tenant", 405],
    ["GET", "/problems/invalid", 200],
  ])("to %s %s (%i) carries the safe headers", async (method, path, expected) => {
    const { call } = await open("https://luyue.example");
    const { status, headers } = await call(method, path, { as: "a/administrator" });
    expect(status).toBe(expected);
    expect(Object.fromEntries(headers)).toMatchObject(always);
    expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
    expect(headers.get("x-request-id")).toMatch(/^req_/);
  });

  it("has an id of its own, whatever the client sends, and asks for HTTPS only where there is some", async () => {
    const { call } = await open("http://127.0.0.1:8080");
    const headers = { "X-Request-Id": "mine" };
    const first = await call("GET", "/health", { headers });
    const second = await call("GET", "/health", { headers });
    expect(first.headers.get("x-request-id")).not.toBe("mine");
    expect(first.headers.get("x-request-id")).not.toBe(second.headers.get("x-request-id"));
    expect(first.headers.get("strict-transport-security")).toBeNull();
  });

  it("to HEAD is that to GET without a body", async () => {
    const { call } = await open("https://luyue.example");
    const { status, body } = await call("HEAD", "/docs");
    expect([status, body]).toEqual([200, ""]);
    expect((await call("HEAD", "/v1/tenant")).status).toBe(401);
    expect((await call("HEAD", "/v1/tenant", { as: "a/auditor" })).status).toBe(200);
  });
});
