import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { issueTicket, recallIssuer } from "@luyue/usecases/sign-in";
import { beforeEach, describe, expect, it } from "vitest";
import { Browser } from "../fixture/browser.ts";
import { address, type SigningIn, startSigningIn } from "../fixture/start-signing-in.ts";

let world: SigningIn;
beforeEach(async () => {
  const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  world = await startSigningIn(platform, runtime);
});

describe("a link", () => {
  const open = async (link: string, by = world.browser) =>
    (await by.post("/v1/sign-in/link/open", { link })).status;

  it("is good once", async () => {
    const link = await world.askFor(address);
    expect([await open(link), await open(link)]).toEqual([200, 403]);
    const again = await world.askFor(address);
    const copies = Array.from({ length: 8 }, () => {
      const copy = new Browser(world.app, world.browser);
      return open(again, copy);
    });
    const statuses = await Promise.all(copies);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 403)).toHaveLength(7);
  });

  it("is good for ten minutes", async () => {
    const link = await world.askFor(address);
    world.pass(10);
    expect(await open(link)).toBe(403);
  });

  it("is good in the browser that asked for it, and a try from elsewhere does not use it up", async () => {
    const link = await world.askFor(address);
    const thief = world.newBrowser();
    expect(await open(link, thief)).toBe(403);
    await world.askFor("nobody@a.example", thief);
    expect(await open(link, thief)).toBe(403);
    expect(await open(link)).toBe(200);
  });

  it("is not asked for more than five times in a quarter of an hour, whoever it is to", async () => {
    for (const email of [address, "nobody@a.example"]) {
      for (let times = 0; times < 5; times += 1) await world.askFor(email);
      const more = await world.browser.post("/v1/sign-in/link", { email: email.toUpperCase() });
      expect([more.status, more.headers.get("retry-after")]).toEqual([429, "60"]);
    }
    world.pass(15);
    await world.askFor(address);
  });

  it("does nothing for somebody who has lost their roles meanwhile", async () => {
    const link = await world.askFor(address);
    const body = { subject: "finance", name: "finance", email: address, roles: [] };
    await world.call("PUT", "/v1/members", { as: "a/administrator", body });
    expect(await open(link)).toBe(403);
  });
});

