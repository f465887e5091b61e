import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { enrolPartners } from "../fixture/sign-contract.ts";
import { type SigningIn, startSigningIn } from "../fixture/start-signing-in.ts";

let world: SigningIn;
beforeEach(async () => {
  const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  world = await startSigningIn(platform, runtime);
  await enrolPartners(world);
});

const colleague = { name: "同事", email: "colleague@vendor.example" };
const invite = (as = "partner/v1", headers = {}) =>
  world.call("POST", "/v1/partner/users", { as, body: colleague, headers });
const list = async (as = "partner/v1") =>
  ((await world.call("GET", "/v1/partner/users", { as })).body as { items: { id: string; self: boolean }[] })
    .items;

describe("a vendor's people", () => {
  it("let a colleague in by mail: to what the vendor sees, with every agency", async () => {
    const headers = { "Idempotency-Key": "1" };
    const invited = await invite("partner/v1", headers);
    expect([invited.status, invited.body]).toMatchObject([201, { ...colleague, self: false }]);
    expect((await invite("partner/v1", headers)).body).toEqual(invited.body);
    expect((await invite()).status).toBe(409);
    expect((await list()).map(({ self }) => self)).toEqual([true, false]);
    expect(await list("partner/v2")).toHaveLength(1);
    const { items } = await world.platform.tenant("ten_platform").listOutbox({ limit: 10 });
    expect(items).toMatchObject([
      { type: "letter.invitation", to: { address: colleague.email, side: "vendor" } },
    ]);
    const { body } = await world.enter(colleague.email);
    expect(body).toMatchObject({ kind: "partner", name: "同事", agencyId: null });
    expect((await world.browser.get("/v1/partner/contracts")).status).toBe(200);
    expect((await world.browser.get("/v1/contracts")).status).toBe(403);
  });

  it("take a colleague out, and nobody of another vendor", async () => {
    const { id } = (await invite()).body as { id: string };
    await world.enter(colleague.email);
    const erase = (as: string) =>
      world.call("POST", `/v1/partner/users/${id}/erase`, { as, body: { reason: "离职" } });
    expect((await erase("partner/v2")).status).toBe(404);
    expect((await world.browser.get("/v1/partner/contracts")).status).toBe(200);
    expect((await erase("partner/v1")).body).toEqual({ id });
    expect((await world.browser.get("/v1/partner/contracts")).status).toBe(401);
    expect(await world.platform.signIn.getAccount(colleague.email)).toBeUndefined();
    const { items } = await world.platform.tenant("ten_platform").listOutbox({ limit: 10 });
    expect(items).toMatchObject([{ to: { address: "***" } }, { to: { address: "***" } }]);
    const [self] = await list();
    const own = await world.call("POST", `/v1/partner/users/${self?.id}/erase`, {
      as: "partner/v1",
      body: { reason: "r" },
    });
    expect(own.status).toBe(409);
  });

  it("are the operator's to erase by their address", async () => {
    await invite();
    const erase = (as: string, email = colleague.email) =>
      world.call("POST", "/v1/partner-users/erase", { as, body: { email, reason: "申请删除" } });
    expect((await erase("a/administrator")).status).toBe(403);
    expect((await erase("operator/op", "nobody@vendor.example")).status).toBe(404);
    expect((await erase("operator/op")).status).toBe(200);
    expect(await list()).toHaveLength(1);
    expect(JSON.stringify(await world.recordOf("ten_platform"))).not.toContain(colleague.email);
  });
});
