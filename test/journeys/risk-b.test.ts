import { demoContract } from "@luyue/testing/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAgency } from "./money-agency.ts";
import { invoiceFor, invoiceNumber, payAll } from "./money-payments.ts";
import { openAgency } from "./open-agency.ts";
import { penalise, recordOf, rightsSeen } from "./risk-steps.ts";
import { conflict, invalid, type Steps } from "./steps.ts";

const b = demoContract("B");
let steps: Steps;
const ids = { bond: "", incident: "", penalty: "", claim: "" };
const bond = {
  issuer: "蓝泊某银行",
  number: "BH-2026-018",
  amount: "171960.00",
  receivedOn: "2026-04-10",
  validFrom: "2026-04-08",
  validUntil: "2027-01-31",
};

beforeAll(async () => {
  steps = await openAgency(b, "2026-03-02");
  const { does, about, goTo } = steps;
  about.contractId = String((await does("contractManager", "POST /v1/contracts", { terms: b.terms }))["id"]);
  await does("contractManager", "POST /activate", { despite: "样例" });
  about.agencyId = await findAgency(steps);
  goTo("2026-03-03");
  await does("contractManager", "POST /events", { event: { kind: "signed", on: "2026-03-03" } });
  const holiday = {
    key: "national-day",
    name: { zh: "国庆", en: "National Day" },
    from: "2026-10-01",
    to: "2026-10-07",
  };
  await does("administrator", "PATCH /v1/tenant", { keyPeriods: [holiday] });
}, 60_000);
afterAll(() => steps.stack.stop());

interface Owed {
  readonly key: string;
  readonly dueOn: string | null;
  readonly state: string;
}
const owed = async (kind?: string) => {
  const path = `/obligations?limit=200${kind === undefined ? "" : `&kind=${kind}`}`;
  return (await steps.sees<{ items: Owed[] }>("auditor", path)).items;
};

