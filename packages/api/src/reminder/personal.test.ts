import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Delivery, runReminders, unsubscribePath } from "@luyue/usecases/reminder";
import { type Change, type Platform, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { enrolPartners, signMoneyContract } from "../fixture/sign-contract.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const manager = "a/contractManager";
const admin = "a/administrator";
const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
let fixture: Fixture;
let platform: Platform;
let contractId: string;
let delivery: Delivery;
let failing: boolean;

beforeEach(async () => {
  runtime.setNow("2026-04-28T09:00:00+08:00");
  failing = false;
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  fixture = await startFixture(platform, runtime);
  await enrolPartners(fixture);
  contractId = await signMoneyContract(fixture, "NO 1", "2026-04-28");
  const contacts = [{ name: "项目负责人", email: "v1@vendor.example" }];
  const vendor = { creditCode: "91990000MA0B26TF1M", name: "示例供应商", contacts };
  await fixture.call("POST", "/v1/vendors", { as: manager, body: vendor });
  delivery = {
    deliver: async () => ({
      outcome: failing ? "failed" : "delivered",
      detail: failing ? "550 no such user" : "250",
    }),
    nextAttemptAt: () => undefined,
  };
});

const work = (at: string) => {
  runtime.setNow(at);
  return runReminders(platform, runtime, delivery);
};
const listOwn = async (as: string, query = "") =>
  (await fixture.call("GET", `/v1/notifications${query}`, { as })).body as {
    items: Record<string, unknown>[];
    cursor: string | null;
  };

describe("one's own list", () => {
  it("has what oneself was told, the newest first, marked as read once, and pages", async () => {
    await work("2026-05-14T09:00:00+08:00");
    const { items } = await listOwn(manager);
    expect(items[0]).toMatchObject({
      agency: "Agency a",
      contractId,
      contractName: "网络安全服务合同",
      step: "lead-14",
      channel: "email",
      readAt: null,
      link: expect.stringContaining(`/contracts/${contractId}`) as unknown,
    });
    const [first] = items;
    const names = [{ tenantId: first?.["tenantId"], contractId, key: first?.["key"] }];
    const mark = (as: string, body: unknown) => fixture.call("POST", "/v1/notifications/read", { as, body });
    expect((await mark(manager, { items: names })).body).toEqual({ marked: 1 });
    expect((await mark(manager, { items: names })).body).toEqual({ marked: 0 });
    expect((await listOwn(manager)).items[0]?.["readAt"]).toBe(runtime.now());
    expect((await mark("a/finance", { items: names })).status).toBe(404);
    expect((await mark("b/contractManager", { items: names })).status).toBe(404);
    expect((await mark("partner/v1", { items: names })).status).toBe(404);
    const page = await listOwn(manager, "?limit=1");
    expect(page.items).toHaveLength(1);
    const rest = await listOwn(manager, `?limit=100&cursor=${page.cursor ?? ""}`);
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual(
      (await listOwn(manager)).items.map(({ id }) => id),
    );
  });

  it("of a vendor's person has what all agencies told them, and nothing of another vendor's", async () => {
    await work("2026-05-14T09:00:00+08:00");
    const { items } = await listOwn("partner/v1");
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ recipient }) => recipient))).toEqual(new Set(["v1@vendor.example"]));
    expect((await listOwn("partner/v2")).items).toEqual([]);
    const names = [{ tenantId: "ten_a", contractId, key: items[0]?.["key"] }];
    const marked = await fixture.call("POST", "/v1/notifications/read", {
      as: "partner/v1",
      body: { items: names },
    });
    expect(marked.body).toEqual({ marked: 1 });
  });
});

