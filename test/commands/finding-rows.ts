import {
  answerFindings,
  approveFindings,
  extendFinding,
  handOutFindings,
  reopenFinding,
  retestFindings,
  returnFinding,
  withdrawFinding,
} from "@luyue/usecases/finding";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { bring, picture, rowFor, seedFinding, seedFindings, seedUnits, tenantId } from "./finding-seed.ts";
import { closedContract } from "./money-seed.ts";
import { member, partner } from "./people.ts";
import { change, type Input, invalid, noReason, type Refusal, type Row, rowOf } from "./row.ts";
import type { World } from "./world.ts";

const staff = ["contractManager", "acceptor"] as const;
const reason = "另有安排";
const notUploaded = { file: `sha256-${"b".repeat(64)}` };
const hashOf = (number: number) => `sha256-${number.toString(16).padStart(64, "0")}`;
const noFile = invalid("a file that is not there", "/evidence/0/file", change({ evidence: [notUploaded] }));

/** The input with the first of its findings changed. */
function row(more: object) {
  return (input: Input): Input => {
    const findings = input["findings"] as readonly object[];
    return { ...input, findings: [findings[0], { ...findings[0], ...more }] };
  };
}

const handOut = rowOf(handOutFindings, {
  allowed: staff,
  aggregate: "contract",
  namesIds: true,
  shows: ["after"],
  prepare: async (world) => {
    const { contractId, own, vendors } = await seedUnits(world);
    const evidence = [{ note: "截图", file: picture }];
    const findings = [rowFor(own, { system: "门户网站", detail: "后台可猜测", evidence }), rowFor(vendors)];
    const input = { contractId, findings };
    return { tenantId, contractId, input, other: { ...input, findings: [rowFor(own)] } };
  },
  subjectOf: ({ batchId }) => batchId,
  refusals: [
    unknownContract,
    stillDraft,
    closedContract,
    invalid("nothing", "/findings", change({ findings: [] })),
    invalid("more than can be", "/findings", (input) => ({
      ...input,
      findings: Array.from({ length: 501 }, () => (input["findings"] as readonly object[])[1]),
    })),
    invalid("more than fits", "/findings", (input) => ({
      ...input,
      findings: Array.from({ length: 60 }, () => ({
        ...(input["findings"] as readonly object[])[1],
        demand: "整".repeat(2000),
      })),
    })),
    invalid("more files than are looked up", "/findings", (input) => ({
      ...input,
      findings: Array.from({ length: 51 }, (_, at) => ({
        ...(input["findings"] as readonly object[])[1],
        evidence: Array.from({ length: 10 }, (_each, n) => ({ file: hashOf(at * 10 + n) })),
      })),
    })),
    invalid("a unit that is not there", "/findings/1/unitId", row({ unitId: "unt_zzzzzzzzzz" })),
    invalid("a day that has passed", "/findings/1/dueOn", row({ dueOn: "2026-05-31" })),
    invalid("no day", "/findings/1/dueOn", row({ dueOn: "2026-02-30" })),
    invalid("no such severity", "/findings/1/severity", row({ severity: "紧急" })),
    invalid("no title", "/findings/1/title", row({ title: " " })),
    invalid("no demand", "/findings/1/demand", row({ demand: "" })),
    invalid("a file that is not there", "/findings/1/evidence/0/file", row({ evidence: [notUploaded] })),
  ],
});

const unknownFinding: Refusal = {
  why: "no such finding",
  code: "notFound",
  arrange: (_world, { input }) =>
    "findingId" in input
      ? { ...input, findingId: "fnd_zzzzzzzzzz" }
      : { ...input, findingIds: [...(input["findingIds"] as string[]), "fnd_zzzzzzzzzz"] },
};

const strangeFinding: Refusal = {
  why: "a finding of another contract",
  code: "notFound",
  arrange: async (world, { input }) => {
    const { contractId, own } = await seedUnits(world, "NO 2");
    const [id] = await seedFindings(world, contractId, [rowFor(own)]);
    return "findingId" in input ? { ...input, findingId: id } : { ...input, findingIds: [id] };
  },
};

const named: readonly Refusal[] = [
  unknownContract,
  unknownFinding,
  strangeFinding,
  stillDraft,
  closedContract,
];

type Stage = Parameters<typeof seedFinding>[1];
const stages: readonly Stage[] = ["open", "answered", "approved", "closed", "withdrawn"];

/** Another finding of the contract, in each state from which the step does not follow; with the first one, where several go. */
function notFrom(...allowed: readonly Stage[]): Refusal[] {
  return stages
    .filter((stage) => !allowed.includes(stage))
    .map((stage) => ({
      why: `it is ${stage}`,
      code: "conflict",
      arrange: async (world, { input, contractId = "" }) => {
        const unitId = (await world.platform.tenant(tenantId).loadContract(contractId))?.work.units[1]?.id;
        const [id = ""] = await seedFindings(world, contractId, [rowFor(unitId ?? "")]);
        await bring(world, contractId, [id], stage);
        if ("findingId" in input) return { ...input, findingId: id };
        return { ...input, findingIds: [...(input["findingIds"] as string[]), id] };
      },
    }));
}

