import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { enrolPartners, moneyTerms } from "../fixture/sign-contract.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const manager = "a/contractManager";
const span = { span: "term", term: "main" };
const title = (zh: string, en: string) => ({ zh, en });
const services = [
  {
    key: "scan",
    title: title("漏洞扫描", "scan"),
    schedule: { schedule: "count", count: 6, unit: "time", span },
  },
  {
    key: "events",
    title: title("重要活动保障", "duty at events"),
    schedule: { schedule: "count", count: 30, unit: "day", bound: "atMost", span },
  },
  { key: "duty", title: title("值守", "duty"), schedule: { schedule: "keyPeriods", each: "period", span } },
];
const keyPeriods = [
  { key: "national-day", name: title("国庆", "National Day"), from: "2026-10-01", to: "2026-10-07" },
];
const runtime = createFixedRuntime("2026-06-01T09:00:00+08:00");
let fixture: Fixture;
let contractId: string;

beforeEach(async () => {
  runtime.setNow("2026-06-01T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  fixture = await startFixture(
    createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict }),
    runtime,
  );
  await send("PATCH", "/v1/tenant", { keyPeriods }, "a/administrator");
  const vendor = { creditCode: "91990000MA0B26TF1M", name: "示例供应商", contacts: [] };
  await send("POST", "/v1/vendors", vendor);
  const drafted = await send("POST", "/v1/contracts", { terms: { ...moneyTerms("NO 1"), services } });
  contractId = (drafted as { id: string }).id;
  await send("POST", `/v1/contracts/${contractId}/activate`, { despite: "样例" });
  await send("POST", `/v1/contracts/${contractId}/events`, { event: { kind: "signed", on: "2026-06-01" } });
  await enrolPartners(fixture);
});

async function send(method: string, path: string, body: unknown, as = manager): Promise<unknown> {
  const answer = await fixture.call(method, path, { as, body });
  expect([path, answer.status < 300, answer.body]).toEqual([path, true, answer.body]);
  return answer.body;
}

const record = (of: string, quantity: number, on: string) =>
  send("POST", `/v1/contracts/${contractId}/events`, {
    event: { kind: "performed", of, quantity, on, evidence: [{ note: "服务记录" }] },
  });

interface Item {
  readonly key: string;
}

/** What a due list shows of one obligation. */
async function shown(key: string, path: string, as: string): Promise<Item | undefined> {
  const { body } = await fixture.call("GET", path, { as });
  return (body as { items: Item[] }).items.find((each) => each.key === key);
}

describe.each([
  ["the agency", "/v1/obligations?limit=200", manager],
  ["the vendor", "/v1/partner/obligations?limit=200", "partner/v1"],
])("an obligation as %s sees it", (_who, path, as) => {
  it("has the pace of a quota, as of the day, and why", async () => {
    expect(await shown("service.scan", path, as)).toMatchObject({
      state: "open",
      quota: {
        count: 6,
        unit: "time",
        done: 0,
        atMost: false,
        pace: {
          state: "onPace",
          expected: 0,
          left: 6,
          daysLeft: 365,
          next: { number: 1, on: "2026-08-31", expected: 1 },
        },
      },
      keyPeriod: null,
    });
    runtime.setNow("2026-12-01T09:00:00+08:00");
    await record("scan", 1, "2026-11-02");
    expect(await shown("service.scan", path, as)).toMatchObject({
      quota: {
        done: 1,
        pace: {
          state: "behind",
          expected: 3,
          left: 5,
          daysLeft: 182,
          why: {
            zh: "2026-06-01 至 2027-06-01 共需6次，按4段均分，截至 2026-11-30 应完成3次，已完成1次，尚余5次、182天；下一节点 2027-03-02 应完成4次",
          },
        },
      },
    });
  });

  it("shows what was used of an allowance, beyond it too, and never calls it overdue", async () => {
    runtime.setNow("2026-12-01T09:00:00+08:00");
    await record("events", 33, "2026-11-02");
    const quota = { count: 30, unit: "day", done: 33, atMost: true, pace: null };
    expect(await shown("service.events", path, as)).toMatchObject({ state: "ongoing", quota });
    expect(await shown("service.events", `${path}&state=ongoing`, as)).toMatchObject({ quota });
    runtime.setNow("2027-07-01T09:00:00+08:00");
    expect(await shown("service.events", path, as)).toMatchObject({ state: "ended", quota });
    expect(await shown("service.events", `${path}&state=overdue`, as)).toBeUndefined();
    expect(await shown("service.scan", `${path}&state=overdue`, as)).toMatchObject({ state: "overdue" });
  });

  it("names the key period that it is for", async () => {
    expect(await shown("service.duty.national-day", path, as)).toMatchObject({
      title: { zh: "值守（国庆）" },
      keyPeriod: keyPeriods[0] && { key: keyPeriods[0].key, name: keyPeriods[0].name },
      windowOpensOn: "2026-10-01",
      dueOn: "2026-10-07",
      quota: null,
    });
  });
});

describe("an allowance", () => {
  it("is credited with what was used, and cannot be called fulfilled", async () => {
    const at = `/v1/contracts/${contractId}/obligations/service.events`;
    await send("POST", `${at}/fulfilment`, { quantity: 3, evidence: [{ note: "值守记录" }] });
    expect(await shown("service.events", "/v1/obligations?limit=200", manager)).toMatchObject({
      quota: { done: 3 },
    });
    const { status, body } = await fixture.call("POST", `/v1/contracts/${contractId}/events`, {
      as: manager,
      body: { event: { kind: "fulfilled", of: "service.events", on: "2026-06-01" } },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      faults: [{ path: "/event/of", en: expect.stringContaining("allowance") as string }],
    });
  });
});

describe("key periods in the settings", () => {
  it("are refused with the place where a key stands twice", async () => {
    const body = { keyPeriods: [...keyPeriods, ...keyPeriods] };
    const answer = await fixture.call("PATCH", "/v1/tenant", { as: "a/administrator", body });
    expect([answer.status, answer.body]).toMatchObject([422, { faults: [{ path: "/keyPeriods/1/key" }] }]);
  });
});
