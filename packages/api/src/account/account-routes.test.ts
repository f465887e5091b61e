import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, type Platform, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { enrolPartners, signMoneyContract } from "../fixture/sign-contract.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const manager = "a/contractManager";
const finance = "a/finance";
const vendor = "partner/v1";
const account = { holder: "示例供应商", bank: "示例银行望澜支行", number: "6222000011112222" };
const second = { ...account, number: "6222000033334444" };
const evidence = [{ document: "账户变更函1" }];
let runtime: ReturnType<typeof createFixedRuntime>;
let platform: Platform;
let fixture: Fixture;
let id: string;

beforeEach(async () => {
  runtime = createFixedRuntime("2026-06-01T07:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  fixture = await startFixture(platform, runtime);
  await fixture.call("POST", "/v1/tenant/webhooks", {
    as: "a/administrator",
    body: { url: "https://hooks.example/a" },
  });
  id = await signMoneyContract(fixture, "NO 1", "2026-06-01");
  await enrolPartners(fixture);
});

const ofAgency = () => `/v1/contracts/${id}/account`;
const ofVendor = () => `/v1/partner/agencies/ten_a/contracts/${id}/account`;
const put = (as: string, body: object) =>
  fixture.call("PUT", as === vendor ? ofVendor() : ofAgency(), { as, body: { evidence, ...body } });
const read = async (as: string) => (await fixture.call("GET", ofAgency(), { as })).body;

describe("a contract's account", () => {
  it("is entered whenever it is wanted, and is no change the first time", async () => {
    expect(await read(finance)).toEqual({ contractId: id, account: null });
    runtime.setNow("2026-06-30T09:00:00+08:00");
    const entered = await put(manager, { account, noticedOn: "2026-06-05" });
    const shown = { ...account, number: "****2222", noticedOn: "2026-06-05" };
    expect([entered.status, entered.body]).toEqual([200, { contractId: id, account: shown }]);
    const { body } = await fixture.call("GET", `/v1/contracts/${id}`, { as: manager });
    expect((body as { events: { kind: string }[] }).events.map(({ kind }) => kind)).toEqual(["signed"]);
  });

  it("has its whole number for finance officers alone", async () => {
    await put(vendor, { account });
    expect(await read(finance)).toMatchObject({ account: { ...account, noticedOn: "2026-06-01" } });
    for (const role of ["administrator", "contractManager", "acceptor", "auditor"]) {
      expect(await read(`a/${role}`)).toMatchObject({ account: { ...account, number: "****2222" } });
    }
    expect((await fixture.call("GET", ofAgency(), { as: "b/finance" })).status).toBe(404);
    expect((await put("a/auditor", { account: second })).status).toBe(403);
  });

  it("changes by notice, from which the contract's duties follow, and no line shows a whole number", async () => {
    await put(manager, { account });
    runtime.setNow("2026-06-02T09:00:00+08:00");
    expect((await put(vendor, { account: second })).body).toMatchObject({
      account: { number: "****4444", noticedOn: "2026-06-02" },
    });
    const { body: due } = await fixture.call("GET", `/v1/contracts/${id}/obligations?kind=notice`, {
      as: manager,
    });
    expect(due).toMatchObject({ items: [{ dueOn: "2026-06-07", debtor: "vendor" }] });
    const record = await fixture.call("GET", `/v1/contracts/${id}/record`, { as: "a/auditor" });
    const lines = (record.body as { items: { command: string }[] }).items;
    expect(lines.at(-1)).toMatchObject({
      command: "account.change",
      actor: { kind: "partner" },
      before: { account: { number: "****2222" } },
      after: { account: { number: "****4444" }, evidence },
    });
    const { items: told } = await platform.tenant("ten_a").listOutbox({ limit: 100 });
    expect(told.filter(({ type }) => type === "account.change")).toHaveLength(2);
    const contract = await fixture.call("GET", `/v1/contracts/${id}`, { as: finance });
    const seen = JSON.stringify([record.body, told, contract.body, due]);
    expect(seen).toContain("****4444");
    expect(seen).not.toMatch(/62220000/);
  });

  it("does not change when the next payment is too near, which is said with the day from which it may", async () => {
    await put(manager, { account });
    runtime.setNow("2026-06-24T23:00:00+08:00");
    expect((await put(vendor, { account: second })).status).toBe(200);
    runtime.setNow("2026-06-25T00:30:00+08:00");
    const near = await put(vendor, { account });
    expect([near.status, near.body]).toMatchObject([409, { type: "/problems/conflict" }]);
    const { detail_zh: zh, detail_en: en } = near.body as { detail_zh: string; detail_en: string };
    for (const part of ["首付款", "2026-07-01", "2026-06-24", "2026-07-02"]) expect(zh).toContain(part);
    for (const part of ["first payment", "2026-07-01", "2026-06-24", "2026-07-02"])
      expect(en).toContain(part);
    expect((await put(manager, { account, noticedOn: "2026-06-24" })).status).toBe(200);
    runtime.setNow("2026-07-02T09:00:00+08:00");
    expect((await put(vendor, { account: second })).status).toBe(200);
  });

  it("does not change while a payment is under way to the old one, of which a vendor is told nothing", async () => {
    await put(manager, { account });
    const invoice = { of: "t1", number: "1100233130-12345678", issuedOn: "2026-06-01", amount: "1000.00" };
    const handedIn = await fixture.call("POST", `/v1/contracts/${id}/invoices`, {
      as: manager,
      body: invoice,
    });
    const post = (as: string, path: string, body?: object) =>
      fixture.call("POST", `/v1/contracts/${id}${path}`, { as, body });
    await post(finance, `/invoices/${(handedIn.body as { id: string }).id}/acceptance`);
    const asked = await post(manager, "/payments/t1/requests", {});
    const { id: paymentId } = asked.body as { id: string };
    const told = await put(manager, { account: second });
    expect([told.status, told.body]).toMatchObject([409, { type: "/problems/conflict" }]);
    expect(JSON.stringify(told.body)).toContain("首付款");
    expect((await post(finance, `/payment-requests/${paymentId}/approval`)).status).toBe(200);
    const refused = await put(vendor, { account: second });
    expect([refused.status, refused.body]).toMatchObject([409, { type: "/problems/conflict" }]);
    expect(JSON.stringify(refused.body)).not.toMatch(/首付款|付款|approved|paid/);
    expect(
      (await post(manager, `/payment-requests/${paymentId}/withdrawal`, { reason: "暂缓" })).status,
    ).toBe(200);
    expect((await put(vendor, { account: second })).status).toBe(200);
  });
});
