import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { type Accepting, startAccepting } from "../fixture/accept-contract.ts";

const manager = "a/contractManager";
const finance = "a/finance";
let open: Accepting;
let path: string;
const bond = {
  issuer: "示例银行",
  number: "BH-1",
  amount: "171960.00",
  receivedOn: "2026-05-20",
  validFrom: "2026-05-20",
  validUntil: "2027-01-31",
};

beforeEach(async () => {
  const runtime = createFixedRuntime("2026-06-01T10:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  open = await startAccepting(platform, runtime, demoContract("B").terms);
  path = `/v1/contracts/${open.id}/bonds`;
});

const get = async (as = "a/auditor") => (await open.call("GET", path, { as })).body;

describe("the bond of a contract", () => {
  it("is short of the term until another one extends it, and is given back in the end", async () => {
    const { id } = await open.post(finance, path, bond);
    expect(await get()).toMatchObject({
      items: [{ id, state: "held", open: "171960.00" }],
      standing: { inForce: id, neededUntil: "2027-04-27", problems: [{ problem: "short" }] },
    });
    const longer = { ...bond, number: "BH-2", validUntil: "2027-07-31", replaces: id };
    const { id: second } = await open.post(finance, path, longer);
    expect(await get()).toMatchObject({
      standing: { inForce: second, validUntil: "2027-07-31", problems: [] },
    });
    await open.post(manager, `${path}/${id}/release`, {
      on: "2026-06-01",
      reason: "已由新保函替换",
      document: "退函单1",
    });
    await open.post(manager, `${path}/${second}/withdrawal`, { reason: "登记有误" });
    expect(await get()).toMatchObject({
      items: [
        { id: second, state: "withdrawn" },
        { id, state: "released" },
      ],
      standing: { inForce: null, problems: [{ problem: "missing" }] },
    });
  });

  it("carries claims, paid by the issuer or taken back", async () => {
    const { id } = await open.post(finance, path, bond);
    const claim = { amount: "20000.00", reason: "维修损失" };
    const first = (await open.post(finance, `${path}/${id}/claims`, claim)) as { claimId?: string };
    const second = (await open.post(finance, `${path}/${id}/claims`, claim)) as { claimId?: string };
    await open.post(manager, `${path}/${id}/claims/${first.claimId}/payment`, {
      on: "2026-06-01",
      document: "进账单1",
    });
    await open.post(manager, `${path}/${id}/claims/${second.claimId}/withdrawal`, { reason: "已和解" });
    expect(await get()).toMatchObject({
      items: [{ open: "151960.00", claims: [{ state: "paid" }, { state: "withdrawn" }] }],
      standing: { problems: [{ problem: "low" }, { problem: "short" }] },
    });
  });

  it("is nobody else's", async () => {
    expect((await open.call("GET", path, { as: "b/finance" })).status).toBe(404);
    expect((await open.call("POST", path, { as: "b/finance", body: bond })).status).toBe(404);
    expect((await open.call("POST", path, { as: "a/acceptor", body: bond })).status).toBe(403);
    const partner = `/v1/partner/agencies/ten_a/contracts/${open.id}/bonds`;
    expect((await open.call("GET", partner, { as: "partner/v2" })).status).toBe(404);
  });
});
