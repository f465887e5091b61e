import type { ContractTerms } from "@luyue/core/contract";
import { closeContract, endContract } from "@luyue/usecases/contract";
import { acceptDeliverable, reopenDeliverable } from "@luyue/usecases/deliverable";
import { handOutFindings, putUnit } from "@luyue/usecases/finding";
import { approvePayment, withdrawPayment } from "@luyue/usecases/payment";
import { proposeScore } from "@luyue/usecases/score";
import { beforeEach, describe, expect, it } from "vitest";
import { acceptedTerms, applyFor } from "./acceptance-seed.ts";
import { refusalOf } from "./expect-refusal.ts";
import { payOf, requestOf } from "./paying.ts";
import { member } from "./people.ts";
import { marksOf, scoredTerms } from "./score-seed.ts";
import { run, seedActive, seedTenant, termsOf } from "./seed.ts";
import { acceptWork, clerk, submitWork, uploadFile } from "./work-seed.ts";
import { openMemoryWorld, type World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const finance = member(tenantId, "finance");
let world: World;

beforeEach(async () => {
  world = await openMemoryWorld();
  await seedTenant(world, tenantId);
  await uploadFile(world);
});

const load = async (contractId: string) => (await world.platform.tenant(tenantId).loadContract(contractId))!;

describe("work that is open after an early end", () => {
  it("keeps the contract from being closed without a reason: rounds, scores and findings", async () => {
    const { score, services = [] } = scoredTerms("NO 1");
    const terms = acceptedTerms("NO 1");
    const more = { services: [...services, ...(terms.services ?? []).slice(1)], ...(score && { score }) };
    const both = { ...terms, ...more };
    const { contractId } = await seedActive(world, tenantId, both, "2026-06-01", "样例");
    const unit = { contractId, name: "信息中心", side: "buyer", contacts: [] };
    const { answer } = await run(world, putUnit, manager, tenantId, unit);
    const finding = {
      unitId: answer.id,
      title: "弱口令",
      severity: "critical",
      demand: "整改",
      dueOn: "2026-06-10",
    };
    await run(world, handOutFindings, manager, tenantId, { contractId, findings: [finding] });
    await applyFor(world, contractId);
    world.runtime.setNow("2026-07-01T10:00:00+08:00");
    const sheet = { contractId, period: "2026-06", marks: [marksOf("watching", "90")] };
    await run(world, proposeScore, manager, tenantId, sheet);
    const end = { contractId, on: "2026-07-01", price: "0.00", reason: "协商终止" };
    await run(world, endContract, manager, tenantId, end);
    const close = (input: object = {}) =>
      run(world, closeContract, manager, tenantId, { contractId, ...input });
    const refused = await refusalOf(close());
    expect(refused.code).toBe("conflict");
    expect(refused.reason.zh).toContain("1 轮验收未作结论；1 份考核评分未定；1 项安全隐患未销号");
    expect(refused.reason.en).toContain(
      "1 rounds of acceptance not concluded; 1 scores not settled; 1 findings not closed",
    );
    expect((await load(contractId)).contract.status).toBe("terminated");
    expect((await close({ reason: "另行处理" })).answer).toMatchObject({ status: "closed" });
  });
});

const span = { span: "term", term: "main" } as const;
const reports = "deliverable.reports";

/** A contract whose first tranche is paid once two reports have been accepted. */
async function seedGated(): Promise<string> {
  const title = { zh: "测评报告", en: "assessment report" };
  const schedule = { schedule: "count", count: 2, unit: "system", span } as const;
  const base = termsOf("NO 1", { deliverables: [{ key: "reports", title, schedule }] });
  const gates = [{ gate: "deliverablesAccepted", of: reports } as const];
  const tranches: ContractTerms["tranches"] = base.tranches.map((tranche) => ({ ...tranche, gates }));
  return (await seedActive(world, tenantId, { ...base, tranches }, "2026-06-01", "样例")).contractId;
}

describe("what a payment rests on", () => {
  const reopen = (ids: object) =>
    run(world, reopenDeliverable, clerk, tenantId, { ...ids, reason: "误操作" });

  it("is not reopened under the payment, from its request on until that is taken back", async () => {
    const contractId = await seedGated();
    await acceptWork(world, contractId, reports);
    const ids = await acceptWork(world, contractId, reports);
    const paymentId = await requestOf(world, tenantId, contractId, "t1", "1000.00");
    const refused = await refusalOf(reopen(ids));
    expect([refused.code, refused.reason.zh]).toEqual([
      "conflict",
      "通过后已申请、批准或支付以此为条件的款项，请先撤回或撤销该付款",
    ]);
    await run(world, approvePayment, finance, tenantId, { contractId, paymentId });
    expect((await refusalOf(reopen(ids))).code).toBe("conflict");
    const withdrawn = { contractId, paymentId, reason: "撤回" };
    await run(world, withdrawPayment, manager, tenantId, withdrawn);
    expect((await reopen(ids)).answer).toMatchObject({ state: "submitted" });
  });

  it("is the payment's own condition, and only what it needs of it", async () => {
    const contractId = await seedGated();
    const [first, second, third] = [
      await acceptWork(world, contractId, reports),
      await acceptWork(world, contractId, reports),
      await acceptWork(world, contractId, reports),
    ];
    await payOf(world, tenantId, contractId, "t1", "1000.00", "2026-06-01");
    // Two are owed and three were accepted: one of them may be checked again, not two.
    expect((await reopen(third)).answer).toMatchObject({ state: "submitted" });
    for (const ids of [first, second]) expect((await refusalOf(reopen(ids))).code).toBe("conflict");
    await run(world, acceptDeliverable, clerk, tenantId, third);
    expect((await reopen(first)).answer).toMatchObject({ state: "submitted" });
    const paid = (await load(contractId)).obligations.find(({ obligation }) => obligation.key === reports);
    expect(paid?.obligation.quota?.done).toBe(2);
  });

  it("is not what came after the payment", async () => {
    const contractId = await seedGated();
    await acceptWork(world, contractId, reports);
    await acceptWork(world, contractId, reports);
    await payOf(world, tenantId, contractId, "t1", "1000.00", "2026-06-01");
    world.runtime.setNow("2026-06-02T10:00:00+08:00");
    const later = await submitWork(world, contractId, reports);
    await run(world, acceptDeliverable, clerk, tenantId, later);
    expect((await reopen(later)).answer).toMatchObject({ state: "submitted" });
  });
});
