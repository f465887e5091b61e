import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const manager = "a/contractManager";
const vendor = "partner/v1";
const { terms } = demoContract("B");
const nasty = `<script>alert("x")</script>&'"`;
let runtime: ReturnType<typeof createFixedRuntime>;
let fixture: Fixture;
let id: string;

interface Body {
  readonly [field: string]: unknown;
}

/** Contract B, signed on 3 March 2026, on the morning of 1 June in Shanghai. */
beforeEach(async () => {
  runtime = createFixedRuntime("2026-06-01T07:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  fixture = await startFixture(platform, runtime);
  const { creditCode = "", name } = terms.parties.vendor;
  await send("POST", manager, "/v1/vendors", { creditCode, name, contacts: [] });
  for (const [subject, code] of [
    ["v1", creditCode],
    ["v2", "91990000MA0C35WG28"],
  ]) {
    const person = { creditCode: code, subject, name: subject, email: `${subject}@vendor.example` };
    await send("POST", "operator/op", "/v1/partner-users", person);
  }
  id = String((await send("POST", manager, "/v1/contracts", { terms }))["id"]);
  await send("POST", manager, `/v1/contracts/${id}/activate`, { despite: "样例" });
  await send("POST", manager, `/v1/contracts/${id}/events`, { event: { kind: "signed", on: "2026-03-03" } });
});

/** Sends what has to go through; gives the answer. */
async function send(method: string, as: string, path: string, body?: unknown): Promise<Body> {
  const answer = await fixture.call(method, path, { as, ...(body === undefined ? {} : { body }) });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body as Body; // JSON of the application's own, checked by its schema
}

async function refuse(method: string, as: string, path: string, body?: unknown): Promise<[number, Body]> {
  const answer = await fixture.call(method, path, { as, ...(body === undefined ? {} : { body }) });
  return [answer.status, answer.body as Body]; // as above
}

const ofAgency = (rest = "") => `/v1/contracts/${id}/incidents${rest}`;
const ofVendor = (rest = "") => `/v1/partner/agencies/ten_a/contracts/${id}/incidents${rest}`;

const outage = {
  title: `门户网站中断${nasty}`,
  service: "emergency-response",
  kind: "outage",
  happenedAt: "2026-06-01T01:00:00+08:00",
  reportedAt: "2026-06-01T05:30:00+08:00",
  facts: { people: "300" },
};
const report = async (more: Body = {}, as = vendor) => {
  const path = as === vendor ? ofVendor() : ofAgency();
  return String((await send("POST", as, path, { ...outage, ...more }))["id"]);
};
const recovered = { recoveredAt: "2026-06-01T06:00:00+08:00", facts: { loss: "0" } };

describe("an incident", () => {
  it("is reported by the vendor; both see its clock, and what is missing for its class", async () => {
    const incident = await report();
    for (const [as, path] of [
      ["a/auditor", ofAgency(`/${incident}`)],
      [vendor, ofVendor(`/${incident}`)],
    ] as const) {
      const seen = await send("GET", as, path);
      expect(seen).toMatchObject({
        number: 1,
        state: "open",
        title: outage.title,
        reported: { side: "vendor" },
        respondedAt: null,
        classified: null,
        outdated: false,
        worst: {
          limit: "respond",
          dueAt: "2026-06-01T07:30:00+08:00",
          state: "running",
          taken: 90,
          left: 30,
        },
        assessment: { class: null, open: ["recoveredAt"] },
      });
      expect(seen["assessment"]).toMatchObject({
        grounds: [
          { class: "a", ground: "outage", holds: null },
          ...Array.from({ length: 3 }, () => ({ holds: false })),
          {
            class: "b",
            conditions: [
              {
                text: { zh: "影响人数：300 人（要求≥ 100 人），或经济损失：未填（要求> 500000 元）" },
                holds: true,
              },
              { text: { zh: "持续时间（尚未恢复）：6 h（要求≥ 4 h）" }, holds: true },
              {
                text: { zh: "持续时间（尚未恢复）：6 h（要求≤ 8 h）" },
                holds: null,
                missing: ["recoveredAt"],
              },
            ],
          },
          {},
          {},
          {},
        ],
      });
    }
  });

  it("is followed by the vendor, whose clock it stops, and what is there is not written over", async () => {
    const incident = await report();
    await send("POST", vendor, ofVendor(`/${incident}/steps`), { respondedAt: "2026-06-01T06:00:00+08:00" });
    const seen = await send("GET", manager, ofAgency(`/${incident}`));
    expect(seen).toMatchObject({ worst: null, clocks: [{ state: "met", taken: 30, left: 90 }] });
    const again = { respondedAt: "2026-06-01T05:40:00+08:00" };
    expect(await refuse("POST", vendor, ofVendor(`/${incident}/steps`), again)).toMatchObject([
      422,
      { faults: [{ path: "/respondedAt" }] },
    ]);
    const corrected = { ...again, reason: "录入有误" };
    await send("POST", manager, ofAgency(`/${incident}/corrections`), corrected);
    const { clocks } = await send("GET", manager, ofAgency(`/${incident}`));
    expect(clocks).toMatchObject([{ state: "met", taken: 10 }]);
    const duties = await send("GET", manager, `/v1/contracts/${id}/obligations?state=fulfilled`);
    const keys = (duties["items"] as { key: string }[]).map(({ key }) => key);
    expect(keys).toContain(`service.emergency-response.${incident}.respond`);
  });

  it("is given its class by the agency alone, with the ground; another one wants a reason", async () => {
    const incident = await report();
    const judge = (body: Body) => refuse("POST", manager, ofAgency(`/${incident}/classification`), body);
    expect(await judge({ class: "b", fault: "vendor" })).toMatchObject([
      422,
      { faults: [{ path: "/reason", zh: "尚未填写：恢复时刻，不能按事实定级；现在定级须说明理由" }] },
    ]);
    await send("POST", vendor, ofVendor(`/${incident}/steps`), recovered);
    expect(await judge({ class: "a", fault: "vendor" })).toMatchObject([
      422,
      { faults: [{ path: "/reason" }] },
    ]);
    expect(await judge({ class: "b", fault: "vendor" })).toMatchObject([200, { class: "b", proposed: "b" }]);
    expect(await send("GET", vendor, ofVendor(`/${incident}`))).toMatchObject({
      fault: "vendor",
      outdated: false,
      classified: { class: "b", ground: "outage", proposed: "b", reason: null },
    });
    for (const step of ["classification", "corrections", "closing", "reopening", "withdrawal"]) {
      expect((await refuse("POST", vendor, ofVendor(`/${incident}/${step}`), {}))[0]).toBe(404);
      expect((await refuse("POST", vendor, ofAgency(`/${incident}/${step}`), { reason: "不服" }))[0]).toBe(
        403,
      );
    }
  });

  it("shows where facts came that its class did not rest on", async () => {
    const incident = await report();
    const { recoveredAt } = recovered;
    await send("POST", vendor, ofVendor(`/${incident}/steps`), { recoveredAt });
    await send("POST", manager, ofAgency(`/${incident}/classification`), { class: "b", fault: "vendor" });
    await send("POST", manager, ofAgency(`/${incident}/corrections`), {
      happenedAt: "2026-05-31T21:59:59+08:00",
      reason: "日志显示更早",
    });
    const corrected = await send("GET", vendor, ofVendor(`/${incident}`));
    expect(corrected).toMatchObject({ classified: null, assessment: { class: "a", ground: "outage" } });
    const late = await report({ facts: {}, recoveredAt, happenedAt: "2026-05-31T21:00:00+08:00" });
    const early = { class: "none", fault: "other", reason: "尚在核实" };
    await send("POST", manager, ofAgency(`/${late}/classification`), early);
    expect(await send("GET", manager, ofAgency(`/${late}`))).toMatchObject({
      outdated: false,
      classified: { proposed: null },
    });
    await send("POST", vendor, ofVendor(`/${late}/steps`), { facts: { people: "300" } });
    expect(await send("GET", manager, ofAgency(`/${late}`))).toMatchObject({
      outdated: true,
      assessment: { class: "a" },
    });
  });

  it("is closed, opened again and taken back, and listed by state, class and kind", async () => {
    const first = await report({ ...recovered, facts: { people: "300", loss: "0" } });
    const second = await report({ kind: "intrusion", facts: {} }, manager);
    const early = await refuse("POST", manager, ofAgency(`/${first}/closing`), {});
    expect(early[0]).toBe(409);
    await send("POST", manager, ofAgency(`/${first}/classification`), { class: "b", fault: "vendor" });
    await send("POST", manager, ofAgency(`/${first}/closing`), { note: "已复盘" });
    await send("POST", manager, ofAgency(`/${second}/withdrawal`), { reason: "误报" });
    const numbers = async (query = "") =>
      ((await send("GET", vendor, ofVendor(query)))["items"] as { number: number }[]).map(
        ({ number }) => number,
      );
    expect(await numbers()).toEqual([2, 1]);
    expect(await numbers("?state=closed")).toEqual([1]);
    expect(await numbers("?state=open")).toEqual([]);
    expect(await numbers("?class=b")).toEqual([1]);
    expect(await numbers("?class=a")).toEqual([]);
    expect(await numbers("?kind=intrusion")).toEqual([2]);
    expect((await refuse("GET", vendor, ofVendor("?state=lost")))[0]).toBe(422);
    expect(await send("GET", vendor, ofVendor(`/${first}`))).toMatchObject({
      state: "closed",
      closed: { name: "contractManager", note: "已复盘" },
      withdrawn: null,
    });
    expect(await send("GET", manager, ofAgency(`/${second}`))).toMatchObject({
      closed: null,
      withdrawn: { reason: "误报" },
      clocks: [],
    });
    await send("POST", manager, ofAgency(`/${first}/reopening`), { reason: "又中断" });
    expect(await numbers("?state=open")).toEqual([1]);
  });

  it("is nobody else's to see, report or follow", async () => {
    const incident = await report();
    const other = `/v1/partner/agencies/ten_b/contracts/${id}/incidents`;
    for (const [as, method, path, body] of [
      ["partner/v2", "GET", ofVendor()],
      ["partner/v2", "GET", ofVendor(`/${incident}`)],
      ["partner/v2", "POST", ofVendor(), outage],
      ["partner/v2", "POST", ofVendor(`/${incident}/steps`), recovered],
      [vendor, "GET", other],
      [vendor, "POST", other, outage],
      ["b/contractManager", "GET", ofAgency()],
      ["b/contractManager", "GET", ofAgency(`/${incident}`)],
      ["b/contractManager", "POST", ofAgency(), outage],
      ["b/contractManager", "POST", ofAgency(`/${incident}/withdrawal`), { reason: "误报" }],
      [manager, "GET", ofAgency("/inc_zzzzzzzzzz")],
    ] as const) {
      expect([as, path, (await refuse(method, as, path, body))[0]]).toEqual([as, path, 404]);
    }
    expect((await refuse("GET", vendor, ofAgency()))[0]).toBe(403);
    expect((await refuse("POST", "a/auditor", ofAgency(), outage))[0]).toBe(403);
    expect((await refuse("GET", manager, ofAgency("/nonsense")))[0]).toBe(404);
  });

  it("refuses what cannot be, naming the place, and stores nothing", async () => {
    for (const [more, path] of [
      [{ facts: { people: 300 } }, "/facts/people"],
      [{ facts: { duration: "9" } }, "/facts/duration"],
      [{ kind: "flood" }, "/kind"],
      [{ happenedAt: "2026-06-01T07:00:01+08:00" }, "/happenedAt"],
      [{ happenedAt: "2026-06-01" }, "/happenedAt"],
      [{ reportedAt: "2026-06-01T00:59:59+08:00" }, "/reportedAt"],
      [{ class: "a" }, ""],
    ] as const) {
      const [status, problem] = await refuse("POST", vendor, ofVendor(), { ...outage, ...more });
      const faults = problem["faults"] as { path: string }[]; // a problem document
      expect([status, faults[0]?.path]).toEqual([422, path]);
    }
    expect(await send("GET", manager, ofAgency())).toMatchObject({ items: [] });
  });
});
