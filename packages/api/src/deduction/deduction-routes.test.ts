import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { openGates, payFirst, type Paying, startPaying } from "../fixture/pay-contract.ts";

/** Already 1 June in Shanghai, and still 31 May where the tests run. */
function startIn(signedOn?: string): Promise<Paying> {
  const runtime = createFixedRuntime("2026-06-01T07:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  return startPaying(platform, runtime, signedOn);
}

const manager = "a/contractManager";
const finance = "a/finance";
let paying: Paying;
let path: string;

beforeEach(async () => {
  paying = await startIn();
  path = `/v1/contracts/${paying.id}/deductions`;
});

const list = async (as = "a/auditor") => (await paying.call("GET", path, { as })).body;
const post = (as: string, at: string, body?: unknown) =>
  paying.call("POST", `${path}${at}`, { as, ...(body === undefined ? {} : { body }) });

const facts = {
  title: "响应超时",
  reason: "到场超过两小时",
  clause: "第九条",
  evidence: [{ document: "事故记录1" }],
};

async function propose(amount: string, as = manager): Promise<string> {
  const { status, body } = await post(as, "", { ...facts, amount });
  expect([status, body]).toMatchObject([201, { state: "proposed", amount }]);
  return (body as { id: string }).id;
}

describe("a deduction", () => {
  it("is proposed by one and approved by another", async () => {
    const id = await propose("10000.00");
    const nothing = { setOff: "0.00", kept: "0.00", taken: [] };
    expect(await list()).toMatchObject({
      items: [{ id, state: "proposed", ...facts, ...nothing, open: "0.00", decided: null }],
    });
    const own = await post(manager, `/${id}/approval`);
    expect([own.status, own.body]).toMatchObject([403, { detail: "不能审批本人提出的申请" }]);
    expect((await post(finance, `/${id}/approval`)).body).toEqual({
      id,
      state: "approved",
      amount: "10000.00",
    });
    expect(await list()).toMatchObject({
      items: [
        {
          state: "approved",
          ...nothing,
          open: "10000.00",
          proposed: { name: "contractManager" },
          decided: { name: "finance", reason: null },
        },
      ],
    });
    expect((await post(finance, `/${id}/approval`)).status).toBe(409);
  });

  it("is set off against payments, as far as they go, and says against which", async () => {
    await openGates(paying);
    const first = await propose("599000.00");
    const second = await propose("3000.00");
    for (const id of [first, second]) await post(finance, `/${id}/approval`);
    const payment = `/v1/contracts/${paying.id}/payments/t1`;
    const setOffs = [
      { deductionId: first, amount: "599000.00" },
      { deductionId: second, amount: "1000.00" },
    ];
    const standing = await paying.call("GET", payment, { as: finance });
    expect(standing.body).toMatchObject({ payable: "0.00", payableToday: true, setOffs });
    const asked = await paying.post(manager, `${payment}/requests`);
    expect(asked).toMatchObject({ amount: "0.00", setOffs });
    // What its own request keeps is still its own to set off.
    const underWay = await paying.call("GET", payment, { as: finance });
    expect(underWay.body).toMatchObject({ payable: "0.00", setOffs, payments: [{ state: "requested" }] });
    expect(await list()).toMatchObject({
      items: [
        { id: second, setOff: "0.00", kept: "1000.00", open: "2000.00" },
        { id: first, setOff: "0.00", kept: "599000.00", open: "0.00", taken: [{ state: "requested" }] },
      ],
    });
    expect((await post(finance, `/${first}/withdrawal`, { reason: "x" })).status).toBe(409);
    const request = `/v1/contracts/${paying.id}/payment-requests/${asked.id}`;
    await paying.post(finance, `${request}/approval`);
    const paid = { on: "2026-05-28", voucher: "抵扣单1", amount: "0.00" };
    await paying.post(finance, `${request}/payment`, paid);
    const taken = [{ paymentId: asked.id, of: "t1", state: "paid", amount: "1000.00" }];
    expect(await list()).toMatchObject({
      items: [
        { id: second, setOff: "1000.00", kept: "0.00", open: "2000.00", taken },
        { id: first, setOff: "599000.00", kept: "0.00", open: "0.00" },
      ],
    });
    const open = { id: second, title: facts.title, clause: facts.clause, open: "2000.00" };
    const payments = await paying.call("GET", `/v1/contracts/${paying.id}/payments`, { as: finance });
    expect(payments.body).toMatchObject({
      items: [
        { of: "t1", state: "fulfilled", balance: { deducted: "600000.00", paid: "0.00", rest: "0.00" } },
        { of: "t2", payable: "398000.00" },
      ],
      totals: { deducted: "600000.00" },
      deductions: [open],
    });
  });

  it("is open again after the payment that set it off was recorded in error and taken back", async () => {
    await openGates(paying);
    const id = await propose("10000.00");
    await post(finance, `/${id}/approval`);
    const paymentId = await payFirst(paying, "590000.00");
    const request = `/v1/contracts/${paying.id}/payment-requests/${paymentId}`;
    const reason = { reason: "重复登记" };
    await paying.post(finance, `${request}/reversal`, reason);
    expect(await list()).toMatchObject({ items: [{ setOff: "0.00", kept: "10000.00", open: "0.00" }] });
    await paying.post(finance, `${request}/withdrawal`, reason);
    expect(await list()).toMatchObject({ items: [{ kept: "0.00", open: "10000.00", taken: [] }] });
    expect((await post(finance, `/${id}/withdrawal`, { reason: "已和解" })).status).toBe(200);
    expect(await list()).toMatchObject({
      items: [{ state: "withdrawn", open: "0.00", decided: { name: "finance", reason: "已和解" } }],
    });
  });

  it("is rejected with a reason", async () => {
    const id = await propose("10000.00", "a/acceptor");
    expect((await post(finance, `/${id}/rejection`, {})).status).toBe(422);
    expect((await post("a/acceptor", `/${id}/rejection`, { reason: "x" })).status).toBe(403);
    expect((await post(finance, `/${id}/rejection`, { reason: "证据不足" })).status).toBe(200);
    expect(await list()).toMatchObject({
      items: [{ state: "rejected", open: "0.00", decided: { reason: "证据不足" } }],
    });
  });

  it("is more than nothing, and nobody else's", async () => {
    for (const amount of ["0.00", "1.234", "-1.00"]) {
      const { body } = await post(manager, "", { ...facts, amount });
      expect([amount, body]).toMatchObject([amount, { status: 422, faults: [{ path: "/amount" }] }]);
    }
    const id = await propose("10000.00");
    for (const [as, expected] of [
      ["b/finance", 404],
      ["partner/v1", 403],
    ] as const) {
      expect((await paying.call("GET", path, { as })).status).toBe(expected);
      expect((await post(as, "", { ...facts, amount: "1.00" })).status).toBe(expected);
      expect((await post(as, `/${id}/approval`)).status).toBe(expected);
    }
    expect((await post(finance, "/ded_0000000000/approval")).status).toBe(404);
    expect((await post("a/auditor", "", { ...facts, amount: "1.00" })).status).toBe(403);
  });
});
