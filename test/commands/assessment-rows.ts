import { assessRound, concludeRound, signRound, withdrawApplication } from "@luyue/usecases/acceptance";
import { amendContract } from "@luyue/usecases/contract";
import {
  acceptedTerms,
  allMet,
  applyFor,
  assess,
  bothSigners,
  oneMissed,
  seedAccepted,
  signAll,
} from "./acceptance-seed.ts";
import { member, partner } from "./people.ts";
import { named, objected, passed, prepareRound, when, withdrawn } from "./round-refusals.ts";
import { type Input, invalid, type Refusal, type Row, rowOf } from "./row.ts";
import { addressOf, run } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const acceptor = member(tenantId, "acceptor");
const settled: readonly Refusal[] = [...named, objected, passed];

const results = (why: string, path: string, given: readonly unknown[]) =>
  invalid(why, path, (input) => ({ ...input, results: given }));
const [counts, fit, survey] = allMet;

const assessment = rowOf(assessRound, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: prepareRound({ results: allMet, acceptors: bothSigners }, { results: oneMissed }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...settled,
    withdrawn,
    results("a criterion without a result", "/results", [counts, fit]),
    results("a criterion that there is not", "/results/2/criterion", [
      counts,
      fit,
      { ...survey, criterion: 4 },
    ]),
    results("a criterion twice", "/results/1/criterion", [counts, counts, fit, survey]),
    results("another word than the record's without a note", "/results/0/note", [
      { criterion: 1, passed: true },
      fit,
      survey,
    ]),
    results("a judged criterion without a word", "/results/1/passed", [
      counts,
      { criterion: 2, note: "良好" },
      survey,
    ]),
    results("a judged criterion without note or evidence", "/results/1/note", [
      counts,
      { criterion: 2, passed: true },
      survey,
    ]),
    results("a file that was not uploaded", "/results/2/evidence/0/file", [
      counts,
      fit,
      { ...survey, evidence: [{ file: `sha256-${"0".repeat(64)}` }] },
    ]),
    ...(
      [
        ["nobody", "/acceptors", []],
        ["a member that there is not", "/acceptors/1", [{ name: "专家甲" }, { memberSubject: "nobody" }]],
        ["a member who cannot sign", "/acceptors/0", [{ memberSubject: "finance" }]],
        ["the same person twice", "/acceptors/1", [{ name: "专家甲" }, { name: "专家甲" }]],
      ] as const
    ).map(([who, path, acceptors]) =>
      invalid(`to be signed by ${who}`, path, (input) => ({ ...input, acceptors })),
    ),
    {
      why: "nobody has the role of an acceptor and nobody is named",
      code: "invalid",
      path: "/acceptors",
      arrange: async (world, { input }) => {
        const store = world.platform.tenant(tenantId);
        const person = { name: "acceptor", email: addressOf("acceptor", tenantId), language: "zh" } as const;
        const plain = { ...person, id: "mem_acceptor", subject: "acceptor", roles: ["auditor"] } as const;
        await store.commit([{ change: "putMember", member: plain }]);
        const { acceptors: _named, ...rest } = input;
        return rest;
      },
    },
  ],
});

/** A round that both members have to sign. */
async function prepareAssessed(world: World, more: Input, change: Input) {
  const contractId = await seedAccepted(world);
  const input = { ...(await assess(world, await applyFor(world, contractId))), ...more };
  return { tenantId, contractId, input, other: { ...input, ...change } };
}

/** The row's round assessed again, to be signed by others. */
const signedBy = (
  why: string,
  refusal: Pick<Refusal, "code" | "path" | "as">,
  acceptors: readonly unknown[],
  more: Input,
): Refusal => ({
  why,
  ...refusal,
  arrange: async (world, { input }) => {
    const ids = { contractId: String(input["contractId"]), roundId: String(input["roundId"]) };
    await assess(world, ids, { acceptors });
    return { ...input, ...more };
  },
});
const expert = [{ name: "专家甲" }];

