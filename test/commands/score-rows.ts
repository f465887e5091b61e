import { recordEvent } from "@luyue/usecases/event";
import { answerScore, proposeScore, reopenScore, settleScore, withdrawScore } from "@luyue/usecases/score";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { closedContract } from "./money-seed.ts";
import { member, partner } from "./people.ts";
import { type Input, invalid, noReason, type Prepared, type Refusal, type Row, rowOf } from "./row.ts";
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
import { run, seedActive, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const reason = "录入有误";
const other = { reason: "打分有误" };
const named: readonly Refusal[] = [unknownContract, stillDraft, closedContract];

/** Another contract than the row's, brought so far; the input then names it. */
function when(why: string, code: Refusal["code"], seed: (world: World) => Promise<Input>): Refusal {
  return {
    why,
    code,
    arrange: async (world, { input }) => ({ ...input, ...(await seed(world)) }),
  };
}

const another = async (world: World) => ({ contractId: await seedScored(world, "NO 2") });
const noSheet = when("the period has no score", "notFound", another);
const withdrawn = when("the score has been withdrawn", "conflict", async (world) => {
  const ids = await seedProposed(world, await seedScored(world, "NO 2"));
  await run(world, withdrawScore, scorer, tenantId, { ...ids, reason });
  return ids;
});
const final = when("the score is final", "conflict", async (world) =>
  seedFinal(world, await seedScored(world, "NO 2")),
);
const badPeriod = invalid("no such month", "/period", (input) => ({ ...input, period: "2026-13" }));

/** May's marks with what is put over the first item's. */
const firstWith = (why: string, path: string, change: (marks: Input) => Input) =>
  invalid(why, path, (input) => ({
    ...input,
    marks: [change(marksOf("watching", "90")), marksOf("scanning", "90")],
  }));

const marks = (why: string, path: string, ...given: readonly Input[]) =>
  invalid(why, path, (input) => ({ ...input, marks: given }));

const badMarks: readonly Refusal[] = [
  ...["100.01", "101", "-1", "90.123", "09", "1e1", ""].map((given) =>
    firstWith(`${given} given`, "/marks/0/parts/0/given", () => marksOf("watching", given)),
  ),
  marks("an item without marks", "/marks", marksOf("watching", "90")),
  marks("no marks", "/marks"),
  marks("an item twice", "/marks/1/item", marksOf("watching", "90"), marksOf("watching", "90")),
  marks("an item of no sheet", "/marks/1/item", marksOf("watching", "90"), marksOf("nothing", "90")),
  firstWith("a part without a mark", "/marks/0/parts", ({ item }) => ({
    item,
    parts: [{ part: "time", given: "90" }],
  })),
  firstWith("a part twice", "/marks/0/parts/1/part", ({ item }) => ({
    item,
    parts: [
      { part: "time", given: "90" },
      { part: "time", given: "90" },
    ],
  })),
  firstWith("a part of no item", "/marks/0/parts/0/part", ({ item }) => ({
    item,
    parts: [{ part: "x", given: "90" }],
  })),
  invalid("an item that is not scheduled", "/marks/1/item", (input) => ({ ...input, period: "2026-04" })),
];

const propose = rowOf(proposeScore, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["after"],
  prepare: async (world) => {
    const contractId = await seedScored(world);
    return { tenantId, contractId, input: mayOf(contractId), other: mayOf(contractId, "80") };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    ...badMarks,
    badPeriod,
    final,
    invalid("a period before the term", "/period", (input) => ({ ...input, period: "2026-03" })),
    invalid("a quarter of a monthly score", "/period", (input) => ({ ...input, period: "2026-Q2" })),
    {
      why: "the period is not over",
      code: "conflict",
      arrange: (world, { input }) => {
        world.runtime.setNow("2026-06-29T23:59:59+08:00");
        return { ...input, period: "2026-06", marks: [marksOf("watching", "90")] };
      },
    },
    when("the contract has no score", "conflict", async (world) => {
      const { contractId } = await seedActive(world, tenantId, termsOf("NO 2"), "2026-04-15");
      return { contractId };
    }),
    when("the contract is not signed", "conflict", async (world) => {
      const { contractId } = await seedActive(world, tenantId, scoredTerms("NO 2"), undefined, "样例");
      return { contractId };
    }),
  ],
});

