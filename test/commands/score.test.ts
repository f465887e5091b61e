import { amendContract, endContract } from "@luyue/usecases/contract";
import { recordEvent } from "@luyue/usecases/event";
import { fulfilObligation } from "@luyue/usecases/obligation";
import {
  answerScore,
  proposeScore,
  readScore,
  readScores,
  reopenScore,
  settleScore,
  withdrawScore,
} from "@luyue/usecases/score";
import { beforeEach, describe, expect, it } from "vitest";
import { refusalOf } from "./expect-refusal.ts";
import { member, operator, partner, strangePartner } from "./people.ts";
import {
  head,
  marksOf,
  mayOf,
  scoredTerms,
  scorer,
  seedAnswered,
  seedFinal,
  seedProposed,
  seedScored,
} from "./score-seed.ts";
import { run, seedTenant } from "./seed.ts";
import { openMemoryWorld, type World } from "./world.ts";

const tenantId = "ten_a";
const auditor = member(tenantId, "auditor");
const reason = "录入有误";
let world: World;

beforeEach(async () => {
  world = await openMemoryWorld();
  await seedTenant(world, tenantId);
});

async function obligationOf(contractId: string, key: string) {
  const state = await world.platform.tenant(tenantId).loadContract(contractId);
  return state?.obligations.find(({ obligation }) => obligation.key === key)?.obligation;
}

const read = (contractId: string, period: string, actor = auditor) =>
  readScore(world.platform.tenant(tenantId), actor, contractId, period, world.runtime);
const readAll = (contractId: string, actor = auditor) =>
  readScores(world.platform.tenant(tenantId), actor, contractId, world.runtime);

