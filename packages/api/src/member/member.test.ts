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

const as = "a/administrator";
const guest = { name: "新同事", email: "Guest@A.example", roles: ["acceptor"] };
const invite = (more: object = {}) =>
  world.call("POST", "/v1/members/invitations", { as, body: { ...guest, ...more } });
const lettersOf = async (tenantId: string) =>
  (await world.platform.tenant(tenantId).listOutbox({ limit: 50 })).items.filter(({ type }) =>
    type.startsWith("letter."),
  );
const recordLines = async (tenantId = "ten_a") => JSON.stringify(await world.recordOf(tenantId));

describe("an invitation", () => {
  it("is a mail, and makes a member of who comes upon it", async () => {
    const invited = await invite();
    expect([invited.status, invited.body]).toMatchObject([
      201,
      { name: "新同事", roles: ["acceptor"], invitedUntil: "2026-05-13T00:00:00+08:00" },
    ]);
    expect(await lettersOf("ten_a")).toMatchObject([
      {
        type: "letter.invitation",
        to: { address: "Guest@A.example", name: "新同事" },
        payload: {
          organisation: "Agency a",
          url: "https://luyue.example/sign-in/ten_a",
          by: "administrator",
        },
        state: "pending",
      },
    ]);
    const { body } = await world.enter("guest@a.example");
    expect(body).toMatchObject({ kind: "member", agencyId: "ten_a", roles: ["acceptor"] });
    const { body: list } = await world.call("GET", "/v1/members", { as });
    const [member] = (list as { items: { name: string }[] }).items.filter(({ name }) => name === "新同事");
    expect(member).toMatchObject({ invitedUntil: null });
    const commands = (await world.recordOf("ten_a")).map(({ command }) => command);
    expect(commands.slice(-2)).toEqual(["member.invite", "member.join"]);
    expect((await recordLines()).toLowerCase()).not.toContain("guest@a.example");
  });

  it("holds through its fourteenth day, and is renewed by another one", async () => {
    const { body: first } = await invite();
    // Other roles before they have come leave it an invitation.
    const [member] = (await world.platform.tenant("ten_a").listMembers()).filter(
      ({ email }) => email === guest.email,
    );
    const { subject = "", name = "" } = member ?? {};
    await world.call("PUT", "/v1/members", {
      as,
      body: { subject, name, email: guest.email, roles: ["auditor"] },
    });
    world.runtime.setNow("2026-05-13T00:00:00+08:00");
    const late = await world.openLink(await world.askFor("guest@a.example"));
    expect(late.status).toBe(403);
    const { body: second } = await invite({ roles: ["finance"] });
    expect((second as { id: string }).id).toBe((first as { id: string }).id);
    expect((await world.enter("guest@a.example")).body).toMatchObject({ roles: ["finance"] });
    expect((await invite()).status).toBe(409);
  });

  it("is the administrator's to give and to take back", async () => {
    for (const other of ["a/contractManager", "a/auditor", "partner/v1"]) {
      const answer = await world.call("POST", "/v1/members/invitations", { as: other, body: guest });
      expect([other, answer.status]).toEqual([other, other.startsWith("partner") ? 401 : 403]);
    }
    const { id = "" } = (await invite()).body as { id?: string };
    const erased = await world.call("POST", `/v1/members/${id}/erase`, { as, body: { reason: "误邀" } });
    expect(erased.body).toEqual({ id });
    expect((await world.openLink(await world.askFor("guest@a.example"))).status).toBe(403);
  });

  it("goes to the first administrator of an agency that has no issuer, which begins by mail", async () => {
    const body = { name: "新单位", administrator: { name: "首位管理员", email: "first@new.example" } };
    const { body: made } = await world.call("POST", "/v1/tenants", { as: "operator/op", body });
    const { id } = made as { id: string };
    expect(await lettersOf(id)).toMatchObject([{ to: { address: "first@new.example" } }]);
    const { body: entered } = await world.enter("first@new.example");
    expect(entered).toMatchObject({ agencyId: id, roles: ["administrator"] });
    expect((await world.browser.get("/v1/tenant")).body).toMatchObject({ name: "新单位", issuer: null });
  });
});

