import { DomainError } from "@luyue/core/error";
import { factsOf } from "@luyue/usecases/contract";
import {
  applyAcceptance,
  concludeRound,
  objectAcceptance,
  readAcceptances,
  reopenRound,
  signRound,
  statePosition,
  withdrawApplication,
} from "@luyue/usecases/acceptance";
import { fulfilObligation } from "@luyue/usecases/obligation";
import { recordMeasurement } from "@luyue/usecases/measurement";
import { recordEvent } from "@luyue/usecases/event";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import {
  acceptedTerms,
  allMet,
  applyFor,
  assess,
  conclude,
  object,
  type RoundIds,
  seedAccepted,
  seedConcluded,
  signAll,
} from "./acceptance-seed.ts";
import { refusalOf } from "./expect-refusal.ts";
import { member, partner } from "./people.ts";
import { run, seedTenant } from "./seed.ts";
import { acceptWork, uploadFile } from "./work-seed.ts";
import { openMemoryWorld, type World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const acceptor = member(tenantId, "acceptor");
let world: World;
let contractId: string;

async function openWorld(): Promise<void> {
  world = await openMemoryWorld();
  await seedTenant(world, tenantId);
  contractId = await seedAccepted(world);
}
beforeEach(openWorld);

const load = async () => (await world.platform.tenant(tenantId).loadContract(contractId))!;
const roundsOf = async () => (await load()).work.rounds;
const read = (actor = manager) =>
  readAcceptances(world.platform.tenant(tenantId), actor, contractId, world.runtime);

/** Obligations of a kind as `key due fulfilled`. */
async function owed(kind: string): Promise<string[]> {
  const { obligations } = await load();
  return obligations
    .map(({ obligation }) => obligation)
    .filter((each) => each.kind === kind)
    .map(({ key, dueOn, fulfilment }) => `${key} ${dueOn ?? "-"} ${fulfilment?.on ?? "-"}`);
}

describe("an acceptance over its rounds", () => {
  it("moves the contract's dates with each step", async () => {
    const { roundId } = await applyFor(world, contractId);
    expect(await owed("application")).toEqual(["application.final 2027-06-23 2026-06-01"]);
    expect(await owed("review")).toEqual([`review.final.${roundId} 2026-06-04 -`]);
    await run(world, objectAcceptance, manager, tenantId, { contractId, roundId, reason: "缺少复测报告" });
    expect(await owed("review")).toEqual([`review.final.${roundId} 2026-06-04 2026-06-01`]);
    // Fifteen days after the first of June, by the terms.
    expect(await owed("rectification")).toEqual([`rectification.final.${roundId}_objected 2026-06-16 -`]);
    world.runtime.setNow("2026-06-10T10:00:00+08:00");
    await seedConcluded(world, contractId, "passed");
    expect(await owed("rectification")).toEqual([
      `rectification.final.${roundId}_objected 2026-06-16 2026-06-10`,
    ]);
    expect(await owed("acceptance")).toEqual(["acceptance.final 2026-07-10 2026-06-10"]);
    expect(factsOf(await load()).map(({ kind }) => kind)).toEqual([
      "signed",
      "acceptanceApplied",
      "acceptanceObjected",
      "acceptanceApplied",
      "acceptancePassed",
    ]);
  });

  it("is rectified by the buyer's day where one is set", async () => {
    const ids = await signAll(world, await assess(world, await applyFor(world, contractId)));
    const failure = { ...ids, outcome: "failed", reason: "未达标", rectifyBy: "2026-07-31" };
    await run(world, concludeRound, manager, tenantId, failure);
    expect(await owed("rectification")).toEqual([`rectification.final.${ids.roundId}_failed 2026-07-31 -`]);
  });

  it("loses its dates again when an objection was an error", async () => {
    const ids = await object(world, await applyFor(world, contractId));
    await run(world, reopenRound, manager, tenantId, { ...ids, reason: "误操作" });
    expect(await owed("rectification")).toEqual([]);
    expect(await roundsOf()).toMatchObject([{ number: 1, state: "applied" }]);
  });

  it("wants a new plan for an objection after one that was an error", async () => {
    await uploadFile(world);
    const trigger = { anchor: "trigger" } as const;
    const plan = { due: { rule: "within", count: 10, unit: "day", after: trigger } } as const;
    const { acceptances = [], ...terms } = acceptedTerms("NO 2");
    const planned = acceptances.map((acceptance) => ({ ...acceptance, plan }));
    contractId = await seedAccepted(world, "NO 2", { ...terms, acceptances: planned });
    const ids = await object(world, await applyFor(world, contractId));
    const key = `plan.final.${ids.roundId}_objected`;
    await acceptWork(world, contractId, key);
    await run(world, reopenRound, manager, tenantId, { ...ids, reason: "误操作" });
    world.runtime.setNow("2026-06-02T10:00:00+08:00");
    await object(world, ids);
    expect(await owed("plan")).toEqual([`${key} 2026-06-11 2026-06-01`, `${key}_2 2026-06-12 -`]);
    expect(await owed("rectification")).toEqual([
      `rectification.final.${ids.roundId}_objected_2 2026-06-17 -`,
    ]);
    await acceptWork(world, contractId, `${key}_2`);
    expect(await owed("plan")).toEqual([`${key} 2026-06-11 2026-06-01`, `${key}_2 2026-06-12 2026-06-02`]);
  });

  it("keeps assessment, signatures and statement when it is opened again", async () => {
    const ids = await signAll(world, await assess(world, await applyFor(world, contractId)));
    await run(world, statePosition, partner, tenantId, { ...ids, note: "复测已完成" });
    await conclude(world, ids, "passed");
    const [passed] = await roundsOf();
    expect(passed).toMatchObject({ state: "passed", statement: { note: "复测已完成" } });
    expect(passed?.assessment?.signatures).toHaveLength(2);
    await run(world, reopenRound, manager, tenantId, { ...ids, reason: "误操作" });
    const [again] = await roundsOf();
    expect(again?.state).toBe("applied");
    expect(again?.assessment).toEqual(passed?.assessment);
    expect(again?.statement).toEqual(passed?.statement);
    expect(again).not.toHaveProperty("settled");
    expect(await owed("acceptance")).toEqual(["acceptance.final 2026-07-01 -"]);
  });

  it("gives the buyer a right past the last rectification, and only the agency goes on", async () => {
    await seedConcluded(world, contractId, "failed");
    expect((await read()).rights).toEqual([]);
    await seedConcluded(world, contractId, "failed");
    for (const actor of [manager, partner]) {
      expect((await read(actor)).rights).toMatchObject([
        { key: "acceptance.final.terminate", arisenOn: "2026-06-01", because: { length: 2 } },
      ]);
    }
    const input = { contractId, of: "final" };
    const refused = (actor: typeof manager) => refusalOf(run(world, applyAcceptance, actor, tenantId, input));
    expect((await refused(manager)).reason.zh).toBe(
      "合同允许整改1次，已2次未通过：如仍同意再次验收，请说明理由（despite）",
    );
    expect((await refused(partner)).reason.en).toBe(
      "the contract allows 1 rectification, and it has failed 2 times: only the agency can enter another application",
    );
    await applyFor(world, contractId, { despite: "甲方同意再验收一次" }, manager);
    expect((await roundsOf()).at(-1)).toMatchObject({
      number: 3,
      applied: { despite: "甲方同意再验收一次" },
    });
    expect((await load()).contract.status).toBe("active");
  });
});

describe("an assessment", () => {
  it("takes what the record measures from there; who judges otherwise stands beside it", async () => {
    const ids = await applyFor(world, contractId);
    const survey = {
      measure: "satisfaction",
      from: "2026-05-01",
      to: "2026-05-31",
      satisfied: "96",
      answered: "100",
    };
    await run(world, recordMeasurement, manager, tenantId, { contractId, ...survey });
    await assess(world, ids, { results: [allMet[0], allMet[1], { criterion: 3 }] });
    expect((await roundsOf())[0]?.assessment?.results).toMatchObject([
      { criterion: 1, passed: true, measured: { value: "0", passed: false }, note: "扫描记录已线下核对" },
      { criterion: 2, passed: true, note: "配合良好" },
      { criterion: 3, passed: true, measured: { value: "96", passed: true } },
    ]);
  });

  it("made again asks for all signatures anew", async () => {
    const ids = await signAll(world, await assess(world, await applyFor(world, contractId)));
    expect((await roundsOf())[0]?.assessment?.signatures).toHaveLength(2);
    await assess(world, ids);
    expect((await roundsOf())[0]?.assessment?.signatures).toEqual([]);
    const refusal = await refusalOf(
      run(world, concludeRound, manager, tenantId, { ...ids, outcome: "passed" }),
    );
    expect(refusal.reason).toEqual({
      zh: "尚未签字：contractManager、acceptor",
      en: "not signed yet: contractManager, acceptor",
    });
  });

  it("is signed by all acceptors of the agency where nobody is named", async () => {
    const ids = await assess(world, await applyFor(world, contractId), { acceptors: undefined });
    expect((await roundsOf())[0]?.assessment?.acceptors).toEqual([
      { key: "mem_acceptor", name: "acceptor", memberId: "mem_acceptor" },
    ]);
    await run(world, signRound, acceptor, tenantId, { ...ids, agrees: true });
    await conclude(world, ids, "passed");
  });

  it("is signed for an expert from outside by the manager, with the paper", async () => {
    const ids = await assess(world, await applyFor(world, contractId), { acceptors: [{ name: "专家甲" }] });
    const paper = { acceptor: "expert1", agrees: true, evidence: [{ document: "专家意见表1" }] };
    await run(world, signRound, manager, tenantId, { ...ids, ...paper });
    expect((await roundsOf())[0]?.assessment?.signatures).toMatchObject([
      { acceptor: "expert1", name: "contractManager", evidence: paper.evidence },
    ]);
  });

  it("says what keeps a round from passing, and lets it fail", async () => {
    const ids = await applyFor(world, contractId);
    const missed = [allMet[0], { criterion: 2, passed: false, note: "配合欠佳" }, allMet[2]];
    await assess(world, ids, { results: missed });
    await run(world, signRound, manager, tenantId, { ...ids, agrees: true });
    await run(world, signRound, acceptor, tenantId, { ...ids, agrees: false, note: "资料不全" });
    const refusal = await refusalOf(
      run(world, concludeRound, manager, tenantId, { ...ids, outcome: "passed" }),
    );
    expect(refusal.reason.zh).toBe("不能作出通过的结论：第2项“团队融合性”未通过；acceptor不同意");
    await conclude(world, ids, "failed");
    expect(await roundsOf()).toMatchObject([{ state: "failed", settled: { reason: "评定结论" } }]);
  });

  it("needs no results where the terms have no criteria", async () => {
    const { acceptances = [], ...terms } = acceptedTerms("NO 2");
    const bare = acceptances.map(({ criteria: _criteria, ...acceptance }) => acceptance);
    contractId = await seedAccepted(world, "NO 2", { ...terms, acceptances: bare });
    const ids = await applyFor(world, contractId);
    const odd = await refusalOf(assess(world, ids, { results: allMet }));
    expect(odd.code).toBe("invalid");
    const reason = { zh: "本验收没有约定验收标准", en: "this acceptance has no criteria" };
    expect(odd.faults).toEqual([0, 1, 2].map((at) => ({ path: `/results/${at}/criterion`, reason })));
    await assess(world, ids, { results: [] });
    await conclude(world, await signAll(world, ids), "passed");
    expect(await roundsOf()).toMatchObject([{ state: "passed", assessment: { results: [] } }]);
  });
});

describe("what is left to the rounds", () => {
  it("is not fulfilled by a word", async () => {
    const ids = await object(world, await applyFor(world, contractId));
    const keys = [
      "application.final",
      "acceptance.final",
      `review.final.${ids.roundId}`,
      `rectification.final.${ids.roundId}_objected`,
    ];
    for (const key of keys) {
      const input = { contractId, key, evidence: [{ document: "凭证" }] };
      const refusal = await refusalOf(run(world, fulfilObligation, manager, tenantId, input));
      expect([refusal.code, refusal.reason.en.includes("acceptance.")]).toEqual(["conflict", true]);
    }
  });

  it.each(["acceptanceApplied", "acceptanceObjected", "acceptancePassed", "acceptanceFailed"])(
    "is not recorded as an event: %s",
    async (kind) => {
      const input = { contractId, event: { kind, of: "final", on: "2026-06-01" } };
      const refusal = await refusalOf(run(world, recordEvent, manager, tenantId, input));
      expect(refusal.faults.map(({ path }) => path)).toEqual(["/event/kind"]);
    },
  );
});

type Step = (typeof steps)[number];
const steps = [
  "applyVendor",
  "applyAgency",
  "applyDespite",
  "withdrawVendor",
  "withdrawAgency",
  "object",
  "assess",
  "review",
  "pass",
  "fail",
  "reopen",
] as const;

/** Tries a step on the last round, or on the one before it; what is refused changes nothing. */
async function attempt(step: Step, earlier: boolean): Promise<void> {
  const rounds = await roundsOf();
  const ids: RoundIds = { contractId, roundId: rounds.at(earlier ? -2 : -1)?.id ?? "rnd_zzzzzzzzzz" };
  const reason = "随机";
  const tries: Readonly<Record<Step, () => Promise<unknown>>> = {
    applyVendor: () => applyFor(world, contractId),
    applyAgency: () => applyFor(world, contractId, {}, manager),
    applyDespite: () => applyFor(world, contractId, { despite: reason }, manager),
    withdrawVendor: () => run(world, withdrawApplication, partner, tenantId, { ...ids, reason }),
    withdrawAgency: () => run(world, withdrawApplication, manager, tenantId, { ...ids, reason }),
    object: () => object(world, ids),
    assess: () => assess(world, ids),
    review: async () => signAll(world, await assess(world, ids)),
    pass: () => conclude(world, ids, "passed"),
    fail: () => conclude(world, ids, "failed"),
    reopen: () => run(world, reopenRound, manager, tenantId, { ...ids, reason }),
  };
  await tries[step]().catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error;
  });
}

