import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { enrolPartners } from "../fixture/sign-contract.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const { terms, vendor } = demoContract("D");
const manager = "a/contractManager";
let fixture: Fixture;
let id: string;

beforeEach(async () => {
  const runtime = createFixedRuntime("2026-06-01T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  fixture = await startFixture(
    createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict }),
    runtime,
  );
  const file = { name: vendor.name, creditCode: vendor.creditCode, contacts: [] };
  await fixture.call("POST", "/v1/vendors", { as: manager, body: file });
  const { body } = await fixture.call("POST", "/v1/contracts", { as: manager, body: { terms } });
  ({ id } = body as { id: string });
  await post("/activate", {});
  await post("/events", { event: { kind: "signed", on: "2026-04-15" } });
});

const post = (path: string, body: object, as = manager) =>
  fixture.call("POST", `/v1/contracts/${id}${path}`, { as, body });
const get = (path: string, as = "a/auditor") => fixture.call("GET", `/v1/contracts/${id}${path}`, { as });
const headOf = async () => ((await get("")).body as { contract: object }).contract;
/** Everything that can be read of the contract. */
const look = async () => {
  const paths = ["", "/terms", "/record", "/obligations?limit=200"];
  return JSON.stringify(await Promise.all(paths.map(async (path) => (await get(path)).body)));
};

/** The terms at another total; what the capitals say no longer agrees then. */
const worth = (total: string, more: object = {}) => ({ ...terms, price: { total }, ...more });

describe("the preview of an amendment", () => {
  it("says in both languages what changes, of the obligations as well, and stores nothing", async () => {
    const before = await look();
    const [, , yearly] = terms.reports ?? [];
    const body = { terms: worth("1600000.00", { reports: [yearly] }), from: "2026-06-01" };
    const { status, body: preview } = await post("/amendments/preview", body, "a/auditor");
    expect(status).toBe(200);
    expect(preview).toMatchObject({
      differences: expect.arrayContaining([
        {
          change: "changed",
          place: "/price/total",
          subject: { zh: "合同价款", en: "price" },
          field: { zh: "总价", en: "total" },
          before: { zh: "1,489,600.00", en: "1,489,600.00" },
          after: { zh: "1,600,000.00", en: "1,600,000.00" },
        },
        {
          change: "removed",
          place: "/reports/0",
          subject: { zh: "报告“云服务商月度考核评价”", en: "report “monthly score of each cloud provider”" },
          field: null,
          before: {
            zh: "安排：服务期内每月；条款：第一条 第3款",
            en: "schedule: every month during “service term”; clause: 第一条 第3款",
          },
          after: null,
        },
      ]) as unknown,
      addedWork: {
        verdict: "passed",
        original: "1489600.00",
        added: "110400.00",
        most: "148960.00",
        rate: "7.41%",
        source: { zh: "《中华人民共和国政府采购法》第四十九条" },
      },
      obligations: { withdrawnCount: 20 },
    });
    const { effects } = preview as { effects: { effect: string; key: string; title: { zh: string } }[] };
    expect(effects.filter(({ effect }) => effect === "withdrawn")).toHaveLength(20);
    expect(effects.find(({ key }) => key === "payment.t1")).toMatchObject({
      effect: "moved",
      before: "2026-04-29",
      after: "2026-04-29",
      amountBefore: "223440.00",
      amountAfter: "240000.00",
    });
    expect(await look()).toBe(before);
    const made = await post("/amendments", { ...body, reason: "supplement 1", despite: "as signed" });
    expect(made.status).toBe(201);
    const { obligations } = preview as { obligations: object };
    expect((made.body as { obligations: object }).obligations).toEqual(obligations);
  });

  it("works out as of its day what one for a later day will do", async () => {
    const [, , yearly] = terms.reports ?? [];
    const body = { terms: { ...terms, reports: [yearly] }, from: "2026-09-01" };
    const preview = (await post("/amendments/preview", body)).body as {
      obligations: { withdrawn: string[] };
    };
    // Of both monthly reports those that begin on 15 September and after; the one of mid-August stays.
    expect(preview.obligations).toMatchObject({ created: 0, movedCount: 0, withdrawnCount: 14 });
    expect(preview.obligations.withdrawn).toContain("report.cloud-unit-score.06");
    expect(preview.obligations.withdrawn).not.toContain("report.cloud-unit-score.05");
  });

  it("says what more than a tenth breaks, which the amendment then wants a reason for", async () => {
    const body = { terms: worth("1638560.01"), from: "2026-06-01" };
    const { body: preview } = await post("/amendments/preview", body);
    expect(preview).toMatchObject({
      addedWork: { verdict: "failed", added: "148960.01", rate: "10.01%" },
    });
    const { failedChecks } = preview as { failedChecks: { check: string; figures: { zh: string } }[] };
    expect(failedChecks.map(({ check }) => check)).toContain("addedWork");
    const refused = await post("/amendments", { ...body, reason: "supplement 1" });
    expect(refused.status).toBe(409);
    const { faults } = refused.body as { faults: { path: string; zh: string }[] };
    expect(faults.map(({ path }) => path)).toContain("/price/total");
    expect(faults.map(({ zh }) => zh.slice(zh.indexOf("：") + 1))).toEqual(
      failedChecks.map(({ figures }) => figures.zh),
    );
    await post("/amendments", { ...body, reason: "supplement 1", despite: "approved" });
    const { items } = (await get("/checks")).body as { items: { check: string; verdict: string }[] };
    expect(items.find(({ check }) => check === "addedWork")).toMatchObject({ verdict: "failed" });
  });

  it("refuses as the amendment would, and checks the terms like it", async () => {
    expect((await post("/amendments/preview", { terms, from: "2026-02-30" })).status).toBe(422);
    expect((await post("/amendments/preview", { terms: {}, from: "2026-06-01" })).status).toBe(422);
    const other = { terms: { ...terms, number: "NO 7" }, from: "2026-06-01" };
    expect((await post("/amendments/preview", other)).status).toBe(422);
    const later = { terms: worth("1500000.00"), from: "2026-09-01", reason: "x", despite: "x" };
    expect((await post("/amendments", later)).status).toBe(201);
    expect((await post("/amendments/preview", { terms, from: "2026-09-01" })).status).toBe(409);
  });
});

