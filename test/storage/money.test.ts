import type { MoneyEntry } from "@luyue/core/payment";
import { type Change, type InvoiceUse, WriteConflict } from "@luyue/usecases/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import {
  accountOf,
  contractOf,
  deductionOf,
  eventOf,
  invoiceOf,
  noMoney,
  obligationOf,
  paymentOf,
  seedContract,
  storedOf,
} from "./samples.ts";
import { onEveryEngine, type OpenTable } from "./storage-suite.ts";

const put = (entry: MoneyEntry, contractId = "ctr_1"): Change => ({ change: "putEntry", contractId, entry });
const take = (use: InvoiceUse): Change => ({ change: "createInvoiceNumber", use });
const free = (number: string): Change => ({ change: "deleteInvoiceNumber", number });

onEveryEngine("money", (openFresh, { transactions }) => {
  let table: OpenTable;
  beforeAll(async () => {
    table = await openFresh();
    for (const tenantId of ["ten_a", "ten_b"]) {
      await seedContract(table.platform.tenant(tenantId), contractOf(tenantId, "ctr_1"));
    }
  });
  const storeOf = (tenantId = "ten_a") => table.platform.tenant(tenantId);
  const moneyOf = async (contractId = "ctr_1", tenantId?: string) =>
    (await storeOf(tenantId).loadContract(contractId))?.money;

  it("of a new contract is none", async () => {
    await seedContract(storeOf(), contractOf("ten_a", "ctr_new"));
    expect(await moneyOf("ctr_new")).toEqual(noMoney);
  });

  it("comes back as it was put: each thing by its kind, in the order of ids, an account alone", async () => {
    await seedContract(storeOf(), contractOf("ten_a", "ctr_2"));
    const invoices = ["inv_1", "inv_2", "inv_3"].map((id) => invoiceOf(id));
    const payments = ["pay_1", "pay_2"].map((id) => paymentOf(id));
    const deductions = ["ded_1", "ded_2"].map((id) => deductionOf(id));
    const account = accountOf("6222000011112222");
    for (const entry of [account, ...invoices, ...payments, ...deductions].toReversed()) {
      await storeOf().commit([put(entry, "ctr_2")]);
    }
    expect(await moneyOf("ctr_2")).toEqual({
      invoices: invoices.map(({ invoice }) => invoice),
      payments: payments.map(({ payment }) => payment),
      deductions: deductions.map(({ deduction }) => deduction),
      account: account.account,
    });
    expect(await moneyOf()).toEqual(noMoney);
  });

  it("is replaced by its id, and only that one", async () => {
    await seedContract(storeOf(), contractOf("ten_a", "ctr_3"));
    const old = [invoiceOf("inv_1"), invoiceOf("inv_2"), accountOf("6222000011112222")];
    await storeOf().commit(old.map((entry) => put(entry, "ctr_3")));
    const next = [invoiceOf("inv_2", "7.00"), accountOf("6222999988887777")] as const;
    await storeOf().commit(next.map((entry) => put(entry, "ctr_3")));
    expect(await moneyOf("ctr_3")).toEqual({
      ...noMoney,
      invoices: [invoiceOf("inv_1").invoice, next[0].invoice],
      account: next[1].account,
    });
  });

  it("is no event, no obligation and no version, and another tenant's contract of that id has none of it", async () => {
    const event = eventOf("evt_1");
    const due = storedOf(contractOf("ten_a", "ctr_1"), obligationOf("payment.t1"));
    await storeOf().commit([
      put(invoiceOf("inv_1")),
      { change: "putEvent", contractId: "ctr_1", event },
      { change: "putObligation", stored: due },
    ]);
    expect(await storeOf().loadContract("ctr_1")).toMatchObject({ events: [event], obligations: [due] });
    expect(await storeOf().listTermsVersions("ctr_1")).toHaveLength(1);
    expect(await moneyOf("ctr_1", "ten_b")).toEqual(noMoney);
  });

  describe("an invoice's number", () => {
    const use = { number: "25117000 0001/甲#1", contractId: "ctr_1", invoiceId: "inv_1" };

    it("is found where it is in use, by its tenant alone", async () => {
      await storeOf().commit([take(use)]);
      expect(await storeOf().getInvoiceUse(use.number)).toEqual(use);
      expect(await storeOf().getInvoiceUse("25117000 0001")).toBeUndefined();
      expect(await storeOf("ten_b").getInvoiceUse(use.number)).toBeUndefined();
    });

    it("is another thing than a contract's number", async () => {
      await storeOf().commit([take({ ...use, number: "NO ctr_1" })]);
      expect((await storeOf().getInvoiceUse("NO ctr_1"))?.invoiceId).toBe("inv_1");
      expect(await storeOf().getInvoiceUse("NO ctr_2")).toBeUndefined();
    });

    it("is free again once it is given back, and giving back what is free is no fault", async () => {
      const number = "given back";
      await storeOf().commit([take({ ...use, number })]);
      await storeOf().commit([free(number)]);
      expect(await storeOf().getInvoiceUse(number)).toBeUndefined();
      const again = { number, contractId: "ctr_2", invoiceId: "inv_2" };
      await storeOf().commit([take(again)]);
      expect(await storeOf().getInvoiceUse(number)).toEqual(again);
      await storeOf().commit([free("never taken")]);
    });

    describe.skipIf(!transactions)("in a transaction", () => {
      const refused = async (commit: Promise<void>) => {
        const error: unknown = await commit.catch((thrown: unknown) => thrown);
        if (error instanceof WriteConflict) return error.conflicting;
        throw new Error("no write conflict", { cause: error });
      };

      it("is taken once in a tenant, whichever contract wants it, and nothing beside it is written", async () => {
        const first = { number: "once", contractId: "ctr_1", invoiceId: "inv_1" };
        await storeOf().commit([take(first)]);
        const second = take({ number: "once", contractId: "ctr_2", invoiceId: "inv_9" });
        expect(await refused(storeOf().commit([put(invoiceOf("inv_9")), second]))).toEqual([second]);
        expect((await moneyOf())?.invoices.map(({ id }) => id)).not.toContain("inv_9");
        expect(await storeOf().getInvoiceUse("once")).toEqual(first);
        await storeOf("ten_b").commit([second]);
        await storeOf("ten_b").commit([free("once")]);
        expect(await storeOf().getInvoiceUse("once")).toEqual(first);
      });

      it("is won by one of two that want it at once", async () => {
        const wants = ["inv_1", "inv_2"].map((invoiceId) =>
          storeOf().commit([take({ number: "raced", contractId: "ctr_1", invoiceId })]),
        );
        const results = await Promise.allSettled(wants);
        expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      });
    });
  });
});
