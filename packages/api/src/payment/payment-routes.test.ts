import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { openGates, payFirst, startPaying } from "../fixture/pay-contract.ts";

/** Already 1 June in Shanghai, and still 31 May where the tests run. */
function startIn(signedOn?: string) {
  const runtime = createFixedRuntime("2026-06-01T07:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  return startPaying(platform, runtime, signedOn);
}

const manager = "a/contractManager";
const finance = "a/finance";
let paying: Awaited<ReturnType<typeof startIn>>;
let contract: string;

beforeEach(async () => {
  paying = await startIn();
  contract = `/v1/contracts/${paying.id}`;
});

const get = async (path: string, as = "a/auditor") => {
  const { status, body } = await paying.call("GET", `${contract}${path}`, { as });
  expect([path, status]).toEqual([path, 200]);
  return body;
};
const post = (as: string, path: string, body?: unknown) =>
  paying.call("POST", `${contract}${path}`, { as, ...(body === undefined ? {} : { body }) });
const funds = { zh: "“首付款”财政资金到位", en: "fiscal funds appropriated (first payment)" };
const invoice = { zh: "收到“首付款”的发票", en: "invoice received (first payment)" };

describe("a payment that cannot be made yet", () => {
  it("says what is missing, who has to act and by when", async () => {
    const missing = [
      { label: funds, holder: "buyer", by: "2026-05-25" },
      { label: invoice, holder: "vendor", by: "2026-05-18" },
    ];
    expect(await get("/payments/t1")).toMatchObject({
      contractId: paying.id,
      asOf: "2026-06-01",
      state: "held",
      dueOn: "2026-05-25",
      clause: "第五条",
      payableToday: false,
      payable: "600000.00",
      missing,
      notBefore: null,
      statutory: null,
      gates: [
        { gate: "fundsAppropriated", of: "t1", open: false, openedOn: null, by: "2026-05-25" },
        { gate: "invoiceReceived", open: false, by: "2026-05-18", holders: ["vendor"] },
      ],
      invoice: { dueOn: "2026-05-18", receivedOn: null, late: true, consequence: "noBlame" },
      interest: { basis: "none", amount: "0.00", since: null },
      payments: [],
    });
    const { why } = (await get("/payments/t1")) as { why: { zh: string; en: string } };
    expect(why.zh).toContain("2026-05-11");
    expect(why.en).toMatch(/10 working days/);
    const { status, body } = await post(finance, "/payments/t1/requests", {});
    expect(status).toBe(409);
    expect((body as { detail: string }).detail).toBe(
      "付款条件未满足：“首付款”财政资金到位（甲方，最迟 2026-05-25）；收到“首付款”的发票（乙方，最迟 2026-05-18）",
    );
  });

  it("waits for its window, and has the law's day once what it hangs on is there", async () => {
    const waiting = [{ holder: "buyer" }];
    expect(await get("/payments/t2")).toMatchObject({
      windowOpensOn: "2026-07-01",
      dueOn: "2026-09-30",
      state: "upcoming",
      statutory: { dueOn: null, waitingFor: waiting },
      invoice: null,
      missing: waiting,
      notBefore: "2026-07-01",
    });
    await paying.happen({ kind: "satisfied", of: "t2", on: "2026-05-29" });
    expect(await get("/payments/t2")).toMatchObject({
      statutory: { dueOn: "2026-07-28", waitingFor: [] },
      gates: [{ gate: "satisfied", open: true, openedOn: "2026-05-29", by: null, holders: [] }],
      missing: [],
      payableToday: false,
    });
    const { body } = await post(finance, "/payments/t2/requests", {});
    expect(body).toMatchObject({ status: 409, detail: "2026-07-01 起方可付款" });
    paying.runtime.setNow("2026-07-01T00:00:00+08:00");
    expect(await get("/payments/t2")).toMatchObject({ payableToday: true, notBefore: null });
  });
});

describe("a payment from request to refund", () => {
  beforeEach(async () => openGates(paying));

  it("is asked for by one, approved by another, and paid as approved", async () => {
    expect(await get("/payments/t1")).toMatchObject({
      payableToday: true,
      payable: "600000.00",
      missing: [],
    });
    const asked = await post(manager, "/payments/t1/requests", { amount: "250000.00", note: "第一批" });
    expect([asked.status, asked.body]).toMatchObject([201, { state: "requested", amount: "250000.00" }]);
    const { id } = asked.body as { id: string };
    const path = `/payment-requests/${id}`;
    expect(await get("/payments")).toMatchObject({
      items: [{ of: "t1", underWay: { id, state: "requested", amount: "250000.00" } }, { underWay: null }],
    });
    expect((await post(manager, `${path}/approval`)).status).toBe(403);
    expect((await post(finance, `${path}/approval`)).body).toMatchObject({ id, state: "approved" });
    const facts = { on: "2026-05-28", voucher: "凭证1", evidence: [{ document: "回单1" }] };
    const wrong = await post(finance, `${path}/payment`, { ...facts, amount: "250000.01" });
    expect(wrong.body).toMatchObject({ status: 422, faults: [{ path: "/amount" }] });
    expect((await post(manager, `${path}/payment`, { ...facts, amount: "250000.00" })).status).toBe(403);
    const paid = await post(finance, `${path}/payment`, { ...facts, amount: "250000.00" });
    expect([paid.status, paid.body]).toMatchObject([200, { id, state: "paid" }]);
    expect(await get("/payments/t1")).toMatchObject({
      balance: {
        amount: "600000.00",
        paid: "250000.00",
        rest: "350000.00",
        invoiced: "600000.00",
        movements: [{ kind: "paid", eventId: id, on: "2026-05-28", amount: "250000.00" }],
      },
      payable: "350000.00",
      payments: [
        {
          id,
          state: "paid",
          requested: { name: "contractManager", note: "第一批", at: "2026-06-01T07:00:00+08:00" },
          approved: { name: "finance" },
          decided: null,
          paid: { name: "finance", ...facts },
          refunds: [],
        },
      ],
    });
  });

  it("comes back in part, and is owed again", async () => {
    const id = await payFirst(paying, "600000.00");
    expect(await get("/payments/t1")).toMatchObject({ state: "fulfilled", payable: "0.00" });
    const refund = { amount: "1000.00", on: "2026-05-29", reason: "多付", voucher: "退款1" };
    const back = await post(finance, `/payment-requests/${id}/refunds`, refund);
    expect([back.status, back.body]).toMatchObject([201, { id, state: "paid" }]);
    expect(await get("/payments/t1")).toMatchObject({
      state: "overdue",
      payableToday: true,
      payable: "1000.00",
      balance: { paid: "600000.00", refunded: "1000.00", rest: "1000.00" },
      payments: [{ refunds: [{ name: "finance", ...refund }] }],
    });
    expect((await post(finance, `/payment-requests/${id}/reversal`, { reason: "x" })).status).toBe(409);
  });

  it("is asked for again where it was recorded in error, wants a new approval, and can be taken back", async () => {
    const id = await payFirst(paying, "600000.00");
    const path = `/payment-requests/${id}`;
    expect((await post(finance, `${path}/reversal`, { reason: "重复登记" })).body).toMatchObject({
      state: "requested",
    });
    expect(await get("/payments/t1")).toMatchObject({
      balance: { paid: "0.00", rest: "600000.00", movements: [] },
      payments: [{ state: "requested", approved: null, paid: null }],
    });
    const made = { on: "2026-05-28", voucher: "凭证2", amount: "600000.00" };
    expect((await post(finance, `${path}/payment`, made)).status).toBe(409);
    expect((await post(finance, `${path}/approval`)).status).toBe(200);
    expect((await post(finance, `${path}/rejection`, { reason: "x" })).status).toBe(409);
    const taken = await post(manager, `${path}/withdrawal`, { reason: "暂缓" });
    expect(taken.body).toMatchObject({ state: "withdrawn" });
    const again = await post(manager, "/payments/t1/requests", {});
    expect(again.body).toMatchObject({ state: "requested", amount: "600000.00" });
    const { id: next } = again.body as { id: string };
    await post(finance, `/payment-requests/${next}/rejection`, { reason: "缺附件" });
    expect(await get("/payments/t1")).toMatchObject({
      payments: [
        { state: "withdrawn", decided: { name: "contractManager", reason: "暂缓" } },
        { state: "rejected", decided: { name: "finance", reason: "缺附件" }, approved: null },
      ],
    });
  });
});

describe("interest on a late payment", () => {
  interface Days {
    readonly interest: object;
    readonly days: readonly { readonly on: string; readonly amount: string; readonly total: string }[];
  }
  const interest = async (query = "") => (await get(`/payments/t1/interest${query}`)) as Days;

  it("is listed day by day through today or another day", async () => {
    await openGates(paying);
    const { interest: now, days } = await interest();
    const sum = "1,000,000.00 × 0.5‰ × 7 = 3,500.00";
    expect(now).toEqual({
      basis: "contract",
      since: "2026-05-25",
      through: "2026-06-01",
      days: 7,
      rate: "0.5‰",
      uncapped: "3500.00",
      cap: "200000.00",
      amount: "3500.00",
      why: { zh: sum, en: sum },
      source: { zh: "合同约定 第十条", en: "as agreed 第十条" },
    });
    expect(days).toHaveLength(7);
    const base = "1000000.00";
    expect(days[0]).toEqual({ on: "2026-05-26", base, amount: "500.00", total: "500.00" });
    expect(days.at(-1)).toEqual({ on: "2026-06-01", base, amount: "500.00", total: "3500.00" });
    expect(await interest("?through=2026-06-10")).toMatchObject({
      interest: { amount: "8000.00", days: 16 },
    });
    expect(await interest("?through=2026-05-25")).toMatchObject({ interest: { basis: "none" }, days: [] });
    const years = await interest("?through=2031-06-01");
    expect(years).toMatchObject({ interest: { amount: "200000.00", cap: "200000.00" } });
    expect([years.days[399]?.total, years.days[400]?.amount]).toEqual(["200000.00", "0.00"]);
    expect(await get("/payments/t1")).toMatchObject({ interest: now });
  });

  it("is none while the vendor's invoice is late, and cannot be asked for too far ahead", async () => {
    const why = { zh: expect.stringContaining("发票迟交") as unknown };
    expect(await interest()).toMatchObject({ interest: { basis: "none", why }, days: [] });
    for (const through of ["2031-06-02", "2026-02-30", "soon"]) {
      const path = `${contract}/payments/t1/interest?through=${through}`;
      const { body } = await paying.call("GET", path, { as: finance });
      expect([through, body]).toMatchObject([through, { status: 422, faults: [{ path: "/through" }] }]);
    }
  });
});

describe("the payments of a contract", () => {
  it("add up, and show what goes on beyond the term", async () => {
    paying = await startIn("2025-05-11");
    contract = `/v1/contracts/${paying.id}`;
    await openGates(paying);
    await payFirst(paying, "100000.00");
    await paying.happen({ kind: "overrunStarted", on: "2026-05-12" });
    const none = { refunded: "0.00", deducted: "0.00", released: "0.00", overpaid: "0.00" };
    expect(await get("/payments")).toMatchObject({
      asOf: "2026-06-01",
      items: [{ of: "t1", payable: "500000.00" }, { of: "t2" }],
      totals: { planned: "1000000.00", paid: "100000.00", ...none, rest: "900000.00", refundOwed: "0.00" },
      // 1 000 000.00 ÷ 365 × 21 days from 12 May through 1 June.
      overrun: { from: "2026-05-12", through: "2026-06-01", days: 21, amount: "57534.25", over: false },
      deductions: [],
    });
    await paying.happen({ kind: "overrunEnded", on: "2026-05-31" });
    expect(await get("/payments")).toMatchObject({
      items: [{ of: "t1" }, { of: "t2" }, { of: "overrun", payableToday: true, payable: "54794.52" }],
      totals: { planned: "1054794.52" },
      overrun: { days: 20, over: true },
    });
  });

  it("keep those that an early end has released, with the settlement in their place", async () => {
    await openGates(paying);
    await payFirst(paying, "100000.00");
    const end = { on: "2026-06-01", price: "80000.00", reason: "双方协商" };
    expect((await post(manager, "/end", end)).status).toBe(200);
    expect(await get("/payments")).toMatchObject({
      items: [
        { of: "t1", balance: { paid: "100000.00", released: "500000.00", rest: "0.00" } },
        { of: "t2", state: null, dueOn: null, balance: { released: "400000.00" }, payableToday: false },
        { of: "settlement", balance: { amount: "0.00" } },
      ],
      totals: { released: "900000.00", rest: "0.00", refundOwed: "20000.00" },
    });
    expect(await get("/payments/t2")).toMatchObject({ gates: [], interest: { basis: "none" } });
    expect(await get("/payments/t2/interest")).toMatchObject({ days: [] });
  });

  it("are nobody else's, and a payment that there is not is not found", async () => {
    for (const path of ["/payments/t9", "/payments/t9/interest", "/payments/%20"]) {
      const { status } = await paying.call("GET", `${contract}${path}`, { as: finance });
      expect([path, status]).toEqual([path, 404]);
    }
    const strange: [string, string][] = [
      ["GET", "/payments"],
      ["GET", "/payments/t1"],
      ["GET", "/payments/t1/interest"],
      ["POST", "/payments/t1/requests"],
      ["POST", "/payment-requests/pay_0000000000/approval"],
    ];
    for (const [method, path] of strange) {
      const body = method === "POST" ? { body: {} } : {};
      for (const [as, expected] of [
        ["b/finance", 404],
        ["partner/v1", 403],
      ] as const) {
        const { status } = await paying.call(method, `${contract}${path}`, { as, ...body });
        expect([as, method, path, status]).toEqual([as, method, path, expected]);
      }
    }
    expect((await post("a/auditor", "/payments/t1/requests", {})).status).toBe(403);
  });
});
