import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { type Accepting, startAccepting } from "../fixture/accept-contract.ts";

const manager = "a/contractManager";
const finance = "a/finance";
const acceptor = "a/acceptor";
const vendor = "partner/v1";
let open: Accepting;
let agency: string;
let partner: string;

beforeEach(async () => {
  const runtime = createFixedRuntime("2026-06-01T10:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  open = await startAccepting(platform, runtime, demoContract("B").terms);
  agency = `/v1/contracts/${open.id}`;
  partner = `/v1/partner/agencies/ten_a/contracts/${open.id}`;
});

const get = async (as: string, path: string) => (await open.call("GET", path, { as })).body;
const evidence = [{ document: "检查记录1" }];

async function propose(): Promise<string> {
  const body = { rule: "recovery-serious", measured: "45", reason: "平均恢复45分钟", evidence };
  const proposed = await open.post(acceptor, `${agency}/penalties/by-rule`, body);
  expect(proposed).toMatchObject({
    state: "proposed",
    answerBy: "2026-06-08",
    sum: { amount: "17196.00", from: null, to: null },
    why: { zh: "违约金取费基数 171,960.00 × 10% = 17,196.00" },
  });
  return proposed.id;
}

async function impose(): Promise<string> {
  const id = await propose();
  await open.post(vendor, `${partner}/penalties/${id}/answer`, { agrees: true });
  const done = await open.post(manager, `${agency}/penalties/${id}/imposition`, {});
  expect(done).toMatchObject({ state: "imposed", gross: "17196.00", amount: "17196.00", cuts: [] });
  return id;
}

describe("a penalty", () => {
  it("has its arithmetic, the answer and the decision, for both sides", async () => {
    const id = await propose();
    await open.post(vendor, `${partner}/penalties/${id}/answer`, { agrees: false, note: "有两次为甲方断电" });
    const seen = await get(finance, `${agency}/penalties/${id}`);
    expect(seen).toMatchObject({
      rule: "recovery-serious",
      answer: { agrees: false, side: "vendor" },
      standing: null,
    });
    expect(await get(vendor, `${partner}/penalties/${id}`)).toEqual(seen);
    await open.post(manager, `${agency}/penalties/${id}/dismissal`, { reason: "采纳申辩" });
    expect(await get(vendor, `${partner}/penalties?state=dismissed`)).toMatchObject({
      items: [{ id, decided: { reason: "采纳申辩" } }],
      caps: [],
    });
  });

  it("is set off, paid, waived and revoked, and always adds up", async () => {
    const id = await impose();
    const one = `${agency}/penalties/${id}`;
    const off = (await open.post(finance, `${one}/set-offs`, { amount: "7000.00" })) as {
      collectionId?: string;
    };
    await open.post(finance, `${one}/payments`, { amount: "5000.00", on: "2026-06-01", document: "进账单1" });
    await open.post(finance, `${one}/waivers`, { amount: "96.00", reason: "零头" });
    expect(await get(manager, one)).toMatchObject({
      standing: {
        amount: "17196.00",
        setOff: "7000.00",
        bond: "0.00",
        paid: "5000.00",
        waived: "96.00",
        open: "5100.00",
      },
    });
    expect(await get(finance, `${agency}/deductions`)).toMatchObject({
      items: [{ amount: "7000.00", state: "approved" }],
    });
    await open.post(finance, `${one}/collections/${off.collectionId}/revocation`, { reason: "改为缴纳" });
    expect(await get(manager, one)).toMatchObject({ standing: { setOff: "0.00", open: "12100.00" } });
    expect(await get(finance, `${agency}/deductions`)).toMatchObject({ items: [{ state: "withdrawn" }] });
  });

  it("is claimed on the bond, proposed by a person, entered from paper, withdrawn", async () => {
    const bond = {
      issuer: "示例银行",
      number: "BH-1",
      amount: "171960.00",
      receivedOn: "2026-05-20",
      validFrom: "2026-05-20",
      validUntil: "2027-06-30",
    };
    const { id: bondId } = await open.post(finance, `${agency}/bonds`, bond);
    const id = await impose();
    await open.post(finance, `${agency}/penalties/${id}/bond-claims`, { bondId, document: "索赔函1" });
    expect(await get(vendor, `${partner}/bonds`)).toMatchObject({ items: [{ open: "154764.00" }] });
    const own = { title: "维权费用", amount: "800.00", clause: "第十二条", reason: "律师费", evidence };
    const { id: other } = await open.post(acceptor, `${agency}/penalties`, own);
    await open.post(manager, `${agency}/penalties/${other}/answer`, { agrees: true, evidence });
    await open.post(finance, `${agency}/penalties/${other}/withdrawal`, { reason: "不再主张" });
    expect(await get(finance, `${agency}/penalties?state=withdrawn`)).toMatchObject({
      items: [{ id: other, rule: null }],
    });
  });

  it("follows from an incident on the record as an occasion, once", async () => {
    const at = (time: string) => `2026-05-20T${time}:00+08:00`;
    const told = {
      title: "平台宕机",
      kind: "outage",
      happenedAt: at("09:00"),
      reportedAt: at("09:10"),
      recoveredAt: at("11:01"),
    };
    const { id } = await open.post(acceptor, `${agency}/incidents`, {
      ...told,
      facts: { people: "10", loss: "0" },
    });
    await open.post(acceptor, `${agency}/incidents/${id}/classification`, { class: "none", fault: "vendor" });
    const occasion = { rule: "downtime", key: `incident.${id}`, sum: { amount: "5158.80" }, penaltyId: null };
    expect(await get(finance, `${agency}/penalty-occasions`)).toMatchObject({ items: [occasion] });
    const body = { rule: "downtime", occasion: `incident.${id}`, reason: "宕机超过2小时" };
    const { id: penaltyId } = await open.post(acceptor, `${agency}/penalties/by-rule`, body);
    expect(await get(finance, `${agency}/penalty-occasions`)).toMatchObject({ items: [{ penaltyId }] });
    expect(await get(finance, `${agency}/incidents/${id}`)).toMatchObject({ penalties: [{ id: penaltyId }] });
  });

  it("is nobody else's", async () => {
    const id = await propose();
    for (const [as, path] of [
      ["b/finance", `${agency}/penalties`],
      ["partner/v2", `${partner}/penalties`],
    ] as const) {
      expect((await open.call("GET", path, { as })).status).toBe(404);
      expect((await open.call("GET", `${path}/${id}`, { as })).status).toBe(404);
      expect((await open.call("POST", `${path}/${id}/answer`, { as, body: { agrees: true } })).status).toBe(
        as.startsWith("partner") ? 404 : 403,
      );
    }
    expect((await open.call("GET", `${agency}/penalty-occasions`, { as: vendor })).status).toBe(403);
    expect((await open.call("GET", `${agency}/penalties/pen_0000000000`, { as: finance })).status).toBe(404);
  });
});
