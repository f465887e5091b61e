import { instantAt } from "@luyue/core/civil-date";
import type { ContractTerms } from "@luyue/core/contract";
import { demoContract } from "@luyue/testing/contracts";
import {
  activateContract,
  amendContract,
  closeContract,
  endContract,
  reopenContract,
  resumeContract,
} from "@luyue/usecases/contract";
import { recordEvent } from "@luyue/usecases/event";
import { acceptInvoice, submitInvoice } from "@luyue/usecases/invoice";
import { approveDeduction, proposeDeduction } from "@luyue/usecases/deduction";
import { expect, it } from "vitest";
import { listAll } from "./dump-platform.ts";
import { refusalOf } from "./expect-refusal.ts";
import { onBoth } from "./on-engine.ts";
import { payOf } from "./paying.ts";
import { member } from "./people.ts";
import { createRecorder, isReminder, workAt } from "./reminding.ts";
import { run, seedActive, seedDraft, seedTenant, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const finance = member(tenantId, "finance");
const unbalanced = { price: { total: "1100.00" } };

const load = async (world: World, contractId: string) => {
  const state = await world.platform.tenant(tenantId).loadContract(contractId);
  if (state === undefined) throw new Error("no contract");
  return state;
};
const obligationsOf = async (world: World, contractId: string) =>
  (await load(world, contractId)).obligations
    .map(({ obligation }) => obligation)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
const keysOf = async (world: World, contractId: string) =>
  (await obligationsOf(world, contractId)).map(({ key }) => key);
const lastLine = async (world: World, contractId: string) => {
  const lines = await listAll((page) => world.platform.tenant(tenantId).listRecord(contractId, page));
  return lines.at(-1);
};

onBoth("a contract whose checks fail", (openWorld) => {
  it("is activated with a reason, which stands on the record with the figures", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const contractId = await seedDraft(world, tenantId, termsOf("NO 1", unbalanced));
    const activate = (more: object) =>
      run(world, activateContract, manager, tenantId, { contractId, ...more });
    const { faults } = await refusalOf(activate({}));
    const [fault, ...more] = faults;
    expect(
      [fault?.reason.zh, fault?.reason.en].map((text) => /1,000\.00.*1,100\.00/.test(text ?? "")),
    ).toEqual([true, true]);
    expect(more).toEqual([]);
    const despite = "原文如此，双方已另行说明";
    expect((await activate({ despite })).answer).toMatchObject({ status: "active" });
    expect(await lastLine(world, contractId)).toMatchObject({
      command: "contract.activate",
      reason: despite,
      after: {
        status: "active",
        failedChecks: [{ check: "trancheSum", places: ["/price/total", "/tranches/0/amount"] }],
      },
    });
  });

  it("is activated without a word where all is in order", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 1"));
    const line = await lastLine(world, contractId);
    expect(line?.after).not.toHaveProperty("failedChecks");
    expect(line).not.toHaveProperty("reason");
  });

  it("is amended without a new reason while nothing more fails, and with one where something does", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const contractId = await seedDraft(world, tenantId, termsOf("NO 1", unbalanced));
    await run(world, activateContract, manager, tenantId, { contractId, despite: "原文如此" });
    const amend = (terms: ContractTerms, more: object = {}) => {
      const input = { contractId, terms, from: "2026-06-01", reason: "补充协议" };
      return run(world, amendContract, manager, tenantId, { ...input, ...more });
    };
    await amend(termsOf("NO 1", unbalanced, 45));
    expect((await lastLine(world, contractId))?.after).not.toHaveProperty("failedChecks");
    const worse = termsOf("NO 1", { price: { total: "1300.00" } });
    const { code, faults } = await refusalOf(amend(worse));
    expect(code).toBe("conflict");
    expect(faults.map(({ reason }) => reason.zh)).toEqual([
      expect.stringContaining("1,300.00"),
      expect.stringContaining("补充协议累计追加 200.00（18.19%）"),
    ]);
    await amend(worse, { despite: "财政已批复" });
    expect(await lastLine(world, contractId)).toMatchObject({
      reason: "补充协议",
      after: {
        termsVersion: 3,
        despite: "财政已批复",
        failedChecks: [{ check: "trancheSum" }, { check: "addedWork", places: ["/price/total"] }],
        differences: [expect.anything(), expect.anything()],
      },
    });
  });
});

