import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Agencies, callbackPath, openAgencies } from "./open-agencies.ts";
import { passIssuer, Surfer } from "./surf.ts";

let agencies: Agencies;
let callback: string;

beforeAll(async () => {
  agencies = await openAgencies();
  callback = `${agencies.stack.url}${callbackPath}`;
}, 60_000);
afterAll(() => agencies?.stop());

const begin = (agency = "ten_a") => `${agencies.stack.url}/v1/sign-in/agencies/${agency}/issuer`;
const leadsBack = (subject: string, surfer: Surfer, agency = "ten_a") =>
  passIssuer(surfer, begin(agency), subject, callback);

/** Where an answer of the issuer leads on our side, and who is signed in then. */
async function comeBack(surfer: Surfer, url: string) {
  const response = await surfer.ask(url);
  const to = (response.headers.get("location") ?? "").replace(agencies.stack.url, "");
  const session = await surfer.ask(`${agencies.stack.url}/v1/session`);
  return { status: response.status, to, session: session.status, body: (await session.json()) as object };
}

async function enter(subject: string, agency = "ten_a", surfer = new Surfer()) {
  return comeBack(surfer, await leadsBack(subject, surfer, agency));
}

const failed = (code: string) => ({ status: 303, to: `/sign-in?failed=${code}`, session: 401 });