describe("emergency access", () => {
  const body = {
    name: "应急人员",
    email: "emergency@a.example",
    until: "2026-04-28T13:00:00+08:00",
    reason: "统一登录故障",
  };
  const grant = (more: object = {}) =>
    world.call("POST", "/v1/tenants/ten_a/emergency-access", {
      as: "operator/op",
      body: { ...body, ...more },
    });

  it("lets a named person in for hours, on the agency's record, and tells its administrators", async () => {
    const { url, jwksUrl } = world.issuers.issuerOf("a");
    const issuer = { url, jwksUrl, client: { id: "luyue" } };
    await world.call("PUT", "/v1/tenants/ten_a/sign-in", { as: "operator/op", body: { issuer } });
    expect((await grant()).status).toBe(201);
    const [line] = (await world.recordOf("ten_a")).slice(-1);
    expect(line).toMatchObject({
      command: "emergency.grant",
      actor: { kind: "operator" },
      reason: "统一登录故障",
      after: { name: "应急人员", email: "e***@a.example", emergencyUntil: body.until },
    });
    const told = (await lettersOf("ten_a")).map(({ to }) => "address" in to && to.address);
    expect(new Set(told)).toEqual(new Set(["administrator@a.example", "emergency@a.example"]));
    const { body: entered } = await world.enter("emergency@a.example");
    expect(entered).toMatchObject({ agencyId: "ten_a", roles: ["administrator"] });
    expect((await world.browser.get("/v1/members")).status).toBe(200);
    world.pass(29);
    expect((await world.browser.get("/v1/members")).status).toBe(200);
    world.runtime.setNow(body.until);
    expect((await world.browser.get("/v1/members")).status).toBe(401);
    expect((await world.openLink(await world.askFor("emergency@a.example"))).status).toBe(403);
  });

  it("ends at once where an administrator takes the person out, and does not count as one", async () => {
    const { id = "" } = (await grant()).body as { id?: string };
    await world.enter("emergency@a.example");
    const last = { subject: "administrator", name: "A", email: "a@a.example", roles: [] };
    expect((await world.call("PUT", "/v1/members", { as, body: last })).status).toBe(409);
    await world.call("POST", `/v1/members/${id}/erase`, { as, body: { reason: "已恢复" } });
    expect((await world.browser.get("/v1/members")).status).toBe(401);
  });

  it("is nobody's but the operator's, and no longer than three days", async () => {
    for (const other of ["a/administrator", "b/administrator"]) {
      const path = "/v1/tenants/ten_a/emergency-access";
      expect((await world.call("POST", path, { as: other, body })).status).toBe(403);
    }
    expect((await grant({ until: "2026-05-01T09:00:01+08:00" })).status).toBe(422);
    const nowhere = await world.call("POST", "/v1/tenants/ten_zzz/emergency-access", {
      as: "operator/op",
      body,
    });
    expect(nowhere.status).toBe(404);
  });
});

