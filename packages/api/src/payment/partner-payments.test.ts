import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { openGates, payFirst, payTerms, type Paying, startPaying } from "../fixture/pay-contract.ts";

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

beforeEach(async () => {
  paying = await startIn();
});

const pathOf = (contractId = paying.id, agency = "ten_a") =>
  `/v1/partner/agencies/${agency}/contracts/${contractId}/payments`;
const see = (path = pathOf(), as = "partner/v1") => paying.call("GET", path, { as });

async function deduct(title: string, decision?: "approval" | "rejection"): Promise<string> {
  const path = `/v1/contracts/${paying.id}/deductions`;
  const facts = { title, reason: `${title}的经过`, amount: "10000.00", clause: "第九条" };
  const { id } = await paying.post(manager, path, facts);
  const reason = { reason: "证据不足" };
  if (decision !== undefined) {
    await paying.post(finance, `${path}/${id}/${decision}`, decision === "rejection" ? reason : {});
  }
  return id;
}

describe("what a vendor is owed", () => {
  it("is shown with what holds it", async () => {
    const { status, body } = await see();
    expect([status, body]).toMatchObject([
      200,
      {
        items: [
          {
            of: "t1",
            dueOn: "2026-05-25",
            payableToday: false,
            missing: [{ holder: "buyer" }, { holder: "vendor", by: "2026-05-18" }],
            gates: [{ gate: "fundsAppropriated" }, { gate: "invoiceReceived" }],
            invoice: { dueOn: "2026-05-18", late: true, consequence: "noBlame" },
          },
          { of: "t2", statutory: { dueOn: null } },
        ],
        totals: { planned: "1000000.00", rest: "1000000.00" },
        overrun: null,
        deductions: [],
      },
    ]);
  });

  it("has what was paid and deducted, and nothing that is the agency's own", async () => {
    await openGates(paying);
    const approved = await deduct("响应超时", "approval");
    await payFirst(paying, "250000.00", "领导批示");
    await deduct("缺岗");
    await deduct("迟报", "rejection");
    const { body } = await see();
    expect(body).toMatchObject({
      items: [
        {
          balance: {
            paid: "250000.00",
            deducted: "10000.00",
            rest: "340000.00",
            movements: [
              { kind: "paid", on: "2026-05-28", amount: "250000.00" },
              { kind: "deducted", on: "2026-05-28", amount: "10000.00" },
            ],
          },
          interest: { basis: "contract", amount: "3500.00" },
        },
        { of: "t2" },
      ],
      deductions: [
        { id: approved, title: "响应超时", reason: "响应超时的经过", setOff: "10000.00", open: "0.00" },
      ],
    });
    expect((body as { deductions: unknown[] }).deductions).toHaveLength(1);
    expect(JSON.stringify(body)).not.toMatch(
      /领导批示|凭证1|缺岗|迟报|证据不足|contractManager|"finance"|mem_|pay_|actorId|requested/,
    );
  });

  it("does not show that a payment is being dealt with", async () => {
    await openGates(paying);
    const id = await deduct("响应超时", "approval");
    const before = (await see()).body;
    const path = `/v1/contracts/${paying.id}/payments/t1/requests`;
    await paying.post(manager, path, { amount: "250000.00" });
    expect((await see()).body).toEqual(before);
    expect(before).toMatchObject({ deductions: [{ id, setOff: "0.00", open: "10000.00" }] });
  });

  it("is not found by another vendor, as a draft, or with another agency, all with the same text", async () => {
    const draft = await paying.post(manager, "/v1/contracts", { terms: payTerms("NO 2") });
    const detailOf = ({ body }: { body: unknown }) => (body as { detail: string }).detail;
    const unknown = await see(pathOf("ctr_0000000000"));
    expect([unknown.status, detailOf(unknown)]).toEqual([404, "找不到该合同"]);
    for (const [path, as] of [
      [pathOf(), "partner/v2"],
      [pathOf(draft.id), "partner/v1"],
      [pathOf(paying.id, "ten_b"), "partner/v1"],
      [pathOf(paying.id, "ten_zzz"), "partner/v1"],
    ] as const) {
      const answer = await see(path, as);
      expect([path, as, answer.status, detailOf(answer)]).toEqual([path, as, 404, detailOf(unknown)]);
    }
    expect((await see(pathOf(), finance)).status).toBe(403);
    expect((await paying.call("GET", pathOf())).status).toBe(401);
  });
});