describe("contract B, from its bond to a class A incident, a claim and termination", {
  timeout: 60_000,
}, () => {
  it("the bond is entered; one that ends before the term wants an extension by its last day", async () => {
    const { does, sees, refused, goTo } = steps;
    expect(await owed("bond")).toMatchObject([{ key: "bond.bond", dueOn: "2026-04-15", state: "open" }]);
    expect(await sees("vendor", "/bonds")).toMatchObject({
      items: [],
      standing: { inForce: null, problems: [{ problem: "missing" }] },
    });
    goTo("2026-04-10");
    await refused(
      "finance",
      "POST /bonds",
      { ...bond, amount: "171959.99" },
      { ...invalid, paths: ["/amount"], en: "below the 171,960.00" },
    );
    ids.bond = String((await does("finance", "POST /bonds", bond))["id"]);
    expect(await owed("bond")).toMatchObject([{ state: "fulfilled" }]);
    expect(await sees("auditor", "/bonds")).toMatchObject({
      standing: {
        inForce: ids.bond,
        open: "171960.00",
        validUntil: "2027-01-31",
        neededUntil: "2027-03-03",
        problems: [{ problem: "short" }],
      },
    });
    expect(await owed("bondExtension")).toMatchObject([
      { key: `bondExtension.${ids.bond}`, dueOn: "2027-01-31", state: "open" },
    ]);
  });

  it("the first payment is made", async () => {
    const { does, goTo } = steps;
    goTo("2026-04-13");
    await does("contractManager", "POST /events", {
      event: { kind: "fundsAppropriated", of: "t1", on: "2026-03-16" },
    });
    await invoiceFor(steps, "t1", "1203720.00", invoiceNumber(1));
    expect(await payAll(steps, "t1", "付款凭证1")).toMatchObject({ amount: "1203720.00" });
  });

  it("in a key period the portal is defaced: the clock of the response runs, and both sides are told at once", async () => {
    const { does, sees, stack } = steps;
    stack.clock.set("2026-10-02T00:31:00+08:00");
    const reported = await does("vendor", "POST /incidents", {
      title: "门户首页被篡改",
      service: "emergency-response",
      kind: "defacement",
      happenedAt: "2026-10-02T00:10:00+08:00",
      reportedAt: "2026-10-02T00:30:00+08:00",
    });
    ids.incident = String(reported["id"]);
    expect(await sees("vendor", `/incidents/${ids.incident}`)).toMatchObject({
      worst: { limit: "respond", dueAt: "2026-10-02T02:30:00+08:00", state: "running", left: 119 },
      assessment: { class: null, open: ["handled-by-plan", "noticed-nationally", "recoveredAt"] },
    });
    const told = async () =>
      stack.inbox
        .list()
        .toReversed()
        .filter(({ subject }) => subject.includes("应急响应"))
        .map(({ to, subject }) => `${to.replace(/@.*/, "")} ${/】(.+?)：/.exec(subject)?.[1] ?? ""}`)
        .toSorted();
    await stack.work();
    expect(await told()).toEqual(["contractManager 开始计时", "lead 开始计时"]);
    stack.clock.set("2026-10-02T02:00:01+08:00");
    await stack.work();
    expect(await told()).toEqual([
      "contractManager 开始计时",
      "contractManager 还剩29分钟",
      "lead 开始计时",
      "lead 还剩29分钟",
    ]);
    await does("vendor", `POST /incidents/${ids.incident}/steps`, {
      respondedAt: "2026-10-02T01:10:00+08:00",
    });
    stack.clock.set("2026-10-02T03:00:00+08:00");
    await stack.work();
    expect(await told()).toHaveLength(4);
  });

  it("it is of class A; corrected instants stay on the record; once is enough for the right to terminate", async () => {
    const { does, sees, refused } = steps;
    const path = `POST /incidents/${ids.incident}`;
    await does("acceptor", `${path}/steps`, {
      recoveredAt: "2026-10-02T01:10:00+08:00",
      facts: { "handled-by-plan": false, "noticed-nationally": true },
    });
    expect(await sees("acceptor", `/incidents/${ids.incident}`)).toMatchObject({
      assessment: { class: "b", ground: "defacement" },
    });
    await refused(
      "vendor",
      `${path}/steps`,
      { recoveredAt: "2026-10-02T01:40:00+08:00" },
      { ...invalid, paths: ["/recoveredAt"] },
    );
    await does("acceptor", `${path}/corrections`, {
      recoveredAt: "2026-10-02T01:40:00+08:00",
      reason: "以监控日志为准",
    });
    await does("acceptor", `${path}/classification`, { class: "a", fault: "vendor" });
    expect(await rightsSeen(steps)).toEqual(["terms.incident-terminate 2026-10-02 open"]);
    const lines = await sees<{
      items: { command: string; before?: unknown; after?: unknown; reason?: string }[];
    }>("auditor", "/record?limit=200");
    expect(lines.items.find(({ command }) => command === "incident.correct")).toMatchObject({
      before: { incident: { recoveredAt: "2026-10-02T01:10:00+08:00" } },
      after: { incident: { recoveredAt: "2026-10-02T01:40:00+08:00" } },
      reason: "以监控日志为准",
    });
  });

  it("a fifth of the base is owed for data tampered with, and is claimed on the bond", async () => {
    const { does, sees, refused, goTo } = steps;
    goTo("2026-10-09");
    const evidence = [{ document: "事件调查报告" }];
    const proposed = await does("acceptor", "POST /penalties/by-rule", {
      rule: "data-tampered",
      reason: "首页被篡改",
      evidence,
    });
    expect(proposed).toMatchObject({
      sum: { amount: "34392.00" },
      why: { zh: "违约金取费基数 171,960.00 × 20% = 34,392.00" },
    });
    ids.penalty = String(proposed["id"]);
    await does("vendor", `POST /penalties/${ids.penalty}/answer`, { agrees: true });
    await does("contractManager", `POST /penalties/${ids.penalty}/imposition`, {});
    const claimed = await does("finance", `POST /penalties/${ids.penalty}/bond-claims`, {
      bondId: ids.bond,
      document: "索赔函1",
    });
    expect(claimed).toMatchObject({ way: "bond", collected: "34392.00", open: "0.00" });
    const seen = await sees<{ items: { open: string; claims: { id: string; penaltyId: string }[] }[] }>(
      "vendor",
      "/bonds",
    );
    expect(seen.items).toMatchObject([
      { open: "137568.00", claims: [{ state: "claimed", amount: "34392.00", penaltyId: ids.penalty }] },
    ]);
    ids.claim = seen.items[0]?.claims[0]?.id ?? "";
    const release = { on: "2026-10-09", reason: "退还" };
    await refused("finance", `POST /bonds/${ids.bond}/release`, release, {
      ...conflict,
      zh: "尚有索赔未赔付",
    });
    const paid = { on: "2026-10-09", document: "进账单1" };
    await does("contractManager", `POST /bonds/${ids.bond}/claims/${ids.claim}/payment`, paid);
  });

  it("a person terminates: settled by the time worked, the rest owed back, data handed back, secrecy from the end", async () => {
    const { does, sees, refused } = steps;
    const right = "POST /rights/terms.incident-terminate/termination";
    await refused(
      "contractManager",
      right,
      { on: "2026-10-01", reason: "A级事故" },
      { ...invalid, paths: ["/on"] },
    );
    const ended = await does("contractManager", right, { on: "2026-10-09", reason: "A级事故" });
    // 220 of 365 days, from the day after signing.
    expect(ended).toMatchObject({
      status: "terminated",
      price: "1036471.23",
      refundOwed: "167248.77",
      handBackDemanded: true,
      why: { zh: "按工作时间结算 1,719,600.00 × 220 ÷ 365 = 1,036,471.23" },
    });
    expect(await rightsSeen(steps)).toEqual(["terms.incident-terminate 2026-10-02 exercised"]);
    const rest = await owed();
    expect(
      rest
        .filter(({ state }) => state !== "fulfilled")
        .map(({ key, dueOn }) => [key.replace(/\.evt_.*/, ""), dueOn]),
    ).toEqual([
      ["handBack.secrecy", "2026-10-19"],
      ["secrecy.secrecy", "2031-10-09"],
    ]);
    expect(await sees("auditor", "")).toMatchObject({ contract: { status: "terminated" } });
  });

  it("was all the work of people, and is undone as a whole", async () => {
    const { does } = steps;
    expect(await recordOf(steps, "bond.", "right.", "penalty.")).toEqual([
      "bond.enter finance",
      "penalty.proposeByRule acceptor",
      "penalty.answer 负责人",
      "penalty.impose contractManager",
      "penalty.claimOnBond finance",
      "bond.recordClaimPaid contractManager",
      "right.terminate contractManager",
    ]);
    await does("contractManager", "POST /resume", { reason: "达成和解" });
    expect(await rightsSeen(steps)).toEqual(["terms.incident-terminate 2026-10-02 open"]);
    expect((await owed("handBack")).length).toBe(0);
    expect(await owed("bondExtension")).toMatchObject([{ state: "open", dueOn: "2027-01-31" }]);
  });

  it("months below 60 cost by the score, by rule, one each", async () => {
    const { items } = await steps.sees<{ items: { rule: string }[] }>("auditor", "/penalty-occasions");
    expect(items.map(({ rule }) => rule)).toEqual([]);
    await expect(penalise(steps, "score-month", "score.none")).rejects.toThrow("422");
  });
});