describe("what is kept of a person", () => {
  const financeId = async () => (await world.platform.tenant("ten_a").getMember("finance"))?.id ?? "";

  it("is exported for them and for their administrator, which stands on the record", async () => {
    await world.enter();
    const own = await world.browser.get("/v1/session/personal-data");
    expect(own.body).toMatchObject({
      profile: { name: "finance", email: address, roles: ["finance"] },
      signIn: { secondFactorSince: world.runtime.now(), recoveryCodesLeft: 8 },
      sessions: [{ by: "mail", agent: "browser" }],
      opened: [{ command: "session.start" }, { command: "person.export" }],
      messages: [{ type: "letter.factor", recipient: address }],
    });
    const path = `/v1/members/${await financeId()}/personal-data`;
    const theirs = await world.call("GET", path, { as });
    expect(theirs.body).toMatchObject({ profile: { name: "finance" }, opened: [{}, {}] });
    expect(JSON.stringify([own.body, theirs.body])).not.toMatch(/sealed|hash":"[0-9a-f]{64}","seat/);
    expect((await world.call("GET", path, { as: "b/administrator" })).status).toBe(404);
    const admin = await world.platform.tenant("ten_a").getMember("administrator");
    const lines = await world.call("GET", `/v1/access-record/${admin?.id}`, { as: "a/auditor" });
    expect(lines.body).toMatchObject({ items: [{ command: "person.export", subject: await financeId() }] });
  });

  it("is forgotten with them, but for the record", async () => {
    await invite({ email: "leaving@a.example", name: "离职人员" });
    const { body } = await world.enter("leaving@a.example");
    const { id } = body as { id: string };
    const vendor = { creditCode: "91990000MA0B26TF1M", name: "示例供应商", contacts: [] };
    await world.call("PUT", "/v1/members", {
      as,
      body: { subject: "keeps", name: "K", email: "keeps@a.example", roles: ["contractManager"] },
    });
    await world.call("POST", "/v1/vendors", { as, body: vendor });
    const erase = (key: string) =>
      world.call("POST", `/v1/members/${id}/erase`, {
        as,
        body: { reason: "离职" },
        headers: { "Idempotency-Key": key },
      });
    expect((await erase("1")).status).toBe(200);
    expect((await erase("1")).body).toEqual({ id });
    expect((await erase("2")).status).toBe(404);
    expect((await world.browser.get("/v1/session")).status).toBe(401);
    expect(await world.platform.signIn.getAccount("leaving@a.example")).toBeUndefined();
    const store = world.platform.tenant("ten_a");
    const kept = [
      await store.listMembers(),
      await store.listOutbox({ limit: 50 }),
      await world.recordOf("ten_a"),
    ];
    expect(JSON.stringify(kept)).not.toContain("leaving@a.example");
    expect((await lettersOf("ten_a"))[0]).toMatchObject({ to: { address: "***" }, state: "withdrawn" });
    const [line] = (await world.recordOf("ten_a")).slice(-1);
    expect(line).toMatchObject({ command: "member.erase", reason: "离职", before: { name: "离职人员" } });
  });

  it("keeps the sign-in of who is somebody elsewhere too", async () => {
    const both = { subject: "both", name: "两处任职", email: address, roles: ["auditor"] };
    await world.call("PUT", "/v1/members", { as: "b/administrator", body: both });
    const { secret } = await world.enter();
    const path = `/v1/members/${await financeId()}/erase`;
    expect((await world.call("POST", path, { as, body: { reason: "调出" } })).status).toBe(200);
    world.pass(1);
    const browser = world.newBrowser();
    expect(await world.enterAgain(world.codeOf(secret), browser)).toBe(200);
    expect((await browser.get("/v1/session")).body).toMatchObject({ agencyId: "ten_b" });
  });

  it("stays as it was where erasing it is refused", async () => {
    await world.enter();
    const admin = world.newBrowser();
    await world.enter("administrator@a.example", admin);
    const path = async (subject: string) =>
      `/v1/members/${(await world.platform.tenant("ten_a").getMember(subject))?.id}/erase`;
    const body = { reason: "r" };
    const stale = await world.call("POST", await path("finance"), {
      as,
      body,
      headers: { "If-Match": '"1"' },
    });
    expect(stale.status).toBe(412);
    const until = "2026-04-28T13:00:00+08:00";
    const helper = { name: "E", email: "e@a.example", until, reason: "r" };
    await world.call("POST", "/v1/tenants/ten_a/emergency-access", { as: "operator/op", body: helper });
    const emergency = world.newBrowser();
    await world.enter("e@a.example", emergency);
    expect((await emergency.post(await path("administrator"), body)).status).toBe(409);
    for (const browser of [world.browser, admin]) {
      expect((await browser.get("/v1/session")).status).toBe(200);
    }
    expect(JSON.stringify(await lettersOf("ten_a"))).not.toContain("***");
  });

  it("is not an administrator's own to erase, nor the last one's", async () => {
    const admin = await world.platform.tenant("ten_a").getMember("administrator");
    const erase = (by: string) =>
      world.call("POST", `/v1/members/${admin?.id}/erase`, { as: by, body: { reason: "r" } });
    expect((await erase(as)).status).toBe(409);
    const second = { subject: "second", name: "S", email: "s@a.example", roles: ["administrator"] };
    await world.call("PUT", "/v1/members", { as, body: second });
    expect((await erase(as)).status).toBe(409);
    expect((await erase("a/second")).status).toBe(200);
    expect((await world.call("GET", "/v1/tenant", { as })).status).toBe(401);
  });
});
