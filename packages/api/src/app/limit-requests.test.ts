import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { createSignInParts } from "../fixture/sign-in-parts.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";
import { createRequestLimit } from "./limit-requests.ts";

const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
let fixture: Fixture;

beforeEach(async () => {
  runtime.setNow("2026-04-28T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  const { parts: signIn } = createSignInParts({ addressOf: (c) => c.req.header("x-from") });
  const requestsPerMinute = { address: 20, caller: 5 };
  fixture = await startFixture(platform, runtime, { signIn, requestsPerMinute });
});

const ask = async (as: string | undefined, from: string) => {
  const headers = { "X-From": from };
  return fixture.call("GET", "/v1/tenant", as === undefined ? { headers } : { as, headers });
};

describe("who asks too often", () => {
  it("is refused for the rest of the minute, by person and not for others", async () => {
    for (let times = 0; times < 5; times += 1)
      expect((await ask("a/finance", `10.0.0.${times}`)).status).toBe(200);
    const refused = await ask("a/finance", "10.0.0.9");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    expect(refused.body).toMatchObject({ type: "/problems/tooMany" });
    expect((await ask("a/auditor", "10.0.0.9")).status).toBe(200);
    expect((await ask("b/finance", "10.0.0.9")).status).toBe(200);
    runtime.setNow("2026-04-28T09:01:00+08:00");
    expect((await ask("a/finance", "10.0.0.9")).status).toBe(200);
  });

  it("is refused by address before it is known who it is, with bad tokens and without", async () => {
    const headers = { "X-From": "10.0.0.1", Authorization: "Bearer nonsense" };
    for (let times = 0; times < 20; times += 1) {
      expect((await fixture.call("GET", "/v1/tenant", { headers })).status).toBe(401);
    }
    expect((await fixture.call("GET", "/v1/tenant", { headers })).status).toBe(429);
    expect((await ask(undefined, "10.0.0.1")).status).toBe(429);
    expect((await ask(undefined, "10.0.0.2")).status).toBe(401);
  });

  it("cannot make it remember without end", () => {
    const limit = createRequestLimit(1, runtime.now);
    limit("first");
    expect(() => limit("first")).toThrow("too many");
    for (let caller = 0; caller < 10_000; caller += 1) limit(`caller ${caller}`);
    limit("first");
  });
});