describe("a code", () => {
  it("is good once, also in another sign-in at the same time", async () => {
    const { secret } = await world.enter();
    world.pass(1);
    const code = world.codeOf(secret);
    const others = [world.newBrowser(), world.newBrowser()];
    for (const other of others) {
      const link = await world.askFor(address, other);
      await other.post("/v1/sign-in/link/open", { link });
    }
    const statuses = await Promise.all(
      others.map(async (other) => (await other.post("/v1/sign-in/code", { code })).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200, 403]));
    expect(await world.enterAgain(code, world.newBrowser())).toBe(403);
  });

  it("holds a step early and late, and no longer", async () => {
    const { secret } = await world.enter();
    world.pass(5);
    const at = (seconds: number) => world.codeAt(secret, seconds);
    expect(await world.enterAgain(at(-60), world.newBrowser())).toBe(403);
    expect(await world.enterAgain(at(60), world.newBrowser())).toBe(403);
    expect(await world.enterAgain(at(-30), world.newBrowser())).toBe(200);
    expect(await world.enterAgain(at(30), world.newBrowser())).toBe(200);
    // One that is earlier than the last one taken is none, though its time has not passed.
    world.pass(15);
    expect(await world.enterAgain(at(30), world.newBrowser())).toBe(200);
    expect(await world.enterAgain(at(0), world.newBrowser())).toBe(403);
  });

  it("locks the account after the fifth wrong one, for a right one too, and says so on the record", async () => {
    const { secret } = await world.enter();
    world.pass(1);
    const link = await world.askFor(address);
    await world.browser.post("/v1/sign-in/link/open", { link });
    const tries: number[] = [];
    for (let times = 0; times < 6; times += 1) {
      tries.push((await world.browser.post("/v1/sign-in/code", { code: "000000" })).status);
    }
    expect(tries).toEqual([403, 403, 403, 403, 403, 429]);
    expect((await world.browser.post("/v1/sign-in/code", { code: world.codeOf(secret) })).status).toBe(429);
    const finance = await world.platform.tenant("ten_a").getMember("finance");
    const lines = await world.call("GET", `/v1/access-record/${finance?.id}`, { as: "a/auditor" });
    expect((lines.body as { items: { command: string }[] }).items.map(({ command }) => command)).toEqual([
      "session.start",
      "signIn.lock",
    ]);
    world.pass(1);
    expect((await world.browser.post("/v1/sign-in/code", { code: world.codeOf(secret) })).status).toBe(200);
  });

  it("is not looked at more often than is counted, however many come at once", async () => {
    const { secret } = await world.enter();
    world.pass(1);
    await world.openLink(await world.askFor(address));
    const before = world.looked();
    const codes = [...Array.from({ length: 39 }, () => "000000"), world.codeOf(secret)];
    const answers = await Promise.all(codes.map((code) => world.browser.post("/v1/sign-in/code", { code })));
    expect(world.looked() - before).toBe(5);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(35);
  });

  it("ends its step: another code in the same step begins no second session", async () => {
    const { secret } = await world.enter();
    world.pass(1);
    await world.openLink(await world.askFor(address));
    const copy = new Browser(world.app, world.browser);
    const enterBy = (browser: Browser, seconds: number) =>
      browser.post("/v1/sign-in/code", { code: world.codeAt(secret, seconds) });
    expect((await enterBy(world.browser, 0)).status).toBe(200);
    expect((await enterBy(copy, 30)).status).toBe(403);
    world.pass(1);
    expect((await enterBy(copy, 0)).status).toBe(403);
  });

  it("is needed, and the step before it", async () => {
    expect((await world.browser.post("/v1/sign-in/code", { code: "123456" })).status).toBe(403);
    const link = await world.askFor(address);
    await world.browser.post("/v1/sign-in/link/open", { link });
    expect((await world.browser.get("/v1/session")).status).toBe(401);
    world.pass(10);
    expect((await world.browser.post("/v1/sign-in/code", { code: "123456" })).status).toBe(403);
  });

  it("may be one of those for who has lost the second factor, each once; then another can be set up", async () => {
    const { recovery, secret } = await world.enter();
    const [first = "", second = ""] = recovery;
    expect(await world.enterAgain(first, world.newBrowser())).toBe(200);
    expect(await world.enterAgain(first, world.newBrowser())).toBe(403);
    const phoneless = world.newBrowser();
    expect(await world.enterAgain(` ${second.toUpperCase()} `, phoneless)).toBe(200);
    expect((await phoneless.delete("/v1/session/second-factor")).body).toEqual({ ended: 3 });
    expect((await phoneless.get("/v1/session")).status).toBe(401);
    expect((await world.browser.get("/v1/session")).status).toBe(401);
    world.pass(20);
    const again = await world.enter(address, phoneless);
    expect(again.secret).not.toBe(secret);
    const { items } = await world.platform.tenant("ten_a").listOutbox({ limit: 20 });
    expect(new Set(items.map(({ to }) => "address" in to && to.address))).toEqual(new Set([address]));
    const told = items.map(({ payload }) => payload as { what: string; recoveryLeft: number });
    const said = told.map(({ what, recoveryLeft }) => `${what} ${recoveryLeft}`);
    expect(new Set(said)).toEqual(new Set(["setUp 8", "recoveryUsed 7", "recoveryUsed 6"]));
  });

  it("can be forgotten by the operator, on the record, for who has lost all of it", async () => {
    const { secret } = await world.enter();
    const body = { email: address, reason: "手机遗失" };
    const reset = () => world.call("POST", "/v1/tenants/second-factors/reset", { as: "operator/op", body });
    expect((await reset()).body).toEqual({ address: "f***@a.example" });
    const again = await world.enter();
    expect(again.secret).not.toBe(secret);
    const [line] = (await world.recordOf("ten_platform")).slice(-1);
    expect(line).toMatchObject({ command: "factor.reset", reason: "手机遗失" });
    expect(JSON.stringify(line)).not.toContain(address);
  });
});

describe("what a browser is sent to an issuer with", () => {
  const sent = { step: "issuer", tenantId: "ten_a", state: "s", nonce: "n", verifier: "v" } as const;

  it("is recalled once, within ten minutes, and as nothing else", async () => {
    const secret = await issueTicket(sent, world);
    expect(await recallIssuer(secret, world)).toMatchObject(sent);
    await expect(recallIssuer(secret, world)).rejects.toMatchObject({ code: "forbidden" });
    const late = await issueTicket(sent, world);
    world.pass(10);
    await expect(recallIssuer(late, world)).rejects.toMatchObject({ code: "forbidden" });
    const link = await issueTicket({ step: "link", address, browser: "b" }, world);
    await expect(recallIssuer(link, world)).rejects.toMatchObject({ code: "forbidden" });
    const copies = await issueTicket(sent, world);
    const recalled = await Promise.allSettled(Array.from({ length: 8 }, () => recallIssuer(copies, world)));
    expect(recalled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
