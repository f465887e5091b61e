import type { ContractTerms } from "@luyue/core/contract";
import { amendContract } from "@luyue/usecases/contract";
import { sweepReminders } from "@luyue/usecases/reminder";
import { readRights } from "@luyue/usecases/right";
import { readScores } from "@luyue/usecases/score";
import { beforeEach, describe, expect, it } from "vitest";
import { member } from "./people.ts";
import { scoredTerms, seedFinal, seedScored } from "./score-seed.ts";
import { run, seedTenant } from "./seed.ts";
import { openMemoryWorld, type World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const auditor = member(tenantId, "auditor");
const signed = { anchor: "event", event: "signed" } as const;
const propose = { count: 5, unit: "workingDay" } as const;

let world: World;
beforeEach(async () => {
  world = await openMemoryWorld();
  await seedTenant(world, tenantId);
});

const store = () => world.platform.tenant(tenantId);
const scoresOf = (contractId: string) => readScores(store(), auditor, contractId, world.runtime);
const obligationsOf = async (contractId: string) =>
  ((await store().loadContract(contractId))?.obligations ?? []).map(({ obligation }) => obligation);
const scoreKeysOf = async (contractId: string) =>
  (await obligationsOf(contractId)).filter(({ kind }) => kind === "score").map(({ key }) => key);
const periodsOf = async (contractId: string) =>
  (await scoresOf(contractId)).years.flatMap(({ standings }) =>
    standings.map(({ period: { period, from, to } }) => `${period} ${from} ${to}`),
  );
const amend = (contractId: string, terms: ContractTerms, from: string) => {
  world.runtime.setNow(`${from}T10:00:00+08:00`);
  const change = { contractId, terms, from, reason: "补充协议", despite: "样例" };
  return run(world, amendContract, manager, tenantId, change);
};
const lasting = (months: number): ContractTerms => {
  const terms = scoredTerms("NO 1", { propose });
  const end = { rule: "within", count: months, unit: "month", after: signed, roll: "none" } as const;
  return { ...terms, terms: terms.terms.map((term) => ({ ...term, end })) };
};

describe("the score of amended terms", () => {
  it.each(["2027-04-01", "2027-04-05"])(
    "keeps its last month where the term is extended on %s",
    async (from) => {
      const contractId = await seedScored(world, "NO 1", lasting(12));
      expect((await periodsOf(contractId)).at(-1)).toBe("2027-03 2027-03-01 2027-04-15");
      await amend(contractId, lasting(18), from);
      const all = await periodsOf(contractId);
      expect(all).toHaveLength(18);
      expect(all.slice(11, 13)).toEqual(["2027-03 2027-03-01 2027-03-31", "2027-04 2027-04-01 2027-04-30"]);
      const owed = (await obligationsOf(contractId)).filter(({ kind }) => kind === "score");
      expect(owed.map(({ key }) => key)).toEqual(all.map((each) => `score.${each.slice(0, 7)}`));
      expect(owed[11]).toMatchObject({ opensOn: "2027-04-01", dueOn: "2027-04-08" });
    },
  );

  it("is still owed for the months before an amendment that ends it, the last one too", async () => {
    const contractId = await seedScored(world, "NO 1", scoredTerms("NO 1", { propose }));
    const { score: _score, ...terms } = scoredTerms("NO 1");
    await amend(contractId, terms, "2026-07-01");
    expect(await scoreKeysOf(contractId)).toEqual(["score.2026-04", "score.2026-05", "score.2026-06"]);
  });

  it("is judged by the figure of its own terms: one that is raised does not reach back, nor one that goes", async () => {
    const contractId = await seedScored(world);
    await seedFinal(world, contractId, "65");
    const low = { key: "low", title: { zh: "月低于70分", en: "a month below 70" }, below: "70", inARow: 1 };
    await amend(contractId, scoredTerms("NO 1", { triggers: [low] }), "2026-09-01");
    expect((await scoresOf(contractId)).triggers).toEqual([]);
    const other = await seedScored(world, "NO 2");
    world.runtime.setNow("2026-06-01T10:00:00+08:00");
    await seedFinal(world, other, "55");
    const { score: _score, ...none } = scoredTerms("NO 2");
    await amend(other, none, "2026-09-01");
    const { rights } = await readRights(store(), auditor, other, world.runtime);
    expect(rights.map(({ key }) => key)).toEqual(["score.low.2026-05"]);
  });

  it("has the year's grade by the terms that hold as the year ends", async () => {
    const grades = [{ key: "good", title: { zh: "良好", en: "good" }, from: "60" }];
    const contractId = await seedScored(world, "NO 1", {
      ...lasting(24),
      score: scoredTerms("NO 1", { grades }).score,
    });
    await seedFinal(world, contractId, "65");
    const harder = scoredTerms("NO 1", { grades: [{ ...grades[0]!, from: "90" }] }).score;
    await amend(contractId, { ...lasting(24), score: harder }, "2027-05-10");
    expect((await scoresOf(contractId)).years[0]?.mean?.grade?.key).toBe("good");
  });
});

describe("the score of a term whose end is open", () => {
  it("goes on being owed as the months go by", async () => {
    const terms = scoredTerms("NO 1");
    const end = { rule: "on", anchor: { anchor: "event", event: "serviceEnded", of: "main" } } as const;
    const open = { ...terms, terms: terms.terms.map((term) => ({ ...term, end })) };
    const contractId = await seedScored(world, "NO 1", open);
    expect(await scoreKeysOf(contractId)).toEqual(["score.2026-04", "score.2026-05"]);
    for (const day of ["2026-07-05", "2026-08-05", "2026-09-05"]) {
      world.runtime.setNow(`${day}T09:30:00+08:00`);
      await sweepReminders(world.platform, world.runtime);
    }
    expect((await scoreKeysOf(contractId)).slice(-2)).toEqual(["score.2026-07", "score.2026-08"]);
  });
});
