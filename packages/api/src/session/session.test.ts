import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, rolePermissions, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { address, type SigningIn, startSigningIn } from "../fixture/start-signing-in.ts";

let world: SigningIn;
beforeEach(async () => {
  const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  world = await startSigningIn(platform, runtime);
});

describe("a session", () => {
  it("is held to the product's own pages: a stolen cookie does nothing from another one", async () => {
    await world.enter();
    const cookie = `__Host-luyue-session=${world.browser.cookie("session")}`;
    const attack = (headers: Record<string, string>) =>
      world.app.request("/v1/sessions", { method: "DELETE", headers: { cookie, ...headers } });
    const foreign = [
      "https://evil.example",
      "null",
      "https://luyue.example.evil.example",
      "http://luyue.example",
    ];
    for (const origin of foreign) expect([origin, (await attack({ origin })).status]).toEqual([origin, 403]);
    expect((await attack({})).status).toBe(403);
    expect((await attack({ origin: "https://luyue.example" })).status).toBe(200);
    const member = JSON.stringify({ email: address });
    const link = await world.app.request("/v1/sign-in/link", {
      method: "POST",
      headers: { origin: "https://evil.example", "content-type": "application/json" },
      body: member,
    });
    expect(link.status).toBe(403);
  });

  it("says whom one acts for, what one may do, and which day it is", async () => {
    await world.enter();
    const { body } = await world.browser.get("/v1/session");
    expect(body).toMatchObject({
      kind: "member",
      roles: ["finance"],
      organisation: expect.stringMatching(/./) as string,
      today: "2026-04-28",
      permissions: Object.entries<readonly string[]>(rolePermissions).flatMap(([permission, roles]) =>
        roles.includes("finance") ? [permission] : [],
      ),
    });
  });

  it("ends after half an hour without use, and after twelve hours with it", async () => {
    const { secret } = await world.enter();
    world.pass(29);
    expect((await world.browser.get("/v1/session")).status).toBe(200);
    world.pass(29);
    expect((await world.browser.get("/v1/session")).status).toBe(200);
    world.pass(30);
    expect((await world.browser.get("/v1/session")).status).toBe(401);
    const busy = world.newBrowser();
    expect(await world.enterAgain(world.codeOf(secret), busy)).toBe(200);
    for (let minutes = 0; minutes < 719; minutes += 29) {
      expect((await busy.get("/v1/session")).status).toBe(200);
      world.pass(29);
    }
    expect((await busy.get("/v1/session")).status).toBe(401);
  });

  it("is listed for its person, and ended one by one, elsewhere, or by signing out", async () => {
    const { secret } = await world.enter();
    const browsers = [world.browser, world.newBrowser(), world.newBrowser()];
    for (const each of browsers.slice(1)) {
      world.pass(1);
      expect(await world.enterAgain(world.codeOf(secret), each)).toBe(200);
    }
    const list = async () =>
      ((await world.browser.get("/v1/sessions")).body as { items: { id: string; current: boolean }[] }).items;
    expect((await list()).map(({ current }) => current)).toEqual([false, false, true]);
    const [last] = await list();
    expect((await world.browser.delete(`/v1/sessions/${last?.id}`)).body).toEqual({ ended: 1 });
    expect((await browsers[2]?.get("/v1/session"))?.status).toBe(401);
    expect((await world.browser.delete(`/v1/sessions/${last?.id}`)).status).toBe(404);
    expect((await world.browser.delete("/v1/sessions")).body).toEqual({ ended: 1 });
    expect((await browsers[1]?.get("/v1/session"))?.status).toBe(401);
    const kept = world.browser.cookie("session") ?? "";
    expect((await world.browser.delete("/v1/session")).body).toEqual({ ended: 1 });
    expect(world.browser.cookie("session")).toBeUndefined();
    expect(await world.statusWith(kept)).toBe(401);
  });

  it("of somebody else is not found by its id, though it is of the same agency", async () => {
    await world.enter();
    const other = world.newBrowser();
    await world.enter("auditor@a.example", other);
    const { items } = (await other.get("/v1/sessions")).body as { items: { id: string }[] };
    expect((await world.browser.delete(`/v1/sessions/${items[0]?.id}`)).status).toBe(404);
    const auditor = await world.platform.tenant("ten_a").getMember("auditor");
    const own = (await world.browser.get("/v1/sessions")).body as { items: { id: string }[] };
    const path = `/v1/members/${auditor?.id}/sessions/${own.items[0]?.id}`;
    expect((await world.call("DELETE", path, { as: "a/administrator" })).status).toBe(404);
    expect((await other.get("/v1/session")).status).toBe(200);
    expect((await world.browser.get("/v1/session")).status).toBe(200);
  });

  it("of a person is an administrator's to end, and nobody's of another agency", async () => {
    await world.enter();
    const finance = await world.platform.tenant("ten_a").getMember("finance");
    const path = `/v1/members/${finance?.id}/sessions`;
    const { body } = await world.call("GET", path, { as: "a/administrator" });
    const [session] = (body as { items: { id: string }[] }).items;
    for (const each of [path, `${path}/${session?.id}`]) {
      expect((await world.call("DELETE", each, { as: "b/administrator" })).status).toBe(404);
      expect((await world.call("DELETE", each, { as: "a/finance" })).status).toBe(403);
    }
    expect((await world.browser.get("/v1/session")).status).toBe(200);
    expect((await world.call("DELETE", `${path}/${session?.id}`, { as: "a/administrator" })).status).toBe(
      200,
    );
    expect((await world.browser.get("/v1/session")).status).toBe(401);
  });

  it("does what its person may at that moment, and nothing once they are gone", async () => {
    await world.enter();
    const put = (roles: string[]) =>
      world.call("PUT", "/v1/members", {
        as: "a/administrator",
        body: { subject: "finance", name: "finance", email: address, roles },
      });
    expect((await world.browser.get("/v1/record")).status).toBe(403);
    await put(["auditor"]);
    expect((await world.browser.get("/v1/record")).status).toBe(200);
    await put([]);
    expect((await world.browser.get("/v1/tenant")).status).toBe(401);
  });

  it("is no token's, and a token goes before it", async () => {
    await world.enter();
    const seen = await world.call("GET", "/v1/session", { as: "a/auditor" });
    expect(seen.body).toMatchObject({ name: "auditor", endsAt: null, seats: [] });
    expect((await world.call("GET", "/v1/sessions", { as: "a/auditor" })).status).toBe(409);
    const secret = world.browser.cookie("session") ?? "";
    expect(await world.statusWith(secret, { authorization: "Bearer nonsense" })).toBe(401);
    expect(await world.statusWith(secret)).toBe(200);
    for (const guess of ["", "x", "A".repeat(43), world.runtime.digest(secret), `${secret}x`]) {
      expect([guess, await world.statusWith(guess)]).toEqual([guess, 401]);
    }
  });
});
