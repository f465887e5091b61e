import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, type Platform, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { enrolPartners, signMoneyContract } from "../fixture/sign-contract.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const manager = "a/contractManager";
const acceptor = "a/acceptor";
const picture = `sha256-${"a".repeat(64)}`;

let fixture: Fixture;
let runtime: ReturnType<typeof createFixedRuntime>;
let platform: Platform;
let path: string;
let partnerPath: string;
let own: string;
let vendors: string;

beforeEach(async () => {
  // Already 1 June in Shanghai, and still 31 May where the tests run.
  runtime = createFixedRuntime("2026-06-01T07:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  fixture = await startFixture(platform, runtime);
  const id = await signMoneyContract(fixture, "NO 1", "2026-06-01");
  await enrolPartners(fixture);
  const file = { hash: picture, bytes: 9, contentType: "image/png" };
  await platform.tenant("ten_a").putFile({ ...file, by: "ven_91990000MA0B26TF1M" });
  path = `/v1/contracts/${id}`;
  partnerPath = `/v1/partner/agencies/ten_a/contracts/${id}`;
  own = await unit("信息中心", "buyer");
  vendors = await unit("乙方运维组", "vendor");
});

async function post(as: string, at: string, body?: object) {
  const base = as.startsWith("partner") ? partnerPath : path;
  return fixture.call("POST", `${base}${at}`, { as, ...(body === undefined ? {} : { body }) });
}

const get = (as: string, at: string) =>
  fixture.call("GET", `${as.startsWith("partner") ? partnerPath : path}${at}`, { as });

async function unit(name: string, side: string): Promise<string> {
  const contacts = [{ name: "联系人", email: "unit@unit.example" }];
  const answer = await fixture.call("PUT", `${path}/units`, { as: manager, body: { name, side, contacts } });
  expect(answer.status).toBe(200);
  return (answer.body as { id: string }).id;
}

const rowFor = (unitId: string, more: object = {}) => {
  const facts = { title: "弱口令", severity: "high", demand: "改为强口令", dueOn: "2026-06-30" };
  return { unitId, ...facts, ...more };
};

async function handOut(...findings: object[]): Promise<readonly string[]> {
  const { status, body } = await post(manager, "/findings", { findings });
  expect(status).toBe(201);
  return (body as { findings: { id: string }[] }).findings.map(({ id }) => id);
}

const stateOf = async (id: string) =>
  ((await get(manager, `/findings/${id}`)).body as { state: string }).state;

describe("a finding", () => {
  it("goes from its hand-out by answer, review and re-test to its closing, with each step on it", async () => {
    const [id = ""] = await handOut(rowFor(vendors, { system: "门户网站" }));
    const evidence = [{ note: "截图", file: picture }];
    const answer = await post("partner/v1", `/findings/${id}/answer`, { note: "已更换", evidence });
    expect([answer.status, answer.body]).toEqual([
      200,
      { findings: [{ id, number: 1, state: "answered", dueOn: "2026-06-30" }] },
    ]);
    expect((await post(acceptor, `/findings/${id}/return`, { reason: "图不清楚" })).status).toBe(200);
    expect(await stateOf(id)).toBe("open");
    await post("partner/v1", `/findings/${id}/answer`, { note: "补图" });
    expect((await post(acceptor, `/findings/${id}/approval`)).status).toBe(200);
    expect((await post(manager, `/findings/${id}/retest`, { passed: true })).status).toBe(200);
    expect((await get("a/auditor", `/findings/${id}`)).body).toMatchObject({
      number: 1,
      unit: { id: vendors, name: "乙方运维组", side: "vendor" },
      system: "门户网站",
      detail: null,
      state: "closed",
      overdue: false,
      steps: [
        { step: "handedOut", side: "buyer", name: "contractManager" },
        { step: "answered", side: "vendor", note: "已更换", evidence },
        { step: "returned", note: "图不清楚" },
        { step: "answered", note: "补图" },
        { step: "approved", name: "acceptor" },
        { step: "passedRetest", name: "contractManager" },
      ],
    });
  });

  it("is taken back, opened again and given more time, each with a reason", async () => {
    const [first = "", second = ""] = await handOut(rowFor(own), rowFor(own));
    expect((await post(manager, `/findings/${first}/withdrawal`, { reason: "误发" })).status).toBe(200);
    const more = { dueOn: "2026-07-15", reason: "系统升级" };
    expect((await post(manager, `/findings/${second}/deadline`, more)).body).toMatchObject({
      findings: [{ state: "open", dueOn: "2026-07-15" }],
    });
    await post(acceptor, `/findings/${second}/answer`, { note: "已改" });
    await post(manager, `/findings/${second}/approval`);
    await post(manager, `/findings/${second}/retest`, { passed: true });
    const reason = { reason: "复测有误" };
    expect((await post(manager, `/findings/${second}/reopening`, reason)).status).toBe(200);
    expect((await get(manager, `/findings/${second}`)).body).toMatchObject({
      state: "open",
      steps: [
        {},
        { step: "extended", moved: { from: "2026-06-30", to: "2026-07-15" } },
        {},
        {},
        {},
        { step: "reopened" },
      ],
    });
    expect((await post(manager, `/findings/${first}/reopening`, reason)).body).toMatchObject({
      status: 409,
      detail: "第1号隐患为“已撤回”状态，须为“已销号”才能重新打开",
    });
  });

  it("is reviewed and re-tested by somebody else than who answered", async () => {
    const [id = ""] = await handOut(rowFor(vendors));
    await post(acceptor, `/findings/${id}/answer`, { note: "纸质反馈" });
    expect((await post(acceptor, `/findings/${id}/approval`)).body).toMatchObject({
      status: 403,
      detail: "第1号隐患由您本人反馈，须由他人审核和复测",
    });
    expect((await post(manager, `/findings/${id}/approval`)).status).toBe(200);
    expect((await post(acceptor, `/findings/${id}/retest`, { passed: true })).status).toBe(403);
    expect((await post("partner/v1", `/findings/${id}/retest`, { passed: true })).body).toMatchObject({
      status: 403,
      detail: "第1号隐患的责任单位属于乙方，由甲方复测",
    });
    expect((await post(manager, `/findings/${id}/retest`, { passed: true })).status).toBe(200);
  });

  it("goes on with others, all of them or none", async () => {
    const ids = await handOut(rowFor(vendors), rowFor(vendors), rowFor(own));
    const others = ids.slice(0, 2);
    const bad = await post("partner/v1", "/findings/answers", { findingIds: ids, note: "已改" });
    expect([bad.status, bad.body]).toMatchObject([
      403,
      { detail: "第3号隐患的责任单位属于甲方，由甲方人员反馈" },
    ]);
    expect(await stateOf(ids[0] ?? "")).toBe("open");
    await post("partner/v1", "/findings/answers", { findingIds: others, note: "已改" });
    const some = await post(acceptor, "/findings/approvals", { findingIds: ids });
    expect([some.status, some.body]).toMatchObject([
      409,
      { detail: "第3号隐患为“待反馈”状态，须为“待审核”才能审核通过" },
    ]);
    expect((await post(acceptor, "/findings/approvals", { findingIds: others })).status).toBe(200);
    const failed = { findingIds: others, passed: false, note: "仍可猜测" };
    expect((await post(acceptor, "/findings/retests", failed)).status).toBe(200);
    expect(await stateOf(ids[1] ?? "")).toBe("open");
  });
});

describe("the findings of a contract", () => {
  it("are listed by number, filtered and paged", async () => {
    await handOut(
      ...Array.from({ length: 5 }, (_, at) => rowFor(at % 2 === 0 ? own : vendors, { title: `第${at}项` })),
      rowFor(own, { severity: "low", dueOn: "2026-06-01" }),
    );
    const titles = async (query: string) => {
      const { body } = await get(manager, `/findings?${query}`);
      const { items, cursor } = body as { items: { number: number }[]; cursor: string | null };
      return { numbers: items.map(({ number }) => number), cursor };
    };
    expect((await titles("")).numbers).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await titles(`unitId=${vendors}`)).numbers).toEqual([2, 4]);
    expect((await titles("severity=low")).numbers).toEqual([6]);
    expect((await titles("state=closed")).numbers).toEqual([]);
    const { numbers, cursor } = await titles("limit=4");
    expect(numbers).toEqual([1, 2, 3, 4]);
    expect(await titles(`limit=4&cursor=${cursor}`)).toEqual({ numbers: [5, 6], cursor: null });
    expect((await titles("overdue=true")).numbers).toEqual([]);
    runtime.setNow("2026-06-02T07:00:00+08:00");
    expect((await titles("overdue=true")).numbers).toEqual([6]);
    expect((await get(manager, "/findings?overdue=yes")).status).toBe(422);
    expect((await get(manager, "/findings?state=gone")).status).toBe(422);
  });

  it("are summed up by unit and severity, on both sides", async () => {
    const [id = ""] = await handOut(
      rowFor(vendors),
      rowFor(own, { dueOn: "2026-06-01", severity: "critical" }),
    );
    await post("partner/v1", `/findings/${id}/answer`, { note: "已改" });
    runtime.setNow("2026-06-02T07:00:00+08:00");
    const counts = { total: 1, open: 0, answered: 0, approved: 0, closed: 0, overdue: 0 };
    for (const as of ["a/auditor", "partner/v1"]) {
      expect((await get(as, "/findings/summary")).body).toMatchObject({
        total: { ...counts, total: 2, open: 1, answered: 1, overdue: 1 },
        bySeverity: {
          critical: { ...counts, open: 1, overdue: 1 },
          high: { ...counts, answered: 1 },
          medium: { total: 0 },
        },
        byUnit: [
          { name: "信息中心", side: "buyer", counts: { ...counts, open: 1, overdue: 1 } },
          { name: "乙方运维组", side: "vendor", counts: { ...counts, answered: 1 } },
        ],
      });
    }
  });

  it("are one obligation a unit and day, which says how far they are", async () => {
    await handOut(rowFor(vendors), rowFor(vendors));
    const { body } = await get(manager, `/obligations?kind=finding`);
    expect(body).toMatchObject({
      items: [
        {
          title: { zh: "隐患整改反馈：乙方运维组（2项）" },
          kind: "finding",
          debtor: "vendor",
          dueOn: "2026-06-30",
          quota: { count: 2, unit: "finding", done: 0 },
        },
      ],
    });
  });

  it("are nobody else's: not another agency's, another vendor's, nor found under another contract", async () => {
    const [id = ""] = await handOut(rowFor(vendors));
    const others = await signMoneyContract(fixture, "NO 2", "2026-06-01");
    const nowhere = await fixture.call("GET", `/v1/contracts/${others}/findings/${id}`, { as: manager });
    expect(nowhere.status).toBe(404);
    for (const as of ["b/contractManager", "partner/v2"]) {
      for (const at of ["/findings", "/findings/summary", `/findings/${id}`]) {
        expect([as, at, (await get(as, at)).status]).toEqual([as, at, 404]);
      }
      const answer = await post(as, `/findings/${id}/answer`, { note: "已改" });
      expect([as, answer.status]).toEqual([as, 404]);
    }
    expect((await get("partner/v1", "/units")).status).toBe(404);
    expect((await fixture.call("GET", `${path}/units`, { as: "partner/v1" })).status).toBe(403);
    expect((await post("a/auditor", "/findings", { findings: [rowFor(own)] })).status).toBe(403);
    expect((await get("a/auditor", "/findings/fnd_x")).status).toBe(404);
  });
});

describe("the units of a contract", () => {
  it("are listed with their contacts, and changed by their id", async () => {
    const body = { unitId: own, name: "信息化处", side: "buyer", contacts: [] };
    expect((await fixture.call("PUT", `${path}/units`, { as: manager, body })).body).toEqual({
      id: own,
      name: "信息化处",
      side: "buyer",
    });
    expect((await get("a/auditor", "/units")).body).toEqual({
      items: [
        { id: own, name: "信息化处", side: "buyer", contacts: [] },
        {
          id: vendors,
          name: "乙方运维组",
          side: "vendor",
          contacts: [{ name: "联系人", email: "unit@unit.example", language: "zh" }],
        },
      ],
    });
    expect((await fixture.call("PUT", `${path}/units`, { as: acceptor, body })).status).toBe(403);
  });
});
