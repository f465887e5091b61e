import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { type Accepting, startAccepting } from "../fixture/accept-contract.ts";

const manager = "a/contractManager";
const acceptor = "a/acceptor";
const vendor = "partner/v1";
let accepting: Accepting;
let agency: string;
let partner: string;

beforeEach(async () => {
  const runtime = createFixedRuntime("2027-05-10T10:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  accepting = await startAccepting(platform, runtime, demoContract("A").terms);
  agency = `/v1/contracts/${accepting.id}`;
  partner = `/v1/partner/agencies/ten_a/contracts/${accepting.id}`;
});

const see = async (path: string, as = manager) => (await accepting.call("GET", path, { as })).body;
const apply = async () =>
  (await accepting.post(vendor, `${partner}/acceptances/final/applications`, { note: "全部完成" })).id;
const results = Array.from({ length: 10 }, (_, at) => ({ criterion: at + 1, passed: true, note: "已核实" }));
const ofRound = (id: string, what: string) => `${agency}/acceptance-rounds/${id}/${what}`;

describe("the acceptance of contract A", () => {
  it("shows what each criterion comes to before anybody has applied", async () => {
    await accepting.post(manager, `${agency}/measurements`, {
      measure: "satisfaction",
      from: "2027-05-01",
      to: "2027-05-08",
      satisfied: "1999",
      answered: "2104",
    });
    const { criteria } = (await see(`${agency}/acceptances/final`)) as { criteria: unknown[] };
    expect(criteria).toHaveLength(10);
    expect(criteria[6]).toMatchObject({
      criterion: 7,
      measured: { value: "12", passed: true, why: { zh: "自 2026-04-28 至 2027-04-27，满12个月" } },
    });
    expect(criteria[9]).toMatchObject({
      target: "≥95%",
      measured: {
        value: "95",
        passed: true,
        why: { en: "1 measurement from 2027-05-01 to 2027-05-08: 1999 ÷ 2104" },
      },
    });
    expect(criteria[8]).toMatchObject({ measured: null });
  });

  it("goes from the vendor's application over its statement and all signatures to the conclusion", async () => {
    const id = await apply();
    await accepting.post(manager, ofRound(id, "assessment"), {
      results,
      acceptors: [{ memberSubject: "acceptor" }, { name: "专家甲" }],
    });
    await accepting.post(vendor, `${partner}/acceptance-rounds/${id}/statement`, { note: "无异议" });
    await accepting.post(acceptor, ofRound(id, "signatures"), { agrees: true });
    const early = await accepting.call("POST", ofRound(id, "conclusion"), {
      as: manager,
      body: { outcome: "passed" },
    });
    expect([early.status, (early.body as { detail: string }).detail]).toEqual([409, "尚未签字：专家甲"]);
    const paper = { agrees: true, acceptor: "expert2", evidence: [{ document: "专家意见表" }] };
    await accepting.post(manager, ofRound(id, "signatures"), paper);
    await accepting.post(acceptor, ofRound(id, "conclusion"), { outcome: "passed", on: "2027-05-10" });
    for (const [path, as] of [
      [`${agency}/acceptances`, acceptor],
      [`${partner}/acceptances`, vendor],
    ] as const) {
      expect(await see(path, as)).toMatchObject({
        contractId: accepting.id,
        asOf: "2027-05-10",
        rights: [],
        items: [
          {
            of: "final",
            passedOn: "2027-05-10",
            openRoundId: null,
            rounds: [
              {
                id,
                number: 1,
                state: "passed",
                applied: { side: "vendor" },
                statement: { note: "无异议" },
                assessment: {
                  acceptors: [
                    { name: "acceptor", expert: false, signature: { agrees: true } },
                    { name: "专家甲", expert: true, signature: { recordedBy: "contractManager" } },
                  ],
                },
              },
            ],
          },
        ],
      });
    }
    const { body } = await accepting.call("GET", `${agency}/obligations?kind=acceptance&state=fulfilled`, {
      as: manager,
    });
    expect(body).toMatchObject({ items: [{ key: "acceptance.final", state: "fulfilled" }] });
  });

  it("is objected to, withdrawn, applied for on paper and opened again", async () => {
    const first = await apply();
    const objection = { reason: "缺少复测报告", rectifyBy: "2027-05-31" };
    await accepting.post(acceptor, ofRound(first, "objection"), objection);
    const due = await see(`${agency}/obligations?kind=rectification`);
    expect(due).toMatchObject({ items: [{ dueOn: "2027-05-31", debtor: "vendor" }] });
    await accepting.post(manager, ofRound(first, "reopening"), { reason: "误操作" });
    expect(await see(`${agency}/obligations?kind=rectification`)).toMatchObject({ items: [] });
    await accepting.post(vendor, `${partner}/acceptance-rounds/${first}/withdrawal`, { reason: "补充材料" });
    const path = `${agency}/acceptances/final/applications`;
    const second = await accepting.post(manager, path, { appliedOn: "2027-05-09" });
    expect(second).toMatchObject({ of: "final", number: 2, state: "applied" });
    await accepting.post(manager, ofRound(second.id, "withdrawal"), { reason: "纸质申请有误" });
  });

  it("has measurements that are taken back and stay readable", async () => {
    const facts = {
      measure: "incidents-handled",
      from: "2026-05-01",
      to: "2026-12-31",
      part: "11",
      whole: "12",
    };
    const { id } = await accepting.post(manager, `${agency}/measurements`, facts);
    await accepting.post(acceptor, `${agency}/measurements/${id}/withdrawal`, { reason: "漏计一起" });
    expect(await see(`${agency}/measurements`, "a/auditor")).toMatchObject({
      items: [{ id, part: "11", whole: "12", survey: false, withdrawn: { reason: "漏计一起" } }],
    });
  });

  it("is the parties' own: not found by others, and refused to those who may not", async () => {
    const id = await apply();
    const paths = ["acceptances", "acceptances/final", "measurements", `acceptance-rounds/${id}/report`];
    for (const path of paths) {
      expect((await accepting.call("GET", `${agency}/${path}`, { as: "b/contractManager" })).status).toBe(
        404,
      );
      expect((await accepting.call("GET", `${agency}/${path}`, { as: vendor })).status).toBe(403);
      expect((await accepting.call("GET", `${agency}/${path}`)).status).toBe(401);
    }
    for (const path of ["acceptances", `acceptance-rounds/${id}/report`]) {
      expect((await accepting.call("GET", `${partner}/${path}`, { as: "partner/v2" })).status).toBe(404);
      expect((await accepting.call("GET", `${partner}/${path}`, { as: manager })).status).toBe(403);
    }
    const midterm = await accepting.call("GET", `${agency}/acceptances/midterm`, { as: manager });
    expect(midterm.status).toBe(404);
    const body = { results };
    expect((await accepting.call("POST", ofRound(id, "assessment"), { as: "a/finance", body })).status).toBe(
      403,
    );
  });
});
