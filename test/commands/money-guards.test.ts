import { instantAt } from "@luyue/core/civil-date";
import { changeAccount } from "@luyue/usecases/account";
import {
  amendContract,
  closeContract,
  endContract,
  refreshContract,
  resumeContract,
} from "@luyue/usecases/contract";
import { approveDeduction, proposeDeduction, withdrawDeduction } from "@luyue/usecases/deduction";
import { recordEvent, withdrawEvent } from "@luyue/usecases/event";
import { submitInvoice } from "@luyue/usecases/invoice";
import { fulfilObligation } from "@luyue/usecases/obligation";
import {
  approvePayment,
  assessContract,
  recordPayment,
  requestPayment,
  reversePayment,
} from "@luyue/usecases/payment";
import { expect, it } from "vitest";
import { refusalOf } from "./expect-refusal.ts";
import { onBoth } from "./on-engine.ts";
import { payOf, requestOf } from "./paying.ts";
import { member, partner } from "./people.ts";
import { run, seedActive, seedTenant, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const finance = member(tenantId, "finance");
const reason = "登记有误";
const evidence = [{ document: "函1" }];
const account = (number: string) => ({ holder: "示例供应商", bank: "示例银行", number });

async function arrange(world: World, more: Parameters<typeof termsOf>[1] = {}, signedOn = "2026-05-01") {
  await seedTenant(world, tenantId, { webhooks: 0 });
  const { contractId } = await seedActive(world, tenantId, termsOf("NO 1", more), signedOn);
  const load = async () => {
    const state = await world.platform.tenant(tenantId).loadContract(contractId);
    if (state === undefined) throw new Error("no contract");
    return state;
  };
  return { contractId, load };
}

const overrun = { overrun: { term: "main" } };

onBoth("money that is guarded", (openWorld) => {
  it("is not paid twice on one approval: what was reversed wants another, by somebody else", async () => {
    const world = await openWorld();
    const { contractId, load } = await arrange(world);
    await payOf(world, tenantId, contractId, "t1", "400.00", "2026-05-20");
    const [paid] = (await load()).money.payments;
    const paymentId = paid?.id ?? "";
    const input = { contractId, paymentId };
    await run(world, reversePayment, finance, tenantId, { ...input, reason });
    const again = { ...input, on: "2026-05-20", voucher: "凭证2", amount: "400.00" };
    expect((await refusalOf(run(world, recordPayment, finance, tenantId, again))).code).toBe("conflict");
    expect((await refusalOf(run(world, approvePayment, manager, tenantId, input))).code).toBe("forbidden");
  });

  it("is one payment at a time: nothing is reversed while another of the same is under way", async () => {
    const world = await openWorld();
    const { contractId, load } = await arrange(world);
    await payOf(world, tenantId, contractId, "t1", "400.00", "2026-05-20");
    const [paid] = (await load()).money.payments;
    await run(world, requestPayment, manager, tenantId, { contractId, of: "t1" });
    const reversal = { contractId, paymentId: paid?.id, reason };
    expect((await refusalOf(run(world, reversePayment, finance, tenantId, reversal))).code).toBe("conflict");
  });

  it("does not go to an account that came after the request, the first one as little as another", async () => {
    const world = await openWorld();
    const { contractId } = await arrange(world);
    await requestOf(world, tenantId, contractId, "t1", "400.00");
    const first = { contractId, account: account("6222000011112222"), evidence };
    expect((await refusalOf(run(world, changeAccount, finance, tenantId, first))).code).toBe("conflict");
    const told = await refusalOf(run(world, changeAccount, partner, tenantId, first));
    expect([told.code, told.reason.zh]).toEqual(["conflict", expect.not.stringContaining("第1笔")]);
  });

  it("was not paid before the signing, nor did the contract end before it", async () => {
    const world = await openWorld();
    const { contractId, load } = await arrange(world);
    await requestOf(world, tenantId, contractId, "t1", "400.00");
    const [payment] = (await load()).money.payments;
    const input = { contractId, paymentId: payment?.id ?? "" };
    await run(world, approvePayment, finance, tenantId, input);
    const early = { ...input, on: "2026-04-30", voucher: "凭证1", amount: "400.00" };
    expect((await refusalOf(run(world, recordPayment, finance, tenantId, early))).faults).toEqual([
      { path: "/on", reason: { zh: "日期不得早于 2026-05-01", en: "the date is not before 2026-05-01" } },
    ]);
    await run(world, recordPayment, finance, tenantId, { ...early, on: "2026-05-01" });
    const end = { contractId, on: "2026-04-30", price: "500.00", reason };
    expect((await refusalOf(run(world, endContract, manager, tenantId, end))).faults).toMatchObject([
      { path: "/on" },
    ]);
  });

  it("is not let off by whoever proposed the deduction", async () => {
    const world = await openWorld();
    const { contractId } = await arrange(world);
    const proposed = { contractId, title: "响应超时", reason: "到场超过两小时", amount: "50.00" };
    const { answer } = await run(world, proposeDeduction, manager, tenantId, proposed);
    const input = { contractId, deductionId: answer.id };
    await run(world, approveDeduction, finance, tenantId, input);
    const back = { ...input, reason };
    expect((await refusalOf(run(world, withdrawDeduction, manager, tenantId, back))).code).toBe("forbidden");
    await run(world, withdrawDeduction, finance, tenantId, back);
  });

  it("stays in the books when what it was paid for is gone", async () => {
    const world = await openWorld();
    const { contractId, load } = await arrange(world, overrun, "2025-05-01");
    const record = (event: object) => run(world, recordEvent, manager, tenantId, { contractId, event });
    const started = await record({ kind: "overrunStarted", on: "2026-05-02" });
    await record({ kind: "overrunEnded", on: "2026-05-11" });
    await payOf(world, tenantId, contractId, "overrun", "27.40", "2026-05-20");
    const gone = { contractId, eventId: started.answer.eventId, reason };
    expect((await refusalOf(run(world, withdrawEvent, manager, tenantId, gone))).code).toBe("conflict");
    const terms = termsOf("NO 1");
    const amendment = { contractId, terms, from: "2026-06-01", reason };
    expect((await refusalOf(run(world, amendContract, manager, tenantId, amendment))).code).toBe("conflict");

    const signed = (await load()).events.find(({ kind }) => kind === "signed");
    await run(world, withdrawEvent, manager, tenantId, { contractId, eventId: signed?.id, reason });
    const tenant = await world.platform.tenant(tenantId).getTenant();
    if (tenant === undefined) throw new Error("no tenant");
    const lines = assessContract(await load(), { tenant, runtime: world.runtime }).map(({ line }) => line);
    expect(lines.find(({ of }) => of === "overrun")).toMatchObject({ paid: "27.40", overpaid: "27.40" });
  });

  it("is not owed for days beyond the term of a contract that ended early", async () => {
    const world = await openWorld();
    const { contractId } = await arrange(world, overrun, "2025-05-01");
    await run(world, endContract, manager, tenantId, {
      contractId,
      on: "2026-05-05",
      price: "500.00",
      reason,
    });
    const event = { kind: "overrunStarted", on: "2026-05-12" };
    const refused = await refusalOf(run(world, recordEvent, manager, tenantId, { contractId, event }));
    expect(refused.faults).toMatchObject([{ path: "/event/kind" }]);
  });

  it("of a settlement is not left behind in an invoice when the contract is resumed", async () => {
    const world = await openWorld();
    const { contractId } = await arrange(world);
    await run(world, endContract, manager, tenantId, {
      contractId,
      on: "2026-06-01",
      price: "500.00",
      reason,
    });
    const number = "24117000000012345678";
    const invoice = { contractId, of: "settlement", number, issuedOn: "2026-06-01", amount: "500.00" };
    await run(world, submitInvoice, manager, tenantId, invoice);
    const resume = { contractId, reason };
    expect((await refusalOf(run(world, resumeContract, manager, tenantId, resume))).code).toBe("conflict");
  });
});

onBoth("a contract that is over", (openWorld) => {
  const after = { anchor: "trigger" } as const;
  const secrecy = {
    secrecy: {
      key: "secrecy",
      title: { zh: "保密" },
      handBack: { due: { rule: "within" as const, count: 5, unit: "day" as const, after } },
    },
  };

  it.each(["ended early", "closed"])("still has its data handed back: %s", async (how) => {
    const world = await openWorld();
    const { contractId, load } = await arrange(world, secrecy);
    const end = { contractId, on: "2026-06-01", price: "0.00", reason };
    if (how === "closed") await run(world, closeContract, manager, tenantId, { contractId, reason });
    else await run(world, endContract, manager, tenantId, end);
    const event = { kind: "handBackDemanded", on: "2026-06-01" };
    await run(world, recordEvent, manager, tenantId, { contractId, event });
    const owed = (await load()).obligations.find(({ obligation }) => obligation.kind === "handBack");
    const key = owed?.obligation.key;
    await run(world, fulfilObligation, manager, tenantId, { contractId, key, evidence });
    const done = (await load()).obligations.find(({ obligation }) => obligation.key === key);
    expect(done?.obligation.fulfilment).toBeDefined();
    const filed = { kind: "filed", on: "2026-06-01" };
    const other = run(world, recordEvent, manager, tenantId, { contractId, event: filed });
    if (how === "closed") expect((await refusalOf(other)).code).toBe("conflict");
    else await other;
  });
});

onBoth("an amendment's day", (openWorld) => {
  it("is not lost where a command and the refresh meet: the head is brought up to it again", async () => {
    const world = await openWorld();
    const { contractId, load } = await arrange(world);
    const terms = { ...termsOf("NO 1"), name: "改名后的合同" };
    await run(world, amendContract, manager, tenantId, { contractId, terms, from: "2026-06-10", reason });
    world.runtime.setNow(instantAt("2026-06-10", "00:30"));
    const stale = await load();
    const store = world.platform.tenant(tenantId);
    await refreshContract(store, contractId, world.runtime);
    expect((await load()).contract).toMatchObject({ name: "改名后的合同", termsVersion: 2 });
    // A command that had read the contract before writes the old head back.
    const { version } = stale.contract;
    const head = { ...stale.contract, version: version + 1 };
    await store.commit([{ change: "putContract", contract: head, expectedVersion: version }]);
    await refreshContract(store, contractId, world.runtime);
    const { contract } = await load();
    expect(contract).toMatchObject({ name: "改名后的合同", termsVersion: 2 });
    expect(contract.pending).toBeUndefined();
  });
});
