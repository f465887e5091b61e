import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { enrolPartners, signMoneyContract } from "../fixture/sign-contract.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const manager = "a/contractManager";
const finance = "a/finance";
const vendor = "partner/v1";
const number = "24117000000012345678";
const today = "2026-06-01";
let runtime: ReturnType<typeof createFixedRuntime>;
let fixture: Fixture;
let id: string;

beforeEach(async () => {
  // Already 1 June in Shanghai, and still 31 May where the tests run.
  runtime = createFixedRuntime("2026-06-01T07:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  fixture = await startFixture(
    createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict }),
    runtime,
  );
  id = await signMoneyContract(fixture, "NO 1", today);
  await enrolPartners(fixture);
});

const ofAgency = (contractId = id) => `/v1/contracts/${contractId}/invoices`;
const ofVendor = (contractId = id) => `/v1/partner/agencies/ten_a/contracts/${contractId}/invoices`;
const invoice = (more: object = {}) => ({ of: "t1", number, issuedOn: today, amount: "1000.00", ...more });

const post = (as: string, path: string, body?: unknown) => fixture.call("POST", path, { as, body });

async function submit(as: string, more: object = {}, contractId = id): Promise<string> {
  const path = as === vendor ? ofVendor(contractId) : ofAgency(contractId);
  const { status, body } = await post(as, path, invoice(more));
  expect([status, body]).toMatchObject([201, { state: "submitted" }]);
  return (body as { id: string }).id;
}

/** What the payment still waits for: the event and who has to act. */
async function waits(): Promise<unknown[]> {
  const { body } = await fixture.call("GET", `/v1/contracts/${id}/obligations/payment.t1`, { as: finance });
  const { waitingFor } = body as { waitingFor: { event: string; holder: string }[] };
  return waitingFor.map(({ event, holder }) => `${event} ${holder}`);
}

interface Listed {
  readonly [field: string]: unknown;
}
async function list(as: string, path = ofAgency()): Promise<readonly Listed[]> {
  const { status, body } = await fixture.call("GET", path, { as });
  expect(status).toBe(200);
  return (body as { items: readonly Listed[] }).items;
}

