import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { address, type SigningIn, startSigningIn } from "../fixture/start-signing-in.ts";

let world: SigningIn;
beforeEach(async () => {
  const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  world = await startSigningIn(platform, runtime);
});

describe("signing in by mail", () => {
  it("takes a link, in the browser that asked for it, and a second factor that is set up the first time", async () => {
    const { secret, recovery, body } = await world.enter();
    expect(body).toMatchObject({ kind: "member", name: "finance", agencyId: "ten_a", roles: ["finance"] });
    expect(recovery).toHaveLength(8);
    expect(new Set(recovery).size).toBe(8);
    expect((await world.browser.get("/v1/tenant")).status).toBe(200);
    const other = world.newBrowser();
    world.pass(1);
    expect(await world.enterAgain(world.codeOf(secret), other)).toBe(200);
    expect((await other.get("/v1/session")).body).toMatchObject({ name: "finance" });
  });

  it("keeps of secrets only hashes and what is sealed", async () => {
    const link = await world.askFor(address);
    const { secret, recovery } = await world.enter();
    const account = await world.platform.signIn.getAccount(address);
    const sessions = await world.platform.signIn.listSessions({
      kind: "member",
      tenantId: "ten_a",
      subject: "finance",
    });
    const kept = JSON.stringify([account, sessions]);
    for (const each of [link, secret, ...recovery, world.browser.cookie("session") ?? "?"]) {
      expect(kept).not.toContain(each);
    }
    expect(sessions[0]?.hash).toBe(world.runtime.digest(world.browser.cookie("session") ?? ""));
  });

  it("gives cookies that are for this host alone and for no script", async () => {
    await world.enter();
    for (const [name, attributes] of world.browser.attributes) {
      expect(name).toMatch(/^__Host-/);
      expect(attributes).toMatch(/Path=\/(;|$)/);
      expect(attributes).toContain("HttpOnly");
      expect(attributes).toContain("Secure");
      expect(attributes).toContain("SameSite=Lax");
      expect(attributes).not.toContain("Domain");
    }
    expect([...world.browser.attributes.keys()].toSorted()).toEqual(
      ["browser", "session", "step"].map((each) => `__Host-luyue-${each}`),
    );
  });

  it("does not say whether an address is anybody's", async () => {
    const known = await world.newBrowser().post("/v1/sign-in/link", { email: address });
    const unknown = await world.newBrowser().post("/v1/sign-in/link", { email: "nobody@a.example" });
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    const link = world.requested.at(-1)?.secret;
    const opened = await world.browser.post("/v1/sign-in/link/open", { link });
    const nothing = await world.browser.post("/v1/sign-in/link/open", { link: "A".repeat(43) });
    const said = (body: unknown) => ({ ...(body as object), requestId: "" });
    expect([opened.status, said(opened.body)]).toEqual([403, said(nothing.body)]);
  });

  it("is one for all agencies and the vendor of an address, each seat by itself", async () => {
    const body = { roles: ["auditor"], subject: "both", name: "两处任职", email: address.toUpperCase() };
    await world.call("PUT", "/v1/members", { as: "b/administrator", body });
    await world.enter();
    const { body: session } = await world.browser.get("/v1/session");
    const seats = (session as { seats: { key: string; organisation: string; current: boolean }[] }).seats;
    expect(seats.map(({ organisation, current }) => [organisation, current])).toEqual([
      ["Agency a", true],
      ["Agency b", false],
    ]);
    const before = world.browser.cookie("session");
    const changed = await world.browser.put("/v1/session/seat", { seat: seats[1]?.key });
    expect(changed.body).toMatchObject({ agencyId: "ten_b", roles: ["auditor"] });
    expect(world.browser.cookie("session")).not.toBe(before);
    expect((await world.browser.get("/v1/tenant")).body).toMatchObject({ name: "Agency b" });
    expect(await world.statusWith(before ?? "")).toBe(401);
    const strange = await world.browser.put("/v1/session/seat", { seat: "member/ten_a/administrator" });
    expect(strange.status).toBe(404);
  });

  it("is not for people of an agency that signs in at its own issuer", async () => {
    const { url, jwksUrl } = world.issuers.issuerOf("a");
    await world.enter();
    const issuer = { url, jwksUrl, client: { id: "luyue", secret: "s3cret" } };
    const way = () => world.browser.get("/v1/sign-in/agencies/ten_a");
    expect((await way()).body).toEqual({ name: "Agency a", by: "mail" });
    const changed = await world.call("PUT", "/v1/tenants/ten_a/sign-in", {
      as: "operator/op",
      body: { issuer },
    });
    expect(changed.body).toEqual({ id: "ten_a", issuer: { url, jwksUrl, clientId: "luyue" } });
    expect((await way()).body).toEqual({ name: "Agency a", by: "issuer" });
    expect((await world.browser.get("/v1/tenant")).status).toBe(401);
    const link = await world.askFor(address);
    expect((await world.browser.post("/v1/sign-in/link/open", { link })).status).toBe(403);
    const kept = JSON.stringify([
      await world.platform.tenant("ten_a").getTenant(),
      await world.recordOf("ten_a"),
    ]);
    expect(kept).not.toContain("s3cret");
  });
});