/** Who answered the row's finding is the one who would decide on it. */
function ownAnswer(stage: "open" | "answered"): Refusal {
  return {
    why: "who decides has answered it",
    code: "forbidden",
    arrange: async (world, { input, contractId = "" }) => {
      const actor = member(tenantId, "contractManager");
      const unitId = (await world.platform.tenant(tenantId).loadContract(contractId))?.work.units[0]?.id;
      const [id = ""] = await seedFindings(world, contractId, [rowFor(unitId ?? "")]);
      await bring(world, contractId, [id], stage === "open" ? "approved" : "answered", actor);
      return "findingId" in input ? { ...input, findingId: id } : { ...input, findingIds: [id] };
    },
  };
}

async function prepareOne(world: World, stage: Stage, more: Input) {
  const { contractId, findingId } = await seedFinding(world, stage);
  const input = { contractId, findingId, ...more };
  return { tenantId, contractId, input, other: { ...input, findingId: "fnd_zzzzzzzzzz" } };
}

async function prepareSeveral(
  world: World,
  stage: Stage,
  more: Input = {},
  side: "own" | "vendors" = "vendors",
) {
  const { contractId, findingId, ...units } = await seedFinding(world, stage, side);
  const rows = [rowFor(units[side], { dueOn: "2026-07-31" }), rowFor(units[side])];
  const others = await seedFindings(world, contractId, rows);
  await bring(world, contractId, others, stage);
  const input = { contractId, findingIds: [findingId, ...others], ...more };
  return { tenantId, contractId, input, other: { ...input, findingIds: others } };
}

const several: readonly Refusal[] = [
  invalid("none", "/findingIds", change({ findingIds: [] })),
  invalid("one of them twice", "/findingIds", (input) => {
    const [first] = input["findingIds"] as string[];
    return { ...input, findingIds: [first, first] };
  }),
  invalid("more than can be", "/findingIds", (input) => {
    const ids = Array.from({ length: 41 }, (_, at) => `fnd_${`${at}`.padStart(10, "0")}`);
    return { ...input, findingIds: ids };
  }),
];

const answer = rowOf(answerFindings, {
  allowed: staff,
  partner: true,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareSeveral(world, "open", { note: "已改为强口令", evidence: [{ file: picture }] }),
  subjectOf: (_answer, { contractId }) => contractId,
  refusals: [
    ...named,
    ...several,
    ...notFrom("open"),
    noFile,
    invalid("an empty note", "/note", change({ note: " " })),
    invalid("nothing said", "/note", ({ note: _note, ...input }) => ({ ...input, evidence: [] })),
    {
      why: "a vendor answers for a unit of the buyer",
      code: "forbidden",
      as: partner,
      arrange: async (world, { input, contractId = "" }) => {
        const unitId = (await world.platform.tenant(tenantId).loadContract(contractId))?.work.units[0]?.id;
        const [id] = await seedFindings(world, contractId, [rowFor(unitId ?? "")]);
        return { ...input, findingIds: [id] };
      },
    },
  ],
});

const approve = rowOf(approveFindings, {
  allowed: staff,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareSeveral(world, "answered"),
  subjectOf: (_answer, { contractId }) => contractId,
  refusals: [...named, ...several, ...notFrom("answered"), ownAnswer("answered")],
});

const giveBack = rowOf(returnFinding, {
  allowed: staff,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareOne(world, "answered", { reason }),
  subjectOf: (_answer, { input }) => input["findingId"],
  refusals: [...named, noReason, ...notFrom("answered"), ownAnswer("answered")],
});

const retest = rowOf(retestFindings, {
  allowed: staff,
  partner: true,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareSeveral(world, "approved", { passed: false, note: "仍可猜测" }, "own"),
  subjectOf: (_answer, { contractId }) => contractId,
  refusals: [
    ...named,
    ...several,
    ...notFrom("approved"),
    ownAnswer("open"),
    noFile,
    {
      why: "a vendor re-tests what its own unit has mended",
      code: "forbidden",
      as: partner,
      arrange: async (world, { input, contractId = "" }) => {
        const units = (await world.platform.tenant(tenantId).loadContract(contractId))?.work.units ?? [];
        const theirs = units.find(({ side }) => side === "vendor");
        const ids = await seedFindings(world, contractId, [rowFor(theirs?.id ?? "")]);
        await bring(world, contractId, ids, "approved");
        return { ...input, findingIds: ids };
      },
    },
    invalid("a failure without a word", "/note", ({ note: _note, ...input }) => input),
  ],
});

const withdraw = rowOf(withdrawFinding, {
  allowed: staff,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareOne(world, "open", { reason }),
  subjectOf: (_answer, { input }) => input["findingId"],
  refusals: [...named, noReason, ...notFrom("open", "answered", "approved")],
});

const reopen = rowOf(reopenFinding, {
  allowed: staff,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareOne(world, "closed", { reason }),
  subjectOf: (_answer, { input }) => input["findingId"],
  refusals: [...named, noReason, ...notFrom("closed")],
});

const extend = rowOf(extendFinding, {
  allowed: staff,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareOne(world, "answered", { reason, dueOn: "2026-07-15" }),
  subjectOf: (_answer, { input }) => input["findingId"],
  refusals: [
    ...named,
    noReason,
    ...notFrom("open", "answered", "approved"),
    invalid("a day that has passed", "/dueOn", change({ dueOn: "2026-05-31" })),
    invalid("the day that it has", "/dueOn", change({ dueOn: "2026-06-30" })),
    invalid("an earlier day", "/dueOn", change({ dueOn: "2026-06-29" })),
  ],
});

export const findingRows: readonly Row[] = [
  handOut,
  answer,
  approve,
  giveBack,
  retest,
  withdraw,
  reopen,
  extend,
];
