import {
  askStaffChange,
  carryOutChange,
  consentToChange,
  correctPerson,
  demandStaffChange,
  enterPerson,
  fileAgreement,
  leavePerson,
  recordAbsence,
  refuseChange,
  withdrawAbsence,
  withdrawChange,
} from "@luyue/usecases/people";
import { proposePenaltyByRule } from "@luyue/usecases/penalty";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { closedContract } from "./money-seed.ts";
import {
  clerk,
  only,
  proof,
  reason,
  seedAbsence,
  seedAsked,
  seedDemanded,
  seedPerson,
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

const shared = { aggregate: "contract", namesIds: true, allowed: ["contractManager", "acceptor"] } as const;
const started: readonly Refusal[] = [unknownContract, stillDraft, closedContract];
const unknownPerson = unknown("personId", "per_zzzzzzzzzz");
const unknownChange = unknown("changeId", "chg_zzzzzzzzzz");

type Seed = (world: World, contractId: string) => Promise<Input>;
const somebody: Seed = (world, contractId) => seedPerson(world, contractId);

async function prepare(world: World, seed: Seed, more: Input): Promise<Prepared> {
  const contractId = await seedRisk(world);
  const input = { ...(await seed(world, contractId)), ...more };
  return { tenantId, contractId, input, other: { ...input, contractId: "ctr_zzzzzzzzzz" } };
}

const seedLeft: Seed = async (world, contractId) => {
  const ids = await seedPerson(world, contractId);
  await run(world, leavePerson, clerk, tenantId, { ...ids, on: "2026-05-31", reason });
  return { ...ids, out: ids["personId"] };
};
const left = when("they have left", only(seedLeft, "contractId", "personId"));
const leftBefore = when("they have left", only(seedLeft, "contractId", "out"));

const enter = rowOf(enterPerson, {
  ...shared,
  partner: true,
  shows: ["after"],
  prepare: async (world) => {
    const contractId = await seedRisk(world);
    const input = {
      contractId,
      name: "甲某",
      role: "项目经理",
      key: true,
      joinedOn: "2026-05-01",
      qualifications: [{ title: "CISP", validUntil: "2027-01-01" }],
    };
    return { tenantId, contractId, input, other: { ...input, name: "乙某" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    invalid("no name", "/name", change({ name: " " })),
    invalid("no role", "/role", change({ role: "" })),
    invalid("a day that does not exist", "/joinedOn", change({ joinedOn: "2026-02-30" })),
    invalid(
      "a qualification without a name",
      "/qualifications/0/title",
      change({ qualifications: [{ title: "" }] }),
    ),
  ],
});

const correct = rowOf(correctPerson, {
  ...shared,
  partner: true,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, somebody, { role: "项目经理", reason }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    unknownPerson,
    noReason,
    invalid("nothing to correct", "", ({ contractId, personId }) => ({ contractId, personId, reason })),
  ],
});

const leave = rowOf(leavePerson, {
  ...shared,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, somebody, { on: "2026-05-31", reason }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    unknownPerson,
    noReason,
    left,
    invalid("a day before they joined", "/on", change({ on: "2026-04-30" })),
  ],
});

const agreement = rowOf(fileAgreement, {
  ...shared,
  partner: true,
  shows: ["before", "after"],
  prepare: (world) =>
    prepare(world, somebody, { signedOn: "2026-05-01", until: "2028-05-01", evidence: proof }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    unknownPerson,
    invalid("signed on a day to come", "/signedOn", change({ signedOn: "2026-06-02" })),
    invalid("it ends as it is signed", "/until", change({ until: "2026-05-01" })),
    invalid("no copy", "/evidence", change({ evidence: [{ note: "口头" }] })),
  ],
});

const ask = rowOf(askStaffChange, {
  ...shared,
  partner: true,
  shows: ["after"],
  prepare: async (world) => {
    const contractId = await seedRisk(world);
    const { personId: out } = await seedPerson(world, contractId);
    const input = {
      contractId,
      out,
      in: { name: "乙某", role: "驻场工程师" },
      on: "2026-06-20",
      reason,
      evidence: proof,
    };
    return { tenantId, contractId, input, other: { ...input, on: "2026-06-21" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    unknown("out", "per_zzzzzzzzzz"),
    noReason,
    leftBefore,
    invalid("the agency names no paper", "/evidence", change({ evidence: [] })),
    invalid("a day before today", "/on", change({ on: "2026-05-31" })),
    {
      why: "a change is under way already",
      code: "conflict",
      arrange: async (world, { input }) => {
        await run(world, askStaffChange, clerk, tenantId, input);
        return input;
      },
    },
  ],
});

const demand = rowOf(demandStaffChange, {
  ...shared,
  shows: ["after"],
  prepare: async (world) => {
    const contractId = await seedRisk(world);
    const { personId: out } = await seedPerson(world, contractId);
    const input = { contractId, out, on: "2026-06-20", reason };
    return { tenantId, contractId, input, other: { ...input, on: "2026-06-21" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    unknown("out", "per_zzzzzzzzzz"),
    noReason,
    leftBefore,
    invalid("a day before today", "/on", change({ on: "2026-05-31" })),
  ],
});

const consented = when("it has been consented to", async (world, contractId) => {
  const ids = await seedAsked(world, contractId);
  await run(world, consentToChange, clerk, tenantId, ids);
  return ids;
});
const refused = when("it has been refused", async (world, contractId) => {
  const ids = await seedAsked(world, contractId);
  await run(world, refuseChange, clerk, tenantId, { ...ids, reason });
  return ids;
});
const takenBack = when("it has been taken back", async (world, contractId) => {
  const ids = await seedAsked(world, contractId);
  await run(world, withdrawChange, clerk, tenantId, { ...ids, reason });
  return ids;
});
const over: readonly Refusal[] = [consented, refused, takenBack];

const consent = rowOf(consentToChange, {
  ...shared,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedAsked, {}),
  subjectOf: ({ id }) => id,
  refusals: [...started, unknownChange, ...over, when("the buyer demands it", seedDemanded)],
});

const refuse = rowOf(refuseChange, {
  ...shared,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedAsked, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [...started, unknownChange, noReason, ...over, when("the buyer demands it", seedDemanded)],
});

const carryOut = rowOf(carryOutChange, {
  ...shared,
  partner: true,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedDemanded, { in: { name: "乙某", role: "驻场工程师" } }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    unknownChange,
    ...over,
    invalid("nobody comes", "/in/name", change({ in: { name: "", role: "驻场工程师" } })),
    { ...when("the vendor has asked for it", seedAsked, "invalid"), path: "/changeId" },
  ],
});

const withdraw = rowOf(withdrawChange, {
  ...shared,
  partner: true,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedAsked, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [...started, unknownChange, noReason, ...over],
});

const absent = rowOf(recordAbsence, {
  ...shared,
  shows: ["after"],
  prepare: (world) =>
    prepare(world, somebody, { what: "absent", on: "2026-05-20", note: "未到岗", evidence: proof }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    unknownPerson,
    invalid("a day to come", "/on", change({ on: "2026-06-02" })),
    invalid("a day on which they were not there", "/on", change({ on: "2026-04-30" })),
    invalid("no note", "/note", change({ note: " " })),
  ],
});

const absenceBack = rowOf(withdrawAbsence, {
  ...shared,
  shows: ["before", "after"],
  prepare: (world) => prepare(world, seedAbsence, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...started,
    noReason,
    unknown("absenceId", "abs_zzzzzzzzzz"),
    when("it has been taken back", async (world, contractId) => {
      const ids = await seedAbsence(world, contractId);
      await run(world, withdrawAbsence, clerk, tenantId, { ...ids, reason });
      return ids;
    }),
    when("a penalty stands on it", async (world, contractId) => {
      const ids = await seedAbsence(world, contractId);
      const occasion = `absence.${String(ids["absenceId"])}`;
      await run(world, proposePenaltyByRule, clerk, tenantId, {
        contractId,
        rule: "absence",
        occasion,
        reason,
      });
      return ids;
    }),
  ],
});

export const personRows: readonly Row[] = [
  enter,
  correct,
  leave,
  agreement,
  ask,
  demand,
  consent,
  refuse,
  carryOut,
  withdraw,
  absent,
  absenceBack,
];