const answer = rowOf(answerScore, {
  allowed: ["contractManager"],
  partner: true,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) =>
    prepare(
      world,
      seedProposed,
      { agrees: false, note: "五月按时完成", evidence: [{ document: "回函1" }] },
      {
        agrees: true,
        evidence: [{ document: "回函1" }],
      },
    ),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    noSheet,
    withdrawn,
    final,
    badPeriod,
    invalid("a disagreement without a note", "/note", ({ note: _note, ...input }) => input),
    invalid("the agency without the paper", "/evidence", ({ evidence: _evidence, ...input }) => input),
    when("the vendor's own people have answered", "conflict", async (world) => {
      const ids = await seedProposed(world, await seedScored(world, "NO 2"));
      await run(world, answerScore, partner, tenantId, { ...ids, agrees: false, note: "另有原因" });
      return ids;
    }),
    when("who enters it has proposed the score", "forbidden", async (world) => {
      const contractId = await seedScored(world, "NO 2");
      return seedProposed(world, contractId, "90", member(tenantId, "contractManager"));
    }),
    invalid("neither yes nor no", "/agrees", ({ agrees: _agrees, ...input }) => input),
    {
      why: "the time for an answer is over",
      code: "conflict",
      arrange: (world, { input }) => {
        world.runtime.setNow("2026-06-09T00:00:00+08:00");
        return input;
      },
    },
  ],
});

const settle = rowOf(settleScore, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedAnswered, {}, { note: "同意" }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    noSheet,
    withdrawn,
    final,
    badPeriod,
    when("who settles has proposed it", "forbidden", async (world) => {
      const contractId = await seedScored(world, "NO 2");
      return seedProposed(world, contractId, "90", member(tenantId, "contractManager"));
    }),
    {
      why: "the vendor has not answered and has time until the end of the day",
      code: "conflict",
      arrange: async (world, { input }) => {
        const ids = await seedProposed(world, await seedScored(world, "NO 2"));
        world.runtime.setNow("2026-06-08T23:59:59+08:00");
        return { ...input, ...ids };
      },
    },
    when("who settles has entered the vendor's answer from paper", "forbidden", async (world) => {
      const ids = await seedProposed(world, await seedScored(world, "NO 2"));
      const paper = { ...ids, agrees: true, evidence: [{ document: "回函1" }] };
      await run(world, answerScore, member(tenantId, "contractManager"), tenantId, paper);
      return ids;
    }),
    when("more has become scheduled since", "conflict", async (world) => {
      const contractId = await seedScored(world, "NO 2");
      await run(world, proposeScore, scorer, tenantId, april(contractId));
      await run(world, answerScore, partner, tenantId, { contractId, period: "2026-04", agrees: true });
      const evidence = [{ document: "扫描报告" }];
      const event = { kind: "performed", of: "scan", on: "2026-04-20", evidence };
      await run(world, recordEvent, scorer, tenantId, { contractId, event });
      return { contractId, period: "2026-04" };
    }),
  ],
});

const withdraw = rowOf(withdrawScore, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedProposed, { reason }, other),
  subjectOf: ({ id }) => id,
  refusals: [...named, noSheet, withdrawn, final, badPeriod, noReason],
});

const reopen = rowOf(reopenScore, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedFinal, { reason }, other),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    noSheet,
    withdrawn,
    badPeriod,
    noReason,
    when("the score is not final", "conflict", async (world) =>
      seedProposed(world, await seedScored(world, "NO 2")),
    ),
    when("who reopens has proposed it", "forbidden", async (world) => {
      const contractId = await seedScored(world, "NO 2");
      const ids = await seedProposed(world, contractId, "90", member(tenantId, "contractManager"));
      await run(world, answerScore, partner, tenantId, { ...ids, agrees: true });
      await run(world, settleScore, head, tenantId, ids);
      return ids;
    }),
  ],
});

const april = (contractId: string): Input => ({
  contractId,
  period: "2026-04",
  marks: [marksOf("watching", "90")],
});

/** A score of the row's contract, brought so far by other people. */
async function prepare(
  world: World,
  seed: (world: World, contractId: string) => Promise<Input>,
  more: Input,
  instead: Input,
): Promise<Prepared> {
  const contractId = await seedScored(world);
  const ids = await seed(world, contractId);
  return { tenantId, contractId, input: { ...ids, ...more }, other: { ...ids, ...more, ...instead } };
}

export const scoreRows: readonly Row[] = [propose, answer, settle, withdraw, reopen];