describe("an amendment for a later day", () => {
  it("shows on the contract until it is taken back", async () => {
    const body = { terms: worth("1500000.00"), from: "2026-09-01", reason: "x", despite: "x" };
    expect((await post("/amendments", body)).body).toMatchObject({ termsVersion: 2 });
    expect(await headOf()).toMatchObject({ pendingFrom: "2026-09-01", termsVersion: 1, total: "1489600.00" });
    expect((await get("/terms")).body).toMatchObject({ items: [{ version: 1 }, { version: 2 }] });
    expect((await post("/amendments/withdrawal", {})).status).toBe(422);
    const withdrawn = await post("/amendments/withdrawal", { reason: "not signed" });
    expect([withdrawn.status, withdrawn.body]).toEqual([200, { id, termsVersion: 1 }]);
    expect(await headOf()).toMatchObject({ pendingFrom: null });
    expect((await get("/terms")).body).toMatchObject({ items: [{ version: 1 }] });
    expect((await post("/amendments/withdrawal", { reason: "again" })).status).toBe(409);
  });
});

describe("the preview of an early end", () => {
  it("works out the time worked, and when the notice has run", async () => {
    const { status, body } = await get("/settlement?ground=budget-change&on=2026-09-01");
    expect([status, body]).toEqual([
      200,
      {
        ground: { zh: "预算调整", en: "budget change" },
        noticedOn: null,
        possibleFrom: null,
        days: 140,
        termDays: 365,
        price: "571353.42",
        why: {
          zh: "按工作时间结算 1,489,600.00 × 140 ÷ 365 = 571,353.42",
          en: "by the time worked 1,489,600.00 × 140 ÷ 365 = 571,353.42",
        },
      },
    ]);
    await post("/events", { event: { kind: "endNoticed", on: "2026-08-01" } });
    expect((await get("/settlement?ground=budget-change")).body).toMatchObject({
      noticedOn: "2026-08-01",
      possibleFrom: "2026-09-01",
      days: 48,
      price: "195892.60",
    });
    expect((await get("/settlement?ground=special-reasons")).body).toMatchObject({
      possibleFrom: "2026-08-16",
    });
  });

  it.each([
    ["?ground=dislike", 404],
    ["", 422],
    ["?ground=budget-change&on=2026-02-30", 422],
    ["?ground=budget-change&until=2026-09-01", 422],
  ])("answers %s with %i", async (query, status) => {
    expect((await get(`/settlement${query}`)).status).toBe(status);
  });
});

