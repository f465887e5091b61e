import {
  answerPenalty,
  claimPenaltyOnBond,
  dismissPenalty,
  imposePenalty,
  proposePenalty,
  proposePenaltyByRule,
  recordPenaltyPaid,
  revokeCollection,
  setOffPenalty,
  waivePenalty,
  withdrawPenalty,
} from "@luyue/usecases/penalty";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { closedContract } from "./money-seed.ts";
import { member, partner } from "./people.ts";
import {
  chief,
  clerk,
  only,
  proof,
  reason,
  seedAnsweredPenalty,
  seedBond,
  seedCollected,
  seedImposed,
  seedJudged,
  seedProposedPenalty,
  seedRisk,
  tenantId,
  unknown,
  when,
} from "./risk-seed.ts";
import {
  change,
  type Input,
  invalid,
  noReason,
  type Prepared,
  type Refusal,
  type Row,
  rowOf,
} from "./row.ts";
import { run } from "./seed.ts";
import type { World } from "./world.ts";

const shared = { aggregate: "contract", namesIds: true } as const;
const deciders = ["contractManager", "finance"] as const;
const started: readonly Refusal[] = [unknownContract, stillDraft, closedContract];
const named: readonly Refusal[] = [...started, unknown("penaltyId", "pen_zzzzzzzzzz")];

type Seed = (world: World, contractId: string) => Promise<Input>;

const states = {
  proposed: when("it is only proposed", seedProposedPenalty),
  imposed: when("it has been imposed", (world, contractId) => seedImposed(world, contractId)),
  dismissed: when("it has been dismissed", async (world, contractId) => {
    const ids = await seedProposedPenalty(world, contractId);
    await run(world, dismissPenalty, chief, tenantId, { ...ids, reason });
    return ids;
  }),
  withdrawn: when("it has been withdrawn", async (world, contractId) => {
    const ids = await seedProposedPenalty(world, contractId);
    await run(world, withdrawPenalty, chief, tenantId, { ...ids, reason });
    return ids;
  }),
};

async function prepare(world: World, seed: Seed, more: Input = {}): Promise<Prepared> {
  const contractId = await seedRisk(world);
  const input = { ...(await seed(world, contractId)), ...more };
  return { tenantId, contractId, input, other: { ...input, penaltyId: "pen_zzzzzzzzzz" } };
}

/** Somebody who decides what they have proposed, imposed or entered themselves. */
function own(why: string, as: typeof chief, seed: Seed): Refusal {
  return {
    why,
    code: "forbidden",
    as,
    arrange: async (world, { input }) => ({
      ...input,
      ...(await seed(world, await seedRisk(world, "NO 3"))),
    }),
  };
}

const manager = member(tenantId, "contractManager");

