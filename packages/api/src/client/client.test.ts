import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { expect, expectTypeOf, it } from "vitest";
import { startFixture } from "../fixture/start-fixture.ts";
import { createClient } from "./create-client.ts";

it("a typed client reads and writes", async () => {
  const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  const { app, issuers } = await startFixture(platform, runtime);
  const client = createClient("https://luyue.example", () => issuers.tokenFor("a", "administrator"), {
    fetch: async (input, init) => app.request(input instanceof URL ? input.href : input, init),
  });
  const changed = await client.v1.tenant.$patch({ json: { name: "Renamed" }, header: {} });
  expect(changed.status).toBe(200);
  const tenant = await (await client.v1.tenant.$get()).json();
  expect(tenant.name).toBe("Renamed");
  expectTypeOf(tenant.version).toEqualTypeOf<number>();
  const due = await client.v1.obligations.$get({ query: { state: "open", limit: "5" } });
  expect(await due.json()).toEqual({ items: [], cursor: null });
});