describe("rounds in any order of commands", () => {
  it("are numbered without a hole, at most one of them open, and none follows a pass", async () => {
    const seen = new Set<string>();
    const sequence = fc.array(
      fc.tuple(
        fc.constantFrom(...steps),
        fc.nat(7).map((drawn) => drawn === 0),
      ),
      {
        minLength: 15,
        maxLength: 40,
      },
    );
    await fc.assert(
      fc.asyncProperty(sequence, async (tried) => {
        await openWorld();
        for (const [step, earlier] of tried) {
          await attempt(step, earlier);
          const rounds = await roundsOf();
          for (const { state, number } of rounds) seen.add(`${state}${Math.min(number, 3)}`);
          expect(rounds.map(({ number }) => number)).toEqual(rounds.map((_, at) => at + 1));
          const open = rounds.filter(({ state }) => state === "applied");
          expect(open.length).toBeLessThanOrEqual(1);
          if (open.length > 0) expect(rounds.at(-1)?.state).toBe("applied");
          const passed = rounds.findIndex(({ state }) => state === "passed");
          if (passed >= 0) expect(passed).toBe(rounds.length - 1);
        }
      }),
      { numRuns: 25, seed: 20260601 },
    );
    // The property is about something: every state was reached, and third rounds.
    expect([...seen].map((each) => each.slice(0, -1))).toEqual(
      expect.arrayContaining(["applied", "objected", "withdrawn", "passed", "failed"]),
    );
    expect([...seen].some((each) => each.endsWith("3"))).toBe(true);
  });
});
