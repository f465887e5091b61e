import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { type Accepting, startAccepting } from "../fixture/accept-contract.ts";

const manager = "a/contractManager";
let open: Accepting;
let agency: string;
let setNow: (now: string) => void;

beforeEach(async () => {
  const runtime = createFixedRuntime("2026-06-01T10:00:00+08:00");
  setNow = runtime.setNow;
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  open = await startAccepting(platform, runtime, demoContract("A").terms);
  agency = `/v1/contracts/${open.id}`;
});

interface Rights {
  readonly items: readonly {
    readonly key: string;
    readonly arisenOn: string;
    readonly decision: object | null;
  }[];
  readonly counters: readonly {
    readonly right: string;
    readonly counters: readonly { readonly text: object }[];
  }[];
  readonly decisions: readonly { readonly withdrawn: object | null }[];
}
const rights = async (as = "a/auditor") =>
  (await open.call("GET", `${agency}/rights`, { as })).body as Rights;

async function absent(times: number): Promise<void> {
  const { id } = await open.post(manager, `${agency}/people`, {
    name: "甲某",
    role: "驻场",
    joinedOn: "2026-05-01",
  });
  for (let day = 1; day <= times; day += 1) {
    const absence = { what: "absent", on: `2026-05-1${day}`, note: "离岗" };
    await open.post(manager, `${agency}/people/${id}/absences`, absence);
  }
}

describe("the rights of contract A", () => {
  it("tell how near they are before they arise, and arise with the third person-time", async () => {
    await absent(2);
    const near = await rights();
    expect(near.items).toEqual([]);
    expect(near.counters.find(({ right }) => right === "absence-terminate")).toMatchObject({
      counters: [{ text: { zh: "累计 2 人次（> 2）" } }],
    });
    await absent(1);
    expect((await rights()).items).toMatchObject([
      { key: "terms.absence-terminate", arisenOn: "2026-05-12", decision: null },
    ]);
  });

  it("are let go, taken back, and exercised: all that was paid is owed back", async () => {
    await absent(3);
    const right = `${agency}/rights/terms.absence-terminate`;
    const { id } = await open.post(manager, `${right}/letting-go`, { reason: "已整改" });
    expect((await rights()).items).toMatchObject([{ decision: { decision: "letGo", reason: "已整改" } }]);
    await open.post(manager, `${agency}/right-decisions/${id}/withdrawal`, { reason: "再次发生" });
    expect((await rights()).decisions).toMatchObject([{ withdrawn: { reason: "再次发生" } }]);
    const bad = await open.call("POST", `${right}/termination`, {
      as: manager,
      body: { on: "2026-06-01", price: "1.00", reason: "解除" },
    });
    expect(bad).toMatchObject({ status: 422, body: { faults: [{ path: "/price" }] } });
    expect(
      await open.post(manager, `${right}/termination`, { on: "2026-06-01", reason: "累计3人次" }),
    ).toMatchObject({
      status: "terminated",
      price: "0.00",
      refundOwed: "0.00",
      handBackDemanded: false,
      penalty: null,
    });
  });

  it("a breach that is noticed in writing is to be cured in ten days, and gives the right on the eleventh", async () => {
    const event = { kind: "breachNoticed", on: "2026-05-25", by: "vendor" };
    const bare = await open.call("POST", `${agency}/events`, { as: manager, body: { event } });
    expect(bare).toMatchObject({ status: 422, body: { faults: [{ path: "/event/evidence" }] } });
    await open.happen({ ...event, evidence: [{ document: "违约通知书1，EMS签收" }] });
    const { body } = await open.call("GET", `${agency}/obligations?limit=200`, { as: manager });
    const { items } = body as { items: { kind: string; dueOn: string; debtor: string }[] };
    expect(items.filter(({ kind }) => kind === "cure")).toMatchObject([
      { dueOn: "2026-06-04", debtor: "vendor" },
    ]);
    setNow("2026-06-04T23:59:00+08:00");
    expect((await rights()).items).toEqual([]);
    setNow("2026-06-05T00:00:00+08:00");
    expect((await rights()).items).toMatchObject([
      { key: "terms.uncured-terminate", arisenOn: "2026-06-05" },
    ]);
  });

  it("are the agency's to decide, and nobody else's", async () => {
    await absent(3);
    const body = { reason: "解除", on: "2026-06-01" };
    const path = `${agency}/rights/terms.absence-terminate/termination`;
    for (const [as, status] of [
      ["a/finance", 403],
      ["a/auditor", 403],
      ["partner/v1", 403],
      ["b/contractManager", 404],
    ] as const) {
      expect((await open.call("POST", path, { as, body })).status).toBe(status);
    }
    const nothing = await open.call("POST", `${agency}/rights/terms.nothing/letting-go`, {
      as: manager,
      body: { reason: "x" },
    });
    expect(nothing.status).toBe(404);
    const claim = await open.call("POST", `${agency}/rights/terms.absence-terminate/rectification`, {
      as: manager,
      body: { reason: "x", until: "2026-07-01" },
    });
    expect(claim.status).toBe(409);
  });
});

it("what terminating would come to is said before, and nothing of it is done", async () => {
  await absent(3);
  const path = `${agency}/rights/terms.absence-terminate/termination`;
  const preview = (query: string) => open.call("GET", `${path}?${query}`, { as: "a/auditor" });
  expect(await preview("on=2026-06-01")).toMatchObject({
    status: 200,
    body: {
      price: "0.00",
      why: { zh: "退还全部已付款项" },
      refundOwed: "0.00",
      handBackDemanded: false,
      penalty: null,
    },
  });
  expect((await preview("on=2026-05-11")).status).toBe(422);
  expect((await preview("on=2026-06-01&price=1.00")).status).toBe(422);
  expect((await rights()).items).toMatchObject([{ decision: null }]);
  expect((await open.call("GET", agency, { as: manager })).body).toMatchObject({
    contract: { status: "active" },
  });
});
