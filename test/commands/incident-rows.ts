import {
  closeIncident,
  correctIncident,
  followIncident,
  judgeIncident,
  reopenIncident,
  reportIncident,
  withdrawIncident,
} from "@luyue/usecases/incident";
import { proposePenaltyByRule } from "@luyue/usecases/penalty";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { closedContract } from "./money-seed.ts";
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
import {
  clerk,
  facts,
  proof,
  reason,
  seedIncident,
  seedJudged,
  seedRisk,
  tenantId,
  unknown,
  when,
} from "./risk-seed.ts";
import { run, seedActive, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const shared = { aggregate: "contract", namesIds: true } as const;
const both = ["contractManager", "acceptor"] as const;
const started: readonly Refusal[] = [unknownContract, stillDraft, closedContract];
const named: readonly Refusal[] = [...started, unknown("incidentId", "inc_zzzzzzzzzz")];

const withdrawn = when("it has been withdrawn", async (world, contractId) => {
  const ids = await seedIncident(world, contractId);
  await run(world, withdrawIncident, clerk, tenantId, { ...ids, reason });
  return ids;
});
const closed = when("it has been closed", seedClosed);
const penalised = when("a penalty stands on it", async (world, contractId) => {
  const ids = await seedJudged(world, contractId);
  const occasion = `incident.${String(ids["incidentId"])}`;
  await run(world, proposePenaltyByRule, clerk, tenantId, { contractId, rule: "accident", occasion, reason });
  return ids;
});

async function seedClosed(world: World, contractId: string): Promise<Input> {
  const ids = await seedJudged(world, contractId);
  await run(world, closeIncident, clerk, tenantId, ids);
  return ids;
}

async function prepare(
  world: World,
  seed: (world: World, contractId: string) => Promise<Input>,
  more: Input,
  other: Input = more,
): Promise<Prepared> {
  const contractId = await seedRisk(world);
  const ids = await seed(world, contractId);
  return {
    tenantId,
    contractId,
    input: { ...ids, ...more },
    other: { ...ids, ...other, incidentId: "inc_zzzzzzzzzz" },
  };
}

const badFacts: readonly Refusal[] = [
  invalid("a fact of no contract", "/facts/colour", change({ facts: { colour: true } })),
  invalid("a figure where a yes or no is asked", "/facts/grave", change({ facts: { grave: "1" } })),
  invalid("a fact that nobody enters", "/facts/duration", change({ facts: { duration: "1" } })),
];

const report = rowOf(reportIncident, {
  ...shared,
  allowed: both,
  partner: true,
  shows: ["after"],
  prepare: async (world) => {
    const contractId = await seedRisk(world);
    const input = { contractId, ...facts, service: "help", kind: "outage", facts: { grave: false } };
    return { tenantId, contractId, input, other: { ...input, title: "另一起" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    ...badFacts,
    invalid("no title", "/title", change({ title: " " })),
    invalid("a service that is none on demand", "/service", change({ service: "nothing" })),
    invalid("a kind that the contract does not know", "/kind", change({ kind: "flood" })),
    invalid(
      "it is still to happen",
      "/happenedAt",
      change({ happenedAt: "2026-06-01T10:00:01+08:00", reportedAt: undefined }),
    ),
    invalid(
      "reported before it happened",
      "/reportedAt",
      change({ reportedAt: "2026-05-20T08:59:59+08:00" }),
    ),
    invalid(
      "recovered before it happened",
      "/recoveredAt",
      change({ recoveredAt: "2026-05-20T08:00:00+08:00" }),
    ),
    invalid(
      "on site before it was responded to",
      "/onSiteAt",
      change({ respondedAt: "2026-05-20T10:00:00+08:00", onSiteAt: "2026-05-20T09:30:00+08:00" }),
    ),
    invalid(
      "a file that was not uploaded",
      "/evidence/0/file",
      change({ evidence: [{ file: `sha256-${"0".repeat(64)}` }] }),
    ),
  ],
});

const follow = rowOf(followIncident, {
  ...shared,
  allowed: both,
  partner: true,
  shows: ["before", "after"],
  prepare: (world) =>
    prepare(world, seedIncident, { onSiteAt: "2026-05-20T10:00:00+08:00", evidence: proof }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    ...badFacts.slice(0, 1),
    withdrawn,
    closed,
    invalid(
      "an instant that is there already",
      "/respondedAt",
      change({ respondedAt: "2026-05-20T09:20:00+08:00" }),
    ),
    invalid("a fact that is there otherwise", "/facts/grave", change({ facts: { grave: true } })),
    invalid(
      "an instant that is still to come",
      "/onSiteAt",
      change({ onSiteAt: "2026-06-01T11:00:00+08:00" }),
    ),
  ],
});

const correct = rowOf(correctIncident, {
  ...shared,
  allowed: both,
  shows: ["before", "after"],
  prepare: (world) =>
    prepare(world, seedJudged, { respondedAt: "2026-05-20T09:20:00+08:00", recoveredAt: null, reason }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    ...badFacts,
    noReason,
    withdrawn,
    closed,
    penalised,
    invalid("nothing to correct", "", ({ contractId, incidentId }) => ({ contractId, incidentId, reason })),
    invalid(
      "responded to before it happened",
      "/respondedAt",
      change({ respondedAt: "2026-05-20T08:00:00+08:00" }),
    ),
  ],
});

const judge = rowOf(judgeIncident, {
  ...shared,
  allowed: both,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedIncident, { class: "b", fault: "vendor" }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    withdrawn,
    closed,
    penalised,
    invalid("a class of no contract", "/class", change({ class: "z" })),
    invalid("another class than the facts come to, without a reason", "/reason", change({ class: "a" })),
    invalid("no class at all, without a reason", "/reason", change({ class: "none" })),
    {
      why: "a class while facts are missing, without a reason",
      code: "invalid",
      path: "/reason",
      arrange: async (world, { input }) => ({
        ...input,
        ...(await seedIncident(world, String(input["contractId"]), { facts: {} })),
      }),
    },
    {
      why: "the contract has no classes",
      code: "invalid",
      path: "/class",
      arrange: async (world, { input }) => {
        const { contractId } = await seedActive(world, tenantId, termsOf("NO 3"), "2026-04-15");
        const { answer } = await run(world, reportIncident, clerk, tenantId, { contractId, ...facts });
        return { ...input, contractId, incidentId: answer.id };
      },
    },
  ],
});

const close = rowOf(closeIncident, {
  ...shared,
  allowed: both,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedJudged, { note: "已恢复" }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    withdrawn,
    closed,
    when("it has no class", seedIncident),
    when("it has not recovered", (world, contractId) =>
      seedIncident(world, contractId, { recoveredAt: undefined }),
    ),
  ],
});

const reopen = rowOf(reopenIncident, {
  ...shared,
  allowed: both,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedClosed, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [...named, noReason, withdrawn, when("it is open", seedJudged)],
});

const withdraw = rowOf(withdrawIncident, {
  ...shared,
  allowed: both,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedIncident, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [...named, noReason, withdrawn, closed, penalised],
});

export const incidentRows: readonly Row[] = [report, follow, correct, judge, close, reopen, withdraw];