/** A year of quarterly reports, an allowance that nobody used, and secrecy beyond it; 400.00 of 1000.00 paid, and 50.00 to be deducted. */
async function arrangeOpen(world: World): Promise<string> {
  await seedTenant(world, tenantId, { webhooks: 0 });
  const span = { span: "term", term: "main" } as const;
  const after = { anchor: "trigger" } as const;
  const terms = termsOf("NO 1", {
    reports: [
      {
        key: "q",
        title: { zh: "季报" },
        schedule: { schedule: "every", period: "quarter", span, from: "span" },
      },
    ],
    services: [
      {
        key: "events",
        title: { zh: "重要活动保障" },
        schedule: { schedule: "count", count: 30, unit: "day", bound: "atMost", span },
      },
    ],
    secrecy: {
      key: "secrecy",
      title: { zh: "保密" },
      lasts: { count: 3, unit: "year", afterTerm: "main" },
      handBack: { due: { rule: "within", count: 5, unit: "day", after, roll: "none" } },
    },
  });
  const { contractId } = await seedActive(world, tenantId, terms, "2026-06-01");
  await payOf(world, tenantId, contractId, "t1", "400.00", "2026-06-01");
  const proposed = { contractId, title: "响应超时", reason: "到场超过两小时", amount: "50.00" };
  const { answer } = await run(world, proposeDeduction, manager, tenantId, proposed);
  await run(world, approveDeduction, finance, tenantId, { contractId, deductionId: answer.id });
  const event = { kind: "handBackDemanded", on: "2026-06-01" };
  await run(world, recordEvent, manager, tenantId, { contractId, event });
  return contractId;
}

onBoth("closing a contract", (openWorld) => {
  it("wants a reason while something is open, and says what", async () => {
    const world = await openWorld();
    const contractId = await arrangeOpen(world);
    const { reason } = await refusalOf(run(world, closeContract, manager, tenantId, { contractId }));
    expect(reason).toEqual({
      zh: "尚有未了事项：未付款 600.00；未抵扣的扣款 50.00；4 项义务未履行。如仍要关闭，请说明原因",
      en: "still open: not paid yet: 600.00; deductions not set off: 50.00; 4 duties not fulfilled. Give a reason to close it all the same",
    });
  });

  it("leaves secrecy and hand-back alone of what is owed; opening it again brings the rest back", async () => {
    const world = await openWorld();
    const contractId = await arrangeOpen(world);
    const before = await obligationsOf(world, contractId);
    const handBack = before.find(({ kind }) => kind === "handBack")?.key;
    expect(before.map(({ kind }) => kind)).toContain("payment");
    const input = { contractId, reason: "双方确认了结" };
    const { answer } = await run(world, closeContract, manager, tenantId, input);
    expect(answer).toMatchObject({ status: "closed", open: [{}, {}, {}] });
    expect(await keysOf(world, contractId)).toEqual([handBack, "payment.t1", "secrecy.secrecy"]);
    // What was paid stays in the books; the rest of it is given up.
    expect((await obligationsOf(world, contractId)).find(({ key }) => key === "payment.t1")).toMatchObject({
      balance: { paid: "400.00", released: "600.00", rest: "0.00" },
      fulfilment: {},
    });

    const recorder = createRecorder();
    for (const day of ["2026-06-05", "2026-06-24", "2026-07-01", "2026-07-10"]) {
      await workAt(world, recorder, day, "09:30");
    }
    const about = () =>
      new Set(recorder.sent.filter(isReminder).map(({ reminder }) => reminder?.obligationKey));
    expect([...about()]).toEqual([handBack]);

    await run(world, reopenContract, manager, tenantId, { contractId, reason: "误关闭" });
    expect((await load(world, contractId)).contract.status).toBe("active");
    expect(await obligationsOf(world, contractId)).toEqual(before);
    await workAt(world, recorder, "2026-07-13", "09:30");
    expect([...about()]).toContain("payment.t1");
  });

  it("needs no reason where nothing is open", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    await payOf(world, tenantId, contractId, "t1", "1000.00", "2026-06-01");
    const { answer } = await run(world, closeContract, manager, tenantId, { contractId });
    expect(answer).toEqual({ id: contractId, status: "closed", open: [] });
    expect(await lastLine(world, contractId)).not.toHaveProperty("reason");
    expect(await keysOf(world, contractId)).toEqual(["payment.t1"]);
  });

  it("names what the vendor has to pay back once", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    await payOf(world, tenantId, contractId, "t1", "1000.00", "2026-06-01");
    const terms = termsOf("NO 1", { price: { total: "900.00" } });
    const tranches = terms.tranches.map((each) => ({ ...each, amount: { amount: "rate", rate: "100%" } }));
    const amendment = { contractId, terms: { ...terms, tranches }, from: "2026-06-01", reason: "减少服务" };
    await run(world, amendContract, manager, tenantId, amendment);
    const refused = () => refusalOf(run(world, closeContract, manager, tenantId, { contractId }));
    expect((await refused()).reason.zh).toContain("尚有未了事项：乙方应退款 100.00。");
    const end = { contractId, on: "2026-06-01", price: "500.00", reason: "协商终止" };
    expect((await run(world, endContract, manager, tenantId, end)).answer).toMatchObject({
      refundOwed: "500.00",
    });
    expect((await refused()).reason.zh).toContain("尚有未了事项：乙方应退款 500.00。");
  });
});