describe("a score", () => {
  it("is proposed, in the vendor's hands until it answers, and final by somebody else", async () => {
    const contractId = await seedScored(world);
    expect(await obligationOf(contractId, "score.2026-05")).toMatchObject({
      opensOn: "2026-06-01",
      waitingFor: [],
    });
    const { answer: proposed } = await run(world, proposeScore, scorer, tenantId, mayOf(contractId, "59.5"));
    expect(proposed).toMatchObject({ version: 1, state: "proposed", score: "59.50", answerBy: "2026-06-08" });
    expect(await obligationOf(contractId, "score.2026-05")).toMatchObject({
      waitingFor: [{ event: "scoreAnswered", of: "2026-05", holder: "vendor" }],
    });
    expect(await obligationOf(contractId, "scoreAnswer.2026-05")).toMatchObject({
      debtor: "vendor",
      opensOn: "2026-06-01",
      dueOn: "2026-06-08",
    });
    const named = { contractId, period: "2026-05" };
    await run(world, answerScore, partner, tenantId, { ...named, agrees: false, note: "按时完成" });
    expect((await obligationOf(contractId, "score.2026-05"))?.waitingFor).toEqual([]);
    const { answer: settled } = await run(world, settleScore, head, tenantId, named);
    expect(settled).toMatchObject({
      state: "final",
      score: "59.50",
      year: { score: "59.50" },
      triggers: [{ key: "low.2026-05", periods: ["2026-05"], arisenOn: "2026-06-01" }],
    });
    for (const key of ["score.2026-05", "scoreAnswer.2026-05"]) {
      expect((await obligationOf(contractId, key))?.fulfilment).toBeDefined();
    }
    const { sheet } = await read(contractId, "2026-05");
    expect(sheet).toMatchObject({ answer: { side: "vendor", agrees: false, note: "按时完成" } });
  });

  it("can be proposed on the period's last day, and is final without an answer once the time for it is over", async () => {
    const contractId = await seedScored(world);
    world.runtime.setNow("2026-06-30T08:00:00+08:00");
    const june = { contractId, period: "2026-06" };
    const marks = [marksOf("watching", "90")];
    const { answer } = await run(world, proposeScore, scorer, tenantId, { ...june, marks });
    expect(answer.answerBy).toBe("2026-07-07");
    world.runtime.setNow("2026-07-07T23:59:59+08:00");
    const early = await refusalOf(run(world, settleScore, head, tenantId, june));
    expect(early.reason.zh).toContain("2026-07-07");
    world.runtime.setNow("2026-07-08T00:00:00+08:00");
    expect((await run(world, settleScore, head, tenantId, june)).answer.score).toBe("90.00");
  });

  it("is answered through the last day for it, as often as the vendor likes until it is final", async () => {
    const contractId = await seedScored(world);
    const named = await seedProposed(world, contractId, "90", member(tenantId, "contractManager"));
    await run(world, answerScore, partner, tenantId, { ...named, agrees: true });
    world.runtime.setNow("2026-06-08T23:59:59+08:00");
    await run(world, answerScore, partner, tenantId, { ...named, agrees: false, note: "复核后有异议" });
    expect((await read(contractId, "2026-05")).sheet?.answer).toMatchObject({ agrees: false });
    world.runtime.setNow("2026-06-09T00:00:00+08:00");
    const { reason: why } = await refusalOf(
      run(world, answerScore, partner, tenantId, { ...named, agrees: true }),
    );
    expect(why.zh).toContain("2026-06-08");
    await run(world, settleScore, head, tenantId, named);
    const { code } = await refusalOf(run(world, answerScore, partner, tenantId, { ...named, agrees: true }));
    expect(code).toBe("conflict");
  });

  it("proposed anew is the next version of the same sheet, and its answer is gone", async () => {
    const contractId = await seedScored(world);
    const named = await seedAnswered(world, contractId, "50");
    const { answer } = await run(world, proposeScore, scorer, tenantId, mayOf(contractId, "70"));
    expect(answer).toMatchObject({ version: 2, score: "70.00" });
    expect((await refusalOf(run(world, settleScore, head, tenantId, named))).code).toBe("conflict");
    const { sheet } = await read(contractId, "2026-05");
    expect([sheet?.id, sheet?.answer]).toEqual([answer.id, undefined]);
    await run(world, withdrawScore, scorer, tenantId, { ...named, reason });
    expect(await obligationOf(contractId, "scoreAnswer.2026-05")).toBeUndefined();
    const again = await run(world, proposeScore, scorer, tenantId, mayOf(contractId));
    expect(again.answer).toMatchObject({ id: answer.id, version: 3 });
  });

  it("reopened is proposed again with its answer; what had arisen from it has not", async () => {
    const contractId = await seedScored(world);
    const named = await seedFinal(world, contractId, "10");
    expect((await readAll(contractId)).triggers).toHaveLength(1);
    await run(world, reopenScore, head, tenantId, { ...named, reason });
    const { triggers, years } = await readAll(contractId);
    expect([triggers, years[0]?.mean]).toEqual([[], undefined]);
    expect((await obligationOf(contractId, "score.2026-05"))?.fulfilment).toBeUndefined();
    const { sheet } = await read(contractId, "2026-05");
    expect(sheet).toMatchObject({ state: "proposed", answer: { agrees: true } });
    expect(sheet).not.toHaveProperty("decided");
    expect((await run(world, settleScore, head, tenantId, named)).answer.triggers).toHaveLength(1);
  });

  it("is not marked as done by word, nor recorded as an event", async () => {
    const contractId = await seedScored(world);
    await seedProposed(world, contractId);
    const evidence = [{ note: "已评分" }];
    for (const key of ["score.2026-05", "scoreAnswer.2026-05"]) {
      const word = run(world, fulfilObligation, scorer, tenantId, { contractId, key, evidence });
      const { code, reason: instead } = await refusalOf(word);
      expect([code, instead.en]).toEqual(["conflict", expect.stringContaining("score.answer")]);
    }
    const event = { kind: "scoreSettled", of: "2026-05", on: "2026-06-01" };
    const { faults } = await refusalOf(run(world, recordEvent, scorer, tenantId, { contractId, event }));
    expect(faults.map(({ path }) => path)).toEqual(["/event/kind"]);
    expect(faults[0]?.reason.zh).toContain("提出、答复或确定考核评分");
  });
});

