import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { type Accepting, startAccepting } from "../fixture/accept-contract.ts";

const manager = "a/contractManager";
const vendor = "partner/v1";
let open: Accepting;
let agency: string;
let partner: string;

async function start(key: "B" | "D"): Promise<void> {
  const runtime = createFixedRuntime("2026-06-01T10:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  open = await startAccepting(platform, runtime, demoContract(key).terms);
  agency = `/v1/contracts/${open.id}`;
  partner = `/v1/partner/agencies/ten_a/contracts/${open.id}`;
}

beforeEach(() => start("D"));

const people = async (as = manager) =>
  (await open.call("GET", `${as === vendor ? partner : agency}/people`, { as })).body;
const evidence = [{ document: "协议复印件1" }];
const enter = async (name: string) =>
  (await open.post(vendor, `${partner}/people`, { name, role: "驻场工程师", joinedOn: "2026-05-06" })).id;
const obligations = async (kind: string) => {
  const { body } = await open.call("GET", `${agency}/obligations?kind=${kind}&limit=200`, { as: manager });
  return (body as { items: { dueOn: string; state: string; title: object }[] }).items;
};

describe("the vendor's people", () => {
  it("D: each owes an agreement of two years at least, whose copy is filed", async () => {
    const id = await enter("甲某");
    expect(await obligations("agreement")).toMatchObject([
      { dueOn: "2026-05-19", state: "overdue", title: { zh: "保密协议备案（甲某）" } },
    ]);
    expect(await people(vendor)).toMatchObject({
      roster: [{ id, here: true, problems: [{ zh: "保密协议未备案" }] }],
      here: 1,
      agreed: null,
    });
    const file = (until: string) =>
      open.post(vendor, `${partner}/people/${id}/agreement`, { signedOn: "2026-05-06", until, evidence });
    await file("2028-05-05");
    expect(await people()).toMatchObject({
      roster: [{ problems: [{ zh: "保密协议至 2028-05-05，应不少于2年" }] }],
    });
    await file("2028-05-06");
    expect(await people()).toMatchObject({ roster: [{ problems: [] }] });
    expect(await obligations("agreement")).toMatchObject([{ state: "fulfilled" }]);
  });

  it("B: a change wants ten days' notice: at, below and above", async () => {
    await start("B");
    expect(await people(vendor)).toMatchObject({
      ahead: { on: "2026-06-11", count: 10, unit: "day", clause: "第九条 第(二)款" },
    });
    const asked = async (on: string) => {
      const out = await enter(`甲${on}`);
      const body = { out, in: { name: "乙某", role: "驻场工程师" }, on, reason: "离职" };
      return open.post(vendor, `${partner}/staff-changes`, body);
    };
    expect(await asked("2026-06-11")).toMatchObject({
      latest: "2026-06-01",
      inTime: true,
      answerBy: "2026-06-08",
    });
    expect(await asked("2026-06-10")).toMatchObject({ latest: "2026-05-31", inTime: false });
    expect(await asked("2026-06-12")).toMatchObject({ latest: "2026-06-02", inTime: true });
    const notices = (await obligations("notice")).map(({ dueOn, state }) => [dueOn, state]);
    expect(notices.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1))).toEqual([
      ["2026-05-31", "fulfilled"],
      ["2026-06-01", "fulfilled"],
      ["2026-06-02", "fulfilled"],
    ]);
    expect(await obligations("staffAnswer")).toHaveLength(3);
  });

  it("change places with the buyer's consent, or stay where it refuses", async () => {
    const out = await enter("甲某");
    const ask = () =>
      open.post(vendor, `${partner}/staff-changes`, {
        out,
        in: { name: "乙某", role: "驻场工程师", key: true },
        on: "2026-06-20",
        reason: "离职",
      });
    const { id: first } = await ask();
    await open.post(manager, `${agency}/staff-changes/${first}/refusal`, { reason: "交接未完成" });
    const { id: second } = await ask();
    await open.post(manager, `${agency}/staff-changes/${second}/consent`);
    expect(await people(vendor)).toMatchObject({
      roster: [
        { name: "甲某", leftOn: "2026-06-19", here: true },
        { name: "乙某", joinedOn: "2026-06-20", here: false, key: true },
      ],
      changes: [
        { id: second, state: "consented" },
        { id: first, state: "refused", decided: { reason: "交接未完成" } },
      ],
    });
  });

  it("are replaced where the buyer demands it, and their absences are counted", async () => {
    const out = await enter("甲某");
    const { id } = await open.post(manager, `${agency}/staff-demands`, {
      out,
      on: "2026-06-10",
      reason: "不称职",
    });
    await open.post(vendor, `${partner}/staff-changes/${id}/replacement`, {
      in: { name: "乙某", role: "工程师" },
    });
    const { id: absenceId } = await open.post(manager, `${agency}/people/${out}/absences`, {
      what: "absent",
      on: "2026-05-20",
      note: "未到岗",
    });
    expect(await people()).toMatchObject({
      absences: [{ id: absenceId, withdrawn: null }],
      changes: [{ state: "carriedOut" }],
    });
    await open.post(manager, `${agency}/absences/${absenceId}/withdrawal`, { reason: "已请假" });
    const other = await enter("丙某");
    await open.post(vendor, `${partner}/people/${other}/corrections`, {
      role: "项目经理",
      reason: "岗位有误",
    });
    await open.post(manager, `${agency}/people/${other}/leaving`, { on: "2026-06-01", reason: "项目收尾" });
    expect(await people(vendor)).toMatchObject({ absences: [{ withdrawn: { reason: "已请假" } }] });
    const asked = await open.post(vendor, `${partner}/staff-changes`, {
      out: await enter("丁某"),
      on: "2026-06-20",
      reason: "离职",
    });
    await open.post(vendor, `${partner}/staff-changes/${asked.id}/withdrawal`, { reason: "留任" });
    expect(await people()).toMatchObject({ changes: [{ state: "withdrawn" }, {}] });
  });

  it("are nobody else's", async () => {
    await enter("甲某");
    expect((await open.call("GET", `${agency}/people`, { as: "b/contractManager" })).status).toBe(404);
    expect((await open.call("GET", `${partner}/people`, { as: "partner/v2" })).status).toBe(404);
    const consent = await open.call("POST", `${agency}/staff-changes/chg_0000000000/consent`, { as: vendor });
    expect(consent.status).toBe(403);
  });
});
