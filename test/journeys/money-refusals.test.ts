import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { despite, findAgency, openAgencyOfA, otherNumber, signOther, terms } from "./money-agency.ts";
import { expectBalances, untouched } from "./money-balances.ts";
import { invoiceFor, invoiceNumber } from "./money-payments.ts";
import { invalid, notFound, type Person, type Steps } from "./steps.ts";

const day = "2026-07-01";
const ids = { paid: "", approved: "", other: "", otherInvoice: "", otherPayment: "", otherDeduction: "" };
let steps: Steps;

/** Contract A with 1000.00 of its first payment paid, 500.00 approved and the second payable; another with money under way. */
beforeAll(async () => {
  steps = await openAgencyOfA(day);
  const { does, about } = steps;
  const make = async (person: Person, request: string, body: unknown) =>
    String((await does(person, `POST ${request}`, body))["id"]);
  ids.other = about.contractId = await signOther(steps, day);
  about.agencyId = await findAgency(steps);
  await invoiceFor(steps, "first", "600.00", invoiceNumber(8));
  ids.otherPayment = await make("contractManager", "/payments/first/requests", {});
  ids.otherInvoice = await make("vendor", "/invoices", { ...invoice, ...otherInvoice });
  ids.otherDeduction = await make("acceptor", "/deductions", { ...deduction, amount: "10.00" });

  about.contractId = await make("contractManager", "/v1/contracts", { terms });
  await does("contractManager", "POST /activate", { despite });
  await does("contractManager", "POST /events", { event: { kind: "signed", on: "2026-04-27" } });
  await invoiceFor(steps, "t1", "1075746.00", invoiceNumber(1));
  await invoiceFor(steps, "t2", "307356.00", invoiceNumber(2));
  ids.paid = await make("contractManager", "/payments/t1/requests", { amount: "1000.00" });
  await does("finance", `POST /payment-requests/${ids.paid}/approval`);
  await does("finance", `POST /payment-requests/${ids.paid}/payment`, { ...payment, amount: "1000.00" });
  ids.approved = await make("contractManager", "/payments/t1/requests", { amount: "500.00" });
  await does("finance", `POST /payment-requests/${ids.approved}/approval`);
}, 60_000);
afterAll(() => steps.stack.stop());

const invoice = { of: "t3", number: invoiceNumber(3), issuedOn: day, amount: "153678.00" };
const otherInvoice = { of: "second", number: invoiceNumber(9), amount: "400.00" };
const deduction = { title: "扣款", reason: "迟延", amount: "21800.00" };
const payment = { on: day, voucher: "凭证 2", amount: "500.00" };
const refund = { on: day, amount: "1.00", reason: "多付" };

type Command = readonly [person: Person, request: () => string, body: object, tooMuch?: string];

/** Every command that takes an amount, by somebody who may give it, and one fen more than could go through. */
const commands: readonly Command[] = [
  ["vendor", () => "POST /invoices", invoice, "153678.01"],
  ["finance", () => "POST /invoices", invoice, "153678.01"],
  ["contractManager", () => "POST /payments/t2/requests", {}, "307356.01"],
  ["finance", () => `POST /payment-requests/${ids.approved}/payment`, payment, "500.01"],
  ["finance", () => `POST /payment-requests/${ids.paid}/refunds`, refund, "1000.01"],
  ["acceptor", () => "POST /deductions", deduction],
];

