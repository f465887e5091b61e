import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { draftMoneyContract, enrolPartners, signMoneyContract } from "../fixture/sign-contract.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const today = "2026-06-01";
const invoice = { of: "t1", number: "24117000000012345678", issuedOn: today, amount: "600.00" };
const account = { holder: "示例供应商", bank: "示例银行", number: "6222000011112222" };
const change = { account, evidence: [{ document: "账户说明" }] };
let fixture: Fixture;
let active: string;
let draft: string;

beforeAll(async () => {
  const runtime = createFixedRuntime("2026-06-01T07:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  fixture = await startFixture(
    createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict }),
    runtime,
  );
  active = await signMoneyContract(fixture, "NO 1", today);
  draft = await draftMoneyContract(fixture, "NO 2");
  await enrolPartners(fixture);
});

const at = (agencyId: string, contractId: string) =>
  `/v1/partner/agencies/${agencyId}/contracts/${contractId}`;

/** Everything that a vendor can ask of one contract. */
const everything = (base: string): readonly (readonly [method: string, path: string, body?: object])[] => [
  ["GET", `${base}/invoices`],
  ["POST", `${base}/invoices`, invoice],
  ["POST", `${base}/invoices/inv_000000000001/withdrawal`, { reason: "误开" }],
  ["GET", `${base}/account`],
  ["PUT", `${base}/account`, change],
];

describe("the partner portal", () => {
  it("finds the addresses of a contract by the agency that its list gives", async () => {
    const { body } = await fixture.call("GET", "/v1/partner/contracts", { as: "partner/v1" });
    expect(body).toMatchObject({ items: [{ id: active, agencyId: "ten_a", number: "NO 1" }] });
    const { items } = body as { items: { id: string; agencyId: string }[] };
    const [first] = items;
    const base = at(first?.agencyId ?? "", first?.id ?? "");
    expect((await fixture.call("GET", `${base}/invoices`, { as: "partner/v1" })).body).toEqual({ items: [] });
    const submitted = await fixture.call("POST", `${base}/invoices`, { as: "partner/v1", body: invoice });
    expect([submitted.status, submitted.headers.get("etag")]).toMatchObject([201, '"4"']);
    const read = await fixture.call("GET", `${base}/account`, { as: "partner/v1" });
    expect([read.status, read.body]).toEqual([200, { contractId: active, account: null }]);
  });

  it("has nothing else: another vendor's, a draft, another agency's, and what there is not look the same", async () => {
    const nowhere = at("ten_a", "ctr_zzzzzzzzzz");
    const unknown = await fixture.call("GET", `${nowhere}/invoices`, { as: "partner/v1" });
    const textOf = (body: unknown) => {
      const { detail_zh: zh, detail_en: en } = body as { detail_zh: string; detail_en: string };
      return [zh, en];
    };
    const tried: readonly (readonly [as: string, base: string])[] = [
      ["partner/v1", nowhere],
      ["partner/v1", at("ten_a", draft)],
      ["partner/v1", at("ten_b", active)],
      ["partner/v1", at("ten_nobody", active)],
      ["partner/v1", at("ten_platform", active)],
      ["partner/v2", at("ten_a", active)],
    ];
    for (const [as, base] of tried) {
      for (const [method, path, body] of everything(base)) {
        const answer = await fixture.call(method, path, { as, body });
        expect([as, method, path, answer.status]).toEqual([as, method, path, 404]);
        expect(textOf(answer.body)).toEqual(textOf(unknown.body));
      }
    }
  });

  it("is for partner users, who in turn have no way into the agency's own addresses", async () => {
    for (const [method, path, body] of everything(at("ten_a", active))) {
      for (const as of ["a/finance", "b/finance", "operator/op"]) {
        expect((await fixture.call(method, path, { as, body })).status).toBe(403);
      }
      expect((await fixture.call(method, path, { body })).status).toBe(401);
      const own = path.replace("/partner/agencies/ten_a", "");
      expect((await fixture.call(method, own, { as: "partner/v1", body })).status).toBe(403);
    }
  });

  it.each([
    ["the day on which an invoice came", "POST", "/invoices", { ...invoice, receivedOn: today }],
    ["the agency, in a body", "POST", "/invoices", { ...invoice, agencyId: "ten_b" }],
    ["the day of a notice", "PUT", "/account", { ...change, noticedOn: today }],
  ])("does not take %s", async (_what, method, path, body) => {
    const answer = await fixture.call(method, `${at("ten_a", active)}${path}`, { as: "partner/v1", body });
    expect([answer.status, answer.body]).toMatchObject([422, { type: "/problems/invalid" }]);
  });

  it.each(["T%23ten_a", "ten_a%23C", "TEN_A", "%20"])("looks nowhere for the agency %s", async (agencyId) => {
    const answer = await fixture.call("GET", `${at(agencyId, active)}/invoices`, { as: "partner/v1" });
    expect([answer.status, answer.body]).toMatchObject([
      404,
      { detail_en: "there is nothing under this address" },
    ]);
  });
});