describe("a contract's end over HTTP", () => {
  it("is recorded once with its price, and undone", async () => {
    const input = { on: "2026-06-01", price: "195892.60", reason: "agreed" };
    const headers = { "Idempotency-Key": "end-1" };
    const end = () => fixture.call("POST", `/v1/contracts/${id}/end`, { as: manager, body: input, headers });
    const ended = await end();
    expect([ended.status, ended.body]).toEqual([
      200,
      {
        id,
        status: "terminated",
        eventId: expect.stringMatching(/^evt_/) as unknown,
        price: "195892.60",
        refundOwed: "0.00",
      },
    ]);
    expect((await end()).body).toEqual(ended.body);
    const { eventId } = ended.body as { eventId: string };
    expect((await get("")).body).toMatchObject({ contract: { status: "terminated" }, phase: null });
    expect((await get("/obligations")).body).toMatchObject({
      items: [{ key: "secrecy.secrecy" }, { key: "payment.settlement", amount: "195892.60" }],
    });
    const event = { kind: "ended", on: "2026-05-31", amount: "1.00" };
    for (const [method, path, body] of [
      ["PUT", `/v1/contracts/${id}/events/${eventId}`, { event, reason: "x" }],
      ["POST", `/v1/contracts/${id}/events/${eventId}/withdrawal`, { reason: "x" }],
      ["POST", `/v1/contracts/${id}/events`, { event }],
    ] as const) {
      expect((await fixture.call(method, path, { as: manager, body })).status).toBeGreaterThanOrEqual(409);
    }
    const resumed = await post("/resume", { reason: "not agreed after all" });
    expect([resumed.status, resumed.body]).toEqual([200, { id, status: "active" }]);
    expect((await get("")).body).toMatchObject({ phase: "running" });
  });

  it("wants the notice of its ground, and names the first day", async () => {
    await post("/events", { event: { kind: "endNoticed", on: "2026-05-20" } });
    const refused = await post("/end", { on: "2026-06-01", ground: "special-reasons", reason: "x" });
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { detail: "通知期未满，最早 2026-06-04 可终止" },
    ]);
  });

  it("is closed with a reason where something is open, and opened again", async () => {
    const refused = await post("/close", {});
    expect(refused.status).toBe(409);
    expect((refused.body as { detail: string }).detail).toContain("未付款 1,489,600.00");
    const open = await get("/open-matters");
    expect(open.body).toMatchObject({ items: [{ zh: "未付款 1,489,600.00" }, {}] });
    const closed = await post("/close", { reason: "settled elsewhere" });
    expect(closed.status).toBe(200);
    expect(closed.body).toMatchObject({
      id,
      status: "closed",
      open: [{ zh: "未付款 1,489,600.00", en: "not paid yet: 1,489,600.00" }, {}],
    });
    expect((await get("/obligations")).body).toMatchObject({ items: [{ key: "secrecy.secrecy" }] });
    const event = { kind: "filed", on: "2026-06-01" };
    expect((await post("/events", { event })).status).toBe(409);
    expect((await post("/reopen", {})).status).toBe(422);
    const reopened = await post("/reopen", { reason: "one invoice was forgotten" });
    expect([reopened.status, reopened.body]).toEqual([200, { id, status: "active" }]);
    const { items } = (await get("/record")).body as { items: { command: string }[] };
    expect(items.map(({ command }) => command).slice(-2)).toEqual(["contract.close", "contract.reopen"]);
  });
});

describe("what happens to a contract after it was signed", () => {
  const tried: [string, string, object?][] = [
    ["POST", "/amendments/preview", { terms, from: "2026-06-01" }],
    ["POST", "/amendments/withdrawal", { reason: "x" }],
    ["GET", "/settlement?ground=budget-change"],
    ["GET", "/open-matters"],
    ["POST", "/end", { on: "2026-06-01", price: "1.00", reason: "x" }],
    ["POST", "/resume", { reason: "x" }],
    ["POST", "/close", { reason: "x" }],
    ["POST", "/reopen", { reason: "x" }],
  ];

  it.each(tried)(
    "%s %s is nothing that another agency or the vendor's people find",
    async (method, path, body) => {
      await enrolPartners(fixture);
      const before = await look();
      const as = (person: string) => fixture.call(method, `/v1/contracts/${id}${path}`, { as: person, body });
      expect((await as(`b/contractManager`)).status).toBe(404);
      expect((await as("partner/v1")).status).toBe(403);
      if (method === "POST" && path !== "/amendments/preview")
        expect((await as("a/finance")).status).toBe(403);
      expect(await look()).toBe(before);
    },
  );

  it("changes only on the version that was seen", async () => {
    for (const [method, path, body] of tried) {
      if (method === "GET" || path === "/amendments/preview") continue;
      const headers = { "If-Match": '"1"' };
      const { status } = await fixture.call(method, `/v1/contracts/${id}${path}`, {
        as: manager,
        body,
        headers,
      });
      // Some are refused for what they are before their version is looked at.
      expect([path, [409, 412].includes(status)]).toEqual([path, true]);
    }
    expect(await headOf()).toMatchObject({ status: "active", version: 3 });
  });
});