const byRule = rowOf(proposePenaltyByRule, {
  ...shared,
  allowed: ["contractManager", "finance", "acceptor"],
  shows: ["after"],
  prepare: async (world) => {
    const contractId = await seedRisk(world);
    const { incidentId } = await seedJudged(world, contractId);
    const input = { contractId, rule: "accident", occasion: `incident.${String(incidentId)}`, reason };
    return { tenantId, contractId, input, other: { ...input, reason: "另一理由" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    noReason,
    invalid("a rule of no contract", "/rule", change({ rule: "nothing" })),
    invalid(
      "an occasion that the record does not show",
      "/occasion",
      change({ occasion: "incident.inc_zzzzzzzzzz" }),
    ),
    invalid("a quantity beside the record's", "/days", change({ days: 3 })),
    invalid("no quantity where the rule asks for one", "/days", ({ occasion: _gone, ...input }) => ({
      ...input,
      rule: "late",
      evidence: proof,
    })),
    invalid("a quantity that the rule does not ask for", "/times", ({ occasion: _gone, ...input }) => ({
      ...input,
      rule: "late",
      days: 3,
      times: 1,
      evidence: proof,
    })),
    invalid(
      "no evidence for what the record does not show",
      "/evidence",
      ({ occasion: _gone, ...input }) => ({ ...input, rule: "late", days: 3 }),
    ),
    {
      why: "it has been taken up already",
      code: "conflict",
      arrange: async (world, { input }) => {
        await run(world, proposePenaltyByRule, clerk, tenantId, input);
        return input;
      },
    },
  ],
});

const byPerson = rowOf(proposePenalty, {
  ...shared,
  allowed: ["contractManager", "finance", "acceptor"],
  shows: ["after"],
  prepare: async (world) => {
    const contractId = await seedRisk(world);
    const input = {
      contractId,
      title: "维权费用",
      amount: "30.00",
      clause: "第十二条",
      reason,
      evidence: proof,
    };
    return { tenantId, contractId, input, other: { ...input, amount: "31.00" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    noReason,
    ...["0.00", "-1.00", "1.234", "1"].map((amount) =>
      invalid(`the amount ${amount}`, "/amount", change({ amount })),
    ),
    invalid("no clause", "/clause", change({ clause: " " })),
    invalid("no title", "/title", change({ title: "" })),
  ],
});

const answer = rowOf(answerPenalty, {
  ...shared,
  allowed: ["contractManager"],
  partner: true,
  shows: ["before", "after"],
  prepare: (world) =>
    prepare(world, seedProposedPenalty, {
      agrees: false,
      note: "原因在甲方",
      evidence: [{ document: "函1" }],
    }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    states.imposed,
    states.dismissed,
    states.withdrawn,
    invalid("a disagreement without a reason", "/note", ({ note: _gone, ...input }) => input),
    invalid("the agency names no paper", "/evidence", change({ evidence: [] })),
    {
      why: "the time for it is over",
      code: "conflict",
      arrange: (world, { input }) => {
        world.runtime.setNow("2026-06-09T00:00:00+08:00");
        return input;
      },
    },
    {
      why: "the vendor's own people have answered, and the agency enters a paper",
      code: "conflict",
      arrange: async (world, { input }) => {
        await run(world, answerPenalty, partner, tenantId, { ...input, agrees: true });
        return input;
      },
    },
    own("who proposed it enters the paper", clerk, seedProposedPenalty),
  ],
});

const impose = rowOf(imposePenalty, {
  ...shared,
  allowed: deciders,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedAnsweredPenalty, { amount: "15.00" }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    states.imposed,
    states.dismissed,
    states.withdrawn,
    invalid("no sum of a range", "/amount", ({ amount: _gone, ...input }) => input),
    invalid("more than the range", "/amount", change({ amount: "20.01" })),
    invalid("nothing", "/amount", change({ amount: "0.00" })),
    invalid("less than the range without a reason", "/note", change({ amount: "9.99" })),
    when("the vendor may still answer", seedProposedPenalty),
    own("who imposes it has proposed it", clerk, seedAnsweredPenalty),
    own("who imposes it has entered the vendor's paper", manager, async (world, contractId) => {
      const ids = await seedProposedPenalty(world, contractId);
      await run(world, answerPenalty, manager, tenantId, { ...ids, agrees: true, evidence: proof });
      return ids;
    }),
  ],
});

const dismiss = rowOf(dismissPenalty, {
  ...shared,
  allowed: deciders,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedProposedPenalty, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    noReason,
    states.imposed,
    states.dismissed,
    states.withdrawn,
    own("who dismisses it has proposed it", clerk, seedProposedPenalty),
  ],
});

const withdraw = rowOf(withdrawPenalty, {
  ...shared,
  allowed: deciders,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, (each, contractId) => seedImposed(each, contractId), { reason }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    noReason,
    states.dismissed,
    states.withdrawn,
    when("something of it has been dealt with", only(seedCollected, "contractId", "penaltyId")),
    own("who takes back what was imposed has proposed it", clerk, (world, contractId) =>
      seedImposed(world, contractId),
    ),
  ],
});

const badAmounts: readonly Refusal[] = [
  invalid("nothing", "/amount", change({ amount: "0.00" })),
  invalid("more than is open", "/amount", change({ amount: "20.01" })),
];
const notImposed: readonly Refusal[] = [
  ...named,
  states.proposed,
  states.dismissed,
  states.withdrawn,
  ...badAmounts,
];
const imposed: Seed = (world, contractId) => seedImposed(world, contractId);

const setOff = rowOf(setOffPenalty, {
  ...shared,
  allowed: deciders,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, imposed, { amount: "5.00" }),
  subjectOf: ({ id }) => id,
  refusals: notImposed,
});

const bonded: Seed = async (world, contractId) => {
  const { bondId } = await seedBond(world, contractId);
  return { ...(await imposed(world, contractId)), bondId };
};

const claim = rowOf(claimPenaltyOnBond, {
  ...shared,
  allowed: deciders,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, bonded, { amount: "5.00", document: "索赔函1" }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...notImposed,
    unknown("bondId", "bon_zzzzzzzzzz"),
    {
      why: "the bond has run out",
      code: "conflict",
      arrange: (world, { input }) => {
        world.runtime.setNow("2027-04-16T00:00:00+08:00");
        return input;
      },
    },
    invalid("more than the bond has", "/amount", change({ amount: "20.01" })),
  ],
});

const paid = rowOf(recordPenaltyPaid, {
  ...shared,
  allowed: deciders,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, imposed, { on: "2026-06-01", document: "进账单1" }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...notImposed,
    invalid("a day to come", "/on", change({ on: "2026-06-02" })),
    invalid("a day before it was imposed", "/on", change({ on: "2026-05-31" })),
    invalid("no document", "/document", change({ document: " " })),
  ],
});

const waive = rowOf(waivePenalty, {
  ...shared,
  allowed: deciders,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, imposed, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [...notImposed, noReason, own("who waives it has imposed it", chief, imposed)],
});

const revoke = rowOf(revokeCollection, {
  ...shared,
  allowed: deciders,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedCollected, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    noReason,
    unknown("collectionId", "col_zzzzzzzzzz"),
    states.proposed,
    when("it has been revoked already", async (world, contractId) => {
      const ids = await seedCollected(world, contractId);
      await run(world, revokeCollection, chief, tenantId, { ...ids, reason });
      return ids;
    }),
  ],
});

export const penaltyRows: readonly Row[] = [
  byRule,
  byPerson,
  answer,
  impose,
  dismiss,
  withdraw,
  setOff,
  claim,
  paid,
  waive,
  revoke,
];