describe("an invoice", () => {
  it("is handed in, sent back, handed in again under its number, and accepted", async () => {
    expect(await waits()).toEqual(["invoiceReceived vendor"]);
    const first = await submit(vendor);
    expect(await waits()).toEqual(["invoiceReceived buyer"]);
    const rejected = await post(finance, `${ofAgency()}/${first}/rejection`, { reason: "税号有误" });
    expect([rejected.status, rejected.body]).toEqual([
      200,
      { id: first, of: "t1", number, amount: "1000.00", state: "rejected" },
    ]);
    expect(await waits()).toEqual(["invoiceReceived vendor"]);
    const second = await submit(vendor);
    expect((await post(finance, `${ofAgency()}/${second}/acceptance`)).body).toMatchObject({
      state: "accepted",
    });
    expect(await waits()).toEqual([]);
    const items = await list("a/auditor");
    expect(items).toMatchObject([
      { id: second, state: "accepted", reason: null, decider: "finance", submitter: "供应商 v1" },
      { id: first, state: "rejected", reason: "税号有误", submittedBy: "vendor", number },
    ]);
    expect(await list(vendor, ofVendor())).toEqual(
      items.map(({ submitter: _who, decider: _whom, ...seen }) => seen),
    );
  });

  it("covers a part, and says what is missing, until when it was due and what lateness means", async () => {
    const parts = { amount: "600.00", number: "1100233130-12345678" };
    const first = await post(vendor, ofVendor(), invoice(parts));
    expect(first.body).toMatchObject({
      missing: "400.00",
      receivedOn: today,
      dueOn: "2026-06-24",
      late: false,
      consequence: "moves",
    });
    const more = await post(vendor, ofVendor(), invoice({ amount: "400.01" }));
    expect(more.body).toMatchObject({ status: 422, faults: [{ path: "/amount" }] });
    expect(JSON.stringify(more.body)).toContain("400.00");
    runtime.setNow("2026-06-24T23:59:59+08:00");
    const onTheDay = await post(vendor, ofVendor(), invoice({ amount: "399.00" }));
    expect(onTheDay.body).toMatchObject({ late: false, missing: "1.00" });
    runtime.setNow("2026-06-25T00:00:00+08:00");
    const late = await post(manager, ofAgency(), invoice({ amount: "1.00", number: "1234567890-12345678" }));
    expect(late.body).toMatchObject({ late: true, missing: "0.00", receivedOn: "2026-06-25" });
    const items = await list(vendor, ofVendor());
    expect(items).toMatchObject([
      { late: true, dueOn: "2026-06-24", submittedBy: "buyer" },
      { late: false, title: { zh: "首付款" } },
      { late: false },
    ]);
  });

  it("from paper counts from the day on which it came, and moves the payment where it was late", async () => {
    runtime.setNow("2026-07-10T09:00:00+08:00");
    const path = `${ofAgency()}/${await submit(manager, { receivedOn: "2026-06-26" })}/acceptance`;
    await post(finance, path);
    const due = await fixture.call("GET", `/v1/contracts/${id}/obligations/payment.t1`, { as: finance });
    expect(due.body).toMatchObject({ dueOn: "2026-07-26" });
  });

  it("accepted in error is rejected after all, unless a payment rests on it", async () => {
    const first = await submit(vendor);
    await post(finance, `${ofAgency()}/${first}/acceptance`);
    const revoked = await post(finance, `${ofAgency()}/${first}/revocation`, { reason: "看错了" });
    expect(revoked.body).toMatchObject({ state: "rejected" });
    expect(await waits()).toEqual(["invoiceReceived vendor"]);
    const again = await submit(vendor);
    await post(finance, `${ofAgency()}/${again}/acceptance`);
    await post(manager, `/v1/contracts/${id}/payments/t1/requests`, {});
    const refused = await post(finance, `${ofAgency()}/${again}/revocation`, { reason: "看错了" });
    expect([refused.status, refused.body]).toMatchObject([409, { type: "/problems/conflict" }]);
    expect(await waits()).toEqual([]);
  });

  it("keeps its number in every contract of the agency, of which the vendor learns no more than that", async () => {
    const other = await signMoneyContract(fixture, "NO 2", today);
    const first = await submit(manager);
    const told = await post(finance, ofAgency(other), invoice());
    expect(told.body).toMatchObject({ status: 422, faults: [{ path: "/number" }] });
    expect(JSON.stringify(told.body)).toContain("NO 1");
    const hidden = await post(vendor, ofVendor(other), invoice());
    expect(hidden.body).toMatchObject({ status: 422, faults: [{ path: "/number" }] });
    expect(JSON.stringify(hidden.body)).not.toMatch(new RegExp(`NO 1|${id}`));
    expect((await post(vendor, `${ofVendor()}/${first}/withdrawal`, { reason: "误开" })).status).toBe(403);
    await post(manager, `${ofAgency()}/${first}/withdrawal`, { reason: "误录" });
    const second = await submit(vendor, {}, other);
    const withdrawn = await post(vendor, `${ofVendor(other)}/${second}/withdrawal`, { reason: "误开" });
    expect(withdrawn.body).toMatchObject({ state: "withdrawn" });
    expect(await list(vendor, ofVendor(other))).toMatchObject([{ state: "withdrawn", reason: "误开" }]);
  });

  it("is checked by the finance officers, and not by whoever entered it", async () => {
    const own = await submit(finance);
    expect((await post(finance, `${ofAgency()}/${own}/acceptance`)).status).toBe(403);
    expect((await post(manager, `${ofAgency()}/${own}/acceptance`)).status).toBe(403);
    expect((await post("a/auditor", ofAgency(), invoice({ number: "1100233130-12345678" }))).status).toBe(
      403,
    );
    expect(await list("a/auditor")).toMatchObject([{ id: own, state: "submitted" }]);
  });

  it("after an early end is for the settlement alone", async () => {
    const end = { on: today, price: "300.00", reason: "协商终止" };
    expect((await post(manager, `/v1/contracts/${id}/end`, end)).status).toBe(200);
    const tranche = await post(vendor, ofVendor(), invoice({ amount: "300.00" }));
    expect(tranche.body).toMatchObject({ status: 422, faults: [{ path: "/of" }] });
    const settled = await post(vendor, ofVendor(), invoice({ of: "settlement", amount: "300.00" }));
    expect(settled.body).toMatchObject({ missing: "0.00", dueOn: null, late: false, consequence: null });
    const { id: invoiceId } = settled.body as { id: string };
    expect((await post(finance, `${ofAgency()}/${invoiceId}/acceptance`)).body).toMatchObject({
      state: "accepted",
    });
  });
});