/** D, signed on 2026-04-15, with its first payment of 223 440.00 made on 2026-06-01. */
async function arrangeD(world: World): Promise<string> {
  await seedTenant(world, tenantId, { webhooks: 0 });
  const { contractId } = await seedActive(world, tenantId, demoContract("D").terms, "2026-04-15");
  const invoice = { of: "t1", number: "24117000000012345678", issuedOn: "2026-06-01", amount: "223440.00" };
  const { answer } = await run(world, submitInvoice, manager, tenantId, { contractId, ...invoice });
  await run(world, acceptInvoice, finance, tenantId, { contractId, invoiceId: answer.id });
  await payOf(world, tenantId, contractId, "t1", "223440.00", "2026-06-01");
  return contractId;
}

onBoth("an early end of D for a budget change", (openWorld) => {
  it("wants its notice to have run for a month, and settles by the time worked", async () => {
    const world = await openWorld();
    const contractId = await arrangeD(world);
    const end = (on: string, more: object = {}) => {
      const input = { contractId, on, ground: "budget-change", reason: "预算调整" };
      return run(world, endContract, manager, tenantId, { ...input, ...more });
    };
    world.runtime.setNow(instantAt("2026-08-01", "10:00"));
    expect((await refusalOf(end("2026-08-01"))).reason.zh).toBe("请先记录提前终止的书面通知");
    const event = { kind: "endNoticed", on: "2026-08-01" };
    await run(world, recordEvent, manager, tenantId, { contractId, event });
    world.runtime.setNow(instantAt("2026-09-01", "10:00"));
    expect((await refusalOf(end("2026-08-31"))).reason).toEqual({
      zh: "通知期未满，最早 2026-09-01 可终止",
      en: "the notice has not run: not before 2026-09-01",
    });
    const before = await obligationsOf(world, contractId);
    const { answer } = await end("2026-09-01");
    // 1 489 600.00 for 140 of 365 days, of which 223 440.00 was paid.
    expect(answer).toMatchObject({ status: "terminated", price: "571353.42", refundOwed: "0.00" });
    const after = await obligationsOf(world, contractId);
    expect(after.map(({ key }) => key)).toEqual([
      "invoice.t1",
      "payment.settlement",
      "payment.t1",
      "secrecy.secrecy",
    ]);
    expect(after[1]).toMatchObject({ amount: "347913.42", opensOn: "2026-09-01", waitingFor: [] });
    expect(after[2]).toMatchObject({
      balance: { paid: "223440.00", rest: "0.00" },
      fulfilment: { on: "2026-06-01" },
    });
    expect(after[3]?.dueOn).toBe("2029-09-01");
    expect(await lastLine(world, contractId)).toMatchObject({
      reason: "预算调整",
      before: { status: "active" },
      after: { status: "terminated", ground: "budget-change", proposal: { days: 140, termDays: 365 } },
    });

    await run(world, resumeContract, manager, tenantId, { contractId, reason: "误登记" });
    expect((await load(world, contractId)).contract.status).toBe("active");
    expect(await obligationsOf(world, contractId)).toEqual(before);
    const agreed = await end("2026-09-01", { price: "200000.00" });
    expect(agreed.answer).toMatchObject({ price: "200000.00", refundOwed: "23440.00" });
    expect(await keysOf(world, contractId)).not.toContain("payment.settlement");
  });

  it("is closed without a reason once it is settled, and opened again as ended", async () => {
    const world = await openWorld();
    const contractId = await arrangeD(world);
    const end = { contractId, on: "2026-06-01", price: "300000.00", reason: "协商终止" };
    await run(world, endContract, manager, tenantId, end);
    const close = () => run(world, closeContract, manager, tenantId, { contractId });
    expect((await refusalOf(close())).reason.en).toContain("still open: not paid yet: 76,560.00.");
    await payOf(world, tenantId, contractId, "settlement", "76560.00", "2026-06-01");
    expect((await close()).answer).toMatchObject({ status: "closed", open: [] });
    const reopened = await run(world, reopenContract, manager, tenantId, { contractId, reason: "补登记" });
    expect(reopened.answer).toMatchObject({ status: "terminated" });
  });
});