describe("signing in at an agency's own issuer", () => {
  it("goes by the code flow with PKCE, state and nonce, and begins a session", async () => {
    const surfer = new Surfer();
    const response = await surfer.ask(begin());
    const sent = new URL(response.headers.get("location") ?? "");
    expect(Object.fromEntries(sent.searchParams)).toMatchObject({
      client_id: "luyue",
      response_type: "code",
      scope: "openid email",
      code_challenge_method: "S256",
      redirect_uri: callback,
    });
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect((sent.searchParams.get(name) ?? "").length).toBeGreaterThanOrEqual(43);
    }
    const entered = await enter("u-admin");
    expect(entered).toMatchObject({ status: 303, to: "/today", session: 200 });
    expect(entered.body).toMatchObject({ kind: "member", agencyId: "ten_a", name: "管理员" });
  });

  it("begins for an invited person with a mail that leads there", async () => {
    const { stack } = agencies;
    expect((await stack.work()).sent).toMatchObject({ delivered: 2, failed: 0 });
    const mails = stack.inbox.list().filter(({ subject }) => subject.includes("邀请"));
    expect(mails.map(({ to }) => to).toSorted()).toEqual(["manager@a.example", "manager@b.example"]);
    const [mail] = mails.filter(({ to }) => to === "manager@a.example");
    expect(mail?.text).toContain(`${stack.url}/sign-in/ten_a`);
    expect(await (await fetch(`${stack.url}/v1/sign-in/agencies/ten_a`)).json()).toMatchObject({
      by: "issuer",
    });
    const { items } = await stack.platform.tenant("ten_a").listOutbox({ limit: 10 });
    expect(items).toMatchObject([{ type: "letter.invitation", state: "delivered", attempts: [{}] }]);
    expect((await stack.work()).sent).toMatchObject({ delivered: 0 });
  });

  it("takes an invited person by an address that the issuer vouches for, and then by their subject", async () => {
    expect(await enter("u-unverified")).toMatchObject(failed("forbidden"));
    const first = await enter("u-manager");
    expect(first.body).toMatchObject({ name: "合同经办人", roles: ["contractManager"] });
    const store = agencies.stack.platform.tenant("ten_a");
    const known = (await store.listMembers()).filter(({ name }) => name === "合同经办人");
    expect(known).toMatchObject([{ subject: "u-manager", email: "manager@a.example" }]);
    expect(known[0]).not.toHaveProperty("invitedUntil");
    expect((await enter("u-manager")).body).toMatchObject({ id: known[0]?.id });
    const record = (await store.listRecord("tenant", { limit: 100 })).items;
    expect(record.map(({ command }) => command).slice(-2)).toEqual(["member.invite", "member.join"]);
    expect(JSON.stringify(record)).not.toContain("manager@a.example");
  });

  it("is the operator's way too, who then reads nobody's contracts", async () => {
    const surfer = new Surfer();
    const { url } = agencies.stack;
    const back = await passIssuer(surfer, `${url}/v1/sign-in/operator/issuer`, "op-1", callback);
    const entered = await comeBack(surfer, back);
    expect(entered.body).toMatchObject({ kind: "operator", id: "op-1", agencyId: null });
    expect((await surfer.ask(`${url}/v1/contracts`)).status).toBe(403);
    const { items } = await agencies.stack.platform.tenant("ten_platform").listAccess({ limit: 10 });
    expect(items.map(({ person }) => person.id)).toEqual(["op-1"]);
  });

  it("is for nobody whom the agency does not know", async () => {
    expect(await enter("u-stranger")).toMatchObject(failed("forbidden"));
    expect(await enter("u-manager", "ten_b")).toMatchObject(failed("forbidden"));
  });

  it("is once: neither the answer nor what was remembered for it is good again", async () => {
    const surfer = new Surfer();
    const url = await leadsBack("u-admin", surfer);
    const copy = surfer.cookies(agencies.stack.url);
    expect(await comeBack(surfer, url)).toMatchObject({ to: "/today", session: 200 });
    const replay = await fetch(url, { headers: { cookie: copy }, redirect: "manual" });
    expect(replay.headers.get("location")).toBe(`${agencies.stack.url}/sign-in?failed=forbidden`);
    expect(replay.headers.getSetCookie().join()).not.toContain("session");
  });

  it("is of one browser: another's answer signs nobody in", async () => {
    const url = await leadsBack("u-admin", new Surfer());
    expect(await comeBack(new Surfer(), url)).toMatchObject(failed("forbidden"));
    const victim = new Surfer();
    await victim.ask(begin());
    expect(await comeBack(victim, url)).toMatchObject(failed("forbidden"));
  });

  it.each(["state", "code", "iss"])("is refused with another %s", async (name) => {
    const surfer = new Surfer();
    const url = new URL(await leadsBack("u-admin", surfer));
    const other = name === "iss" ? agencies.issuers[1].url : "x".repeat(43);
    expect(url.searchParams.get(name)).toBeTruthy();
    url.searchParams.set(name, other);
    expect(await comeBack(surfer, url.href)).toMatchObject(failed("forbidden"));
  });

  it("does not take the answer of another agency's issuer", async () => {
    const surfer = new Surfer();
    const theirs = new URL(await leadsBack("u-admin", surfer, "ten_b"));
    const own = new Surfer();
    await own.ask(begin());
    const state = new URL((await own.ask(begin())).headers.get("location") ?? "").searchParams.get("state");
    theirs.searchParams.set("state", state ?? "");
    expect(await comeBack(own, theirs.href)).toMatchObject(failed("forbidden"));
  });

  it("is over after ten minutes, and where the person says no", async () => {
    const surfer = new Surfer();
    const url = await leadsBack("u-admin", surfer);
    agencies.stack.clock.set("2026-05-12T09:11:00+08:00");
    expect(await comeBack(surfer, url)).toMatchObject(failed("forbidden"));
    const other = new Surfer();
    const state = new URL((await other.ask(begin())).headers.get("location") ?? "").searchParams.get("state");
    const denied = `${callback}?error=access_denied&state=${state}&iss=${agencies.issuers[0].url}`;
    expect(await comeBack(other, denied)).toMatchObject(failed("forbidden"));
  });

  it("says so where the issuer is out of reach, and where there is none", async () => {
    const missing = await fetch(begin("ten_platform"), { redirect: "manual" });
    expect(missing.status).toBe(404);
    const unknown = await fetch(begin("ten_nobody"), { redirect: "manual" });
    expect(unknown.status).toBe(404);
    const surfer = new Surfer();
    const url = await leadsBack("u-admin", surfer, "ten_b");
    await agencies.issuers[1].stop();
    expect(await comeBack(surfer, url)).toMatchObject(failed("unavailable"));
  });
});