const signature = rowOf(signRound, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareAssessed(world, { agrees: true }, { agrees: false, note: "不同意" }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...settled,
    withdrawn,
    {
      why: "it has not been assessed",
      code: "conflict",
      arrange: async (world, { input }) => ({
        ...input,
        ...(await applyFor(world, await seedAccepted(world, "NO 2"))),
      }),
    },
    invalid("a disagreement without a note", "/note", (input) => ({ ...input, agrees: false })),
    invalid("somebody who is no acceptor of the round", "/acceptor", (input) => ({
      ...input,
      acceptor: "x",
    })),
    {
      why: "somebody else's signature",
      code: "forbidden",
      arrange: (_world, { input }) => ({ ...input, acceptor: "mem_acceptor" }),
    },
    when("they have signed already", (world, ids) =>
      run(world, signRound, manager, tenantId, { ...ids, agrees: true }),
    ),
    signedBy("whoever is not asked", { code: "forbidden" }, [{ memberSubject: "acceptor" }], {}),
    signedBy("an expert's signature without the paper", { code: "invalid", path: "/evidence" }, expert, {
      acceptor: "expert1",
      evidence: [{ note: "口头同意" }],
    }),
    signedBy("an expert's signature by somebody else", { code: "forbidden", as: acceptor }, expert, {
      acceptor: "expert1",
      evidence: [{ document: "专家意见表1" }],
    }),
  ],
});

const conclusion = rowOf(concludeRound, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => {
    const contractId = await seedAccepted(world);
    const ids = await signAll(world, await assess(world, await applyFor(world, contractId)));
    const input = { ...ids, outcome: "passed" };
    return { tenantId, contractId, input, other: { ...input, reason: "资料齐全" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    ...settled,
    invalid("no such outcome", "/outcome", (input) => ({ ...input, outcome: "withdrawn" })),
    invalid("a failure without its reason", "/reason", (input) => ({ ...input, outcome: "failed" })),
    invalid("a day to come", "/on", (input) => ({ ...input, on: "2026-06-02" })),
    invalid("a day before the application", "/on", (input) => ({ ...input, on: "2026-05-31" })),
    invalid("a pass with something to rectify", "/rectifyBy", (input) => ({
      ...input,
      rectifyBy: "2026-07-01",
    })),
    invalid("a day for the rectification that is not to come", "/rectifyBy", (input) => ({
      ...input,
      outcome: "failed",
      reason: "未达标",
      rectifyBy: "2026-06-01",
    })),
    {
      why: "it has been withdrawn",
      code: "conflict",
      arrange: async (world, { input }) => {
        const ids = await applyFor(world, await seedAccepted(world, "NO 2"));
        await run(world, withdrawApplication, partner, tenantId, { ...ids, reason: "申请有误" });
        return { ...input, ...ids };
      },
    },
    {
      why: "it has not been assessed",
      code: "conflict",
      arrange: async (world, { input }) => ({
        ...input,
        ...(await applyFor(world, await seedAccepted(world, "NO 2"))),
      }),
    },
    {
      why: "who concludes has assessed it",
      code: "forbidden",
      arrange: async (world, { input, contractId = "" }) => {
        const { roundId } = input as { readonly roundId: string };
        const ids = { contractId, roundId };
        const again = { ...ids, results: allMet, acceptors: bothSigners };
        await run(world, assessRound, member(tenantId, "contractManager"), tenantId, again);
        await signAll(world, ids);
        return input;
      },
    },
    when("assessed again, so that nobody has signed", (world, ids) => assess(world, ids)),
    when("a criterion is not met", async (world, ids) =>
      signAll(world, await assess(world, ids, { results: oneMissed })),
    ),
    when("somebody disagrees", async (world, ids) => {
      await assess(world, ids, { acceptors: [{ memberSubject: "acceptor" }] });
      await run(world, signRound, acceptor, tenantId, { ...ids, agrees: false, note: "资料不全" });
    }),
    when("the criteria have changed since", async (world, { contractId }) => {
      const terms = acceptedTerms("NO 1");
      const acceptances = terms.acceptances?.map(({ criteria = [], ...each }) => ({
        ...each,
        criteria: criteria.slice(1),
      }));
      const amended = {
        contractId,
        terms: { ...terms, acceptances },
        from: "2026-06-01",
        reason: "调整标准",
      };
      await run(world, amendContract, manager, tenantId, amended);
    }),
  ],
});

export const assessmentRows: readonly Row[] = [assessment, signature, conclusion];