describe("a score and what happens to its contract", () => {
  it("follows the terms of the period's last day: an amendment changes later months alone", async () => {
    const contractId = await seedScored(world);
    const terms = scoredTerms("NO 1");
    const items = (terms.score?.items ?? []).map((item) => ({
      ...item,
      split: item.split.map((part) => ({ ...part, percent: part.key === "time" ? "30" : "60" })),
    }));
    const score = { ...terms.score, items };
    const amendment = { terms: { ...terms, score }, from: "2026-06-01", reason: "调整权重", despite: "样例" };
    await run(world, amendContract, member(tenantId, "contractManager"), tenantId, {
      contractId,
      ...amendment,
    });
    const may = await run(world, proposeScore, scorer, tenantId, mayOf(contractId, "100"));
    expect(may.answer.score).toBe("100.00");
    world.runtime.setNow("2026-07-01T08:00:00+08:00");
    const marks = [marksOf("watching", "100")];
    const june = { contractId, period: "2026-06", marks };
    expect((await run(world, proposeScore, scorer, tenantId, june)).answer.score).toBe("90.00");
    expect((await read(contractId, "2026-05")).worked?.score).toBe("100.00");
  });

  it("ends with an amendment that takes it out; the months before it stay", async () => {
    const contractId = await seedScored(world);
    const { score: _score, ...terms } = scoredTerms("NO 1");
    const amendment = { terms, from: "2026-06-01", reason: "取消考核", despite: "样例" };
    await run(world, amendContract, member(tenantId, "contractManager"), tenantId, {
      contractId,
      ...amendment,
    });
    const { years } = await readAll(contractId);
    expect(years.flatMap(({ standings }) => standings.map(({ period }) => period.period))).toEqual([
      "2026-04",
      "2026-05",
    ]);
    const named = await seedAnswered(world, contractId, "10");
    const { answer } = await run(world, settleScore, head, tenantId, named);
    expect([answer.score, answer.triggers.length]).toEqual(["10.00", 1]);
    expect((await readAll(contractId)).triggers).toEqual(answer.triggers);
  });

  it("after an early end is for the months that were over, and still for those", async () => {
    const contractId = await seedScored(world);
    const finance = member(tenantId, "contractManager");
    await run(world, endContract, finance, tenantId, {
      contractId,
      on: "2026-06-01",
      price: "300.00",
      reason: "协商终止",
    });
    const { years } = await readAll(contractId);
    expect(years.flatMap(({ standings }) => standings.map(({ period }) => period.period))).toEqual([
      "2026-04",
      "2026-05",
    ]);
    const { answer } = await run(world, proposeScore, scorer, tenantId, mayOf(contractId));
    expect(answer.state).toBe("proposed");
  });
});

describe("the year", () => {
  it("shows each month as it stands, and the mean of what is final", async () => {
    const contractId = await seedScored(world);
    await seedFinal(world, contractId, "80");
    const marks = [marksOf("watching", "91")];
    await run(world, proposeScore, scorer, tenantId, { contractId, period: "2026-04", marks });
    const { years } = await readAll(contractId);
    expect(years).toMatchObject([{ from: "2026-04-15", to: "2027-04-15", mean: { score: "80.00" } }]);
    const shown = years[0]?.standings.map(({ period, state, sheet }) => [
      period.period,
      state,
      sheet?.score,
      period.items.filter(({ scheduled }) => scheduled).length,
    ]);
    expect(shown?.slice(0, 4)).toEqual([
      ["2026-04", "proposed", "91.00", 1],
      ["2026-05", "final", "80.00", 2],
      ["2026-06", "running", undefined, 1],
      ["2026-07", "upcoming", undefined, 1],
    ]);
    expect(shown).toHaveLength(12);
  });

  it("is the vendor's to read, but for what was withdrawn, and nobody else's", async () => {
    const contractId = await seedScored(world);
    const named = await seedProposed(world, contractId);
    expect((await read(contractId, "2026-05", partner)).sheet?.score).toBe("90.00");
    await run(world, withdrawScore, scorer, tenantId, { ...named, reason });
    expect(await read(contractId, "2026-05", partner)).toMatchObject({ state: "due" });
    expect((await read(contractId, "2026-05", partner)).sheet).toBeUndefined();
    expect((await read(contractId, "2026-05")).sheet?.state).toBe("withdrawn");
    expect((await refusalOf(readAll(contractId, strangePartner))).code).toBe("notFound");
    expect((await refusalOf(readAll(contractId, operator))).code).toBe("forbidden");
    expect((await refusalOf(read(contractId, "2027-05"))).code).toBe("notFound");
  });
});