describe("a calendar", () => {
  const make = async (as: string, body: object = {}) =>
    (await fixture.call("POST", "/v1/calendar-feeds", { as, body })).body as { id: string; url: string };
  const read = async (url: string) => {
    const answer = await fixture.app.request(new URL(url).pathname);
    return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
  };

  it("is read by its address alone, has each day as a day, and ends as it is revoked", async () => {
    const { id, url } = await make(manager);
    const { status, type, text } = await read(url);
    expect([status, type]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(text).toContain("BEGIN:VCALENDAR");
    const lines = text.replaceAll("\r\n ", "").split("\r\n");
    expect(lines).toContain("DTSTART;VALUE=DATE:20260528");
    expect(lines).toContain(`UID:${contractId}.payment.t1@luyue`);
    expect(lines.some((line) => line.startsWith("SUMMARY:") && line.includes("首付款"))).toBe(true);
    expect(lines.filter((line) => line.startsWith("DTSTAMP:")).every((line) => line.endsWith("Z"))).toBe(
      true,
    );
    const list = await fixture.call("GET", "/v1/calendar-feeds", { as: manager });
    expect(list.body).toMatchObject({ items: [{ id, contractId: null }] });
    expect((await fixture.call("DELETE", `/v1/calendar-feeds/${id}`, { as: "a/finance" })).status).toBe(404);
    expect((await fixture.call("DELETE", `/v1/calendar-feeds/${id}`, { as: manager })).status).toBe(200);
    expect((await read(url)).status).toBe(404);
  });

  it("is of one contract, or of what is one's own work alone", async () => {
    const one = await make("a/acceptor", { contractId });
    expect((await read(one.url)).text).toContain("payment.t1");
    const own = await make("a/acceptor");
    expect((await read(own.url)).text).not.toContain("payment.t1");
    expect(
      (await fixture.call("POST", "/v1/calendar-feeds", { as: manager, body: { contractId: "ctr_x" } }))
        .status,
    ).toBe(404);
  });

  it("of a vendor's person has their contracts with all agencies, and of another vendor none", async () => {
    const { url } = await make("partner/v1");
    expect((await read(url)).text).toContain("payment.t1");
    expect((await read((await make("partner/v2")).url)).text).not.toContain("BEGIN:VEVENT");
    const erase = { email: "v1@vendor.example", reason: "离职" };
    const erased = await fixture.call("POST", "/v1/partner-users/erase", { as: "operator/op", body: erase });
    expect(erased.status).toBe(200);
    expect((await read(url)).status).toBe(404);
    const left = await platform.tenant("ten_platform").listPersonal();
    expect(left.map(({ feeds = [] }) => feeds.map(({ vendorId }) => vendorId))).toEqual([
      ["ven_91990000MA0C35WG28"],
    ]);
  });

  it("ends with whoever is taken out of the agency, and nobody makes an address up", async () => {
    const { url } = await make(manager);
    const members = (await fixture.call("GET", "/v1/members", { as: admin })).body as {
      items: { id: string; subject: string }[];
    };
    const id = members.items.find(({ subject }) => subject === "contractManager")?.id ?? "";
    const erased = await fixture.call("POST", `/v1/members/${id}/erase`, {
      as: admin,
      body: { reason: "离职" },
    });
    expect(erased.status).toBe(200);
    expect((await read(url)).status).toBe(404);
    expect(await platform.tenant("ten_a").listPersonal()).toEqual([]);
    for (const at of [30, 60, 90]) {
      const spoilt = `${url.slice(0, at)}${url[at] === "A" ? "B" : "A"}${url.slice(at + 1)}`;
      expect((await read(spoilt)).status).toBe(404);
    }
  });
});

describe("a way out of the mails", () => {
  it("asks first, works once or often, for that address and agency, and stands on the record", async () => {
    const path = `/v1${unsubscribePath("ten_a", "V1@vendor.example", runtime)}`;
    const asked = await fixture.call("GET", path);
    expect(asked.body).toEqual({ agency: "Agency a", address: "v***@vendor.example" });
    expect(await platform.tenant("ten_a").listPersonal()).toEqual([]);
    for (let time = 0; time < 2; time += 1) {
      expect((await fixture.call("POST", path)).body).toEqual({ agency: "Agency a" });
    }
    expect(await platform.tenant("ten_a").listPersonal()).toMatchObject([{ address: "v1@vendor.example" }]);
    expect(await platform.tenant("ten_b").listPersonal()).toEqual([]);
    const { items } = await platform.tenant("ten_a").listRecord("tenant", { limit: 200 });
    expect(items.filter(({ command }) => command === "reminder.unsubscribe")).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain("v1@vendor.example");
    expect((await fixture.call("POST", `${path}x`)).status).toBe(404);
    expect((await fixture.call("GET", path.replace("unsubscribe", "calendars"))).status).toBe(404);
  });
});

describe("the rules and what came of them", () => {
  it("are read, set by an administrator, and previewed", async () => {
    const read = await fixture.call("GET", "/v1/reminder-policy", { as: manager });
    expect(read.body).toMatchObject({
      isDefault: true,
      sendAt: "09:00",
      standard: { leadDays: [30, 14, 7, 3, 1] },
    });
    const { isDefault: _known, ...settings } = read.body as { isDefault: boolean };
    const set = { ...settings, sendAt: "08:00" };
    expect((await fixture.call("PUT", "/v1/reminder-policy", { as: manager, body: set })).status).toBe(403);
    const would = (as: string, body: object) =>
      fixture.call("POST", "/v1/reminder-policy/preview?days=20&limit=3", { as, body });
    const early = (await would(manager, set)).body as { items: { at: string }[] };
    expect(early.items[0]?.at).toMatch(/T08:00:00/);
    expect((await would(manager, { ...set, sendAt: "25:00" })).status).toBe(422);
    const etag = read.headers.get("etag") ?? "";
    const headers = { "If-Match": etag };
    expect(
      (await fixture.call("PUT", "/v1/reminder-policy", { as: admin, body: set, headers })).body,
    ).toEqual(set);
    expect((await fixture.call("PUT", "/v1/reminder-policy", { as: admin, body: set, headers })).status).toBe(
      412,
    );
    const preview = (await fixture.call("GET", "/v1/reminders/preview?days=20&limit=3", { as: manager }))
      .body as {
      items: { at: string; recipients: object[] }[];
    };
    expect(preview.items[0]?.at).toMatch(/T08:00:00/);
    expect((await fixture.call("GET", "/v1/reminders/preview?days=93", { as: manager })).status).toBe(422);
    const choice = { off: ["report"], digest: "weekly" };
    expect((await fixture.call("PUT", "/v1/reminder-choices", { as: manager, body: choice })).body).toEqual(
      choice,
    );
    expect((await fixture.call("GET", "/v1/reminder-choices", { as: manager })).body).toEqual(choice);
  });

  it("of a failed mail can be seen and sent again, and the list is empty then", async () => {
    failing = true;
    await work("2026-05-14T09:00:00+08:00");
    const failed = (await fixture.call("GET", "/v1/reminders/failed", { as: manager })).body as {
      items: { key: string; contractId: string; attempts: { detail: string }[] }[];
    };
    expect(failed.items.length).toBeGreaterThan(0);
    expect(failed.items[0]?.attempts.at(-1)?.detail).toBe("550 no such user");
    failing = false;
    for (const { key, contractId: of } of failed.items) {
      const again = await fixture.call("POST", "/v1/reminders/resend", {
        as: admin,
        body: { contractId: of, key },
      });
      expect(again.status).toBe(202);
    }
    await work("2026-05-14T09:05:00+08:00");
    expect((await fixture.call("GET", "/v1/reminders/failed", { as: manager })).body).toEqual({
      items: [],
      cursor: null,
    });
  });
});