describe("bad input is refused in both languages and changes nothing", { timeout: 60_000 }, () => {
  it.each([
    ["three decimals", "1.005"],
    ["one decimal", "1.5"],
    ["a negative amount", "-1.00"],
    ["nothing", "0.00"],
    ["grouped digits", "1,000.00"],
    ["a number that is no text", 1],
  ])("an amount: %s", async (_name, amount) => {
    await steps.changesNothing(async () => {
      for (const [person, request, body] of commands) {
        await steps.refuses(person, request(), { ...body, amount }, { ...invalid, paths: ["/amount"] });
      }
    });
  });

  it("more than is due, by one fen", async () => {
    await steps.changesNothing(async () => {
      for (const [person, request, body, amount] of commands) {
        if (amount === undefined) continue;
        await steps.refuses(person, request(), { ...body, amount }, { ...invalid, paths: ["/amount"] });
      }
    });
  });

  it("a payment that the contract does not have", async () => {
    const { changesNothing, refuses } = steps;
    const unknown = { ...invalid, zh: "本合同没有付款“t9”", en: "no payment “t9”", paths: ["/of"] };
    await changesNothing(async () => {
      await refuses("vendor", "POST /invoices", { ...invoice, of: "t9" }, unknown);
      await refuses("contractManager", "POST /payments/t9/requests", {}, unknown);
      await refuses("finance", "GET /payments/t9", undefined, notFound);
      await refuses("finance", "GET /payments/t9/interest", undefined, notFound);
    });
  });

  it("what belongs to another contract", async () => {
    const { changesNothing, refuses, send } = steps;
    const inUse = { ...invalid, paths: ["/number"] };
    const number = otherInvoice.number;
    await changesNothing(async () => {
      for (const [person, request, body] of [
        ["finance", `/invoices/${ids.otherInvoice}/acceptance`, undefined],
        ["finance", `/invoices/${ids.otherInvoice}/rejection`, { reason: "不符" }],
        ["vendor", `/invoices/${ids.otherInvoice}/withdrawal`, { reason: "误交" }],
        ["finance", `/payment-requests/${ids.otherPayment}/approval`, undefined],
        ["contractManager", `/payment-requests/${ids.otherPayment}/withdrawal`, { reason: "误报" }],
        ["contractManager", `/deductions/${ids.otherDeduction}/approval`, undefined],
      ] as const) {
        await refuses(person, `POST ${request}`, body, notFound);
      }
      await refuses("finance", "POST /invoices", { ...invoice, number }, { ...inUse, en: otherNumber });
      await refuses("vendor", "POST /invoices", { ...invoice, number }, { ...inUse, zh: "已被使用" });
      const told = await send("vendor", "POST /invoices", { ...invoice, number });
      expect(JSON.stringify(told.body)).not.toContain(otherNumber);
    }, ids.other);
  });

  it("every fault at once, each with its place", async () => {
    const wrong = { ...invoice, number: invoiceNumber(1), issuedOn: "2026-07-02", amount: "153678.01" };
    await steps.refused("vendor", "POST /invoices", wrong, {
      ...invalid,
      paths: ["/amount", "/issuedOn", "/number"],
    });
    const unknown = { ...payment, on: "2026-02-30", voucher: " ", tenantId: "ten_x" };
    const request = `POST /payment-requests/${ids.approved}/payment`;
    await steps.refused("finance", request, unknown, {
      ...invalid,
      en: "unknown: tenantId",
      paths: ["/on", "/voucher", ""],
    });
    await steps.refused("finance", request, { ...payment, on: "2026-07-02" }, { ...invalid, paths: ["/on"] });
  });

  it("a repeated request is answered again and done once; with another body it is refused", async () => {
    const { does, send, refused, changesNothing } = steps;
    const request = `POST /payment-requests/${ids.approved}/payment`;
    const first = await does("finance", request, payment, "pay-500");
    await changesNothing(async () => {
      const again = await send("finance", request, payment, "pay-500");
      expect([again.status, again.body]).toEqual([200, first]);
      expect(again.headers.get("idempotency-replayed")).toBe("true");
    });
    const other = { ...payment, voucher: "凭证 3" };
    await refused("finance", request, other, { status: 422, code: "idempotencyMismatch" }, "pay-500");
    await refused("finance", request, other, { status: 409, code: "conflict" }, "pay-501");
    const balances = { ...untouched, t1: ["1500.00", "0.00", "1074246.00"] } as const;
    await expectBalances(steps, balances, ["1500.00", "0.00", "2178500.00"]);
  });
});
