import {
  acceptDeliverable,
  reopenDeliverable,
  returnDeliverable,
  submitDeliverable,
  withdrawDeliverable,
} from "@luyue/usecases/deliverable";
import { fulfilObligation } from "@luyue/usecases/obligation";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { closedContract } from "./money-seed.ts";
import { requestOf } from "./paying.ts";
import { member, partner } from "./people.ts";
import { type Input, invalid, noReason, type Prepared, type Refusal, type Row, rowOf } from "./row.ts";
import { run, seedActive } from "./seed.ts";
import {
  acceptWork,
  clerk,
  hashOf,
  oneFile,
  seedWork,
  type SubmissionIds,
  submitWork,
  workTerms,
} from "./work-seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const reason = "缺少整改建议";
const plan = "deliverable.plan";
const scans = "deliverable.scans";
const on = "2026-06-01";

/** The row's input once something has been handed in for what it names. */
const after = (
  why: string,
  facts: { readonly code: Refusal["code"]; readonly path?: string },
  seed: (world: World, contractId: string) => Promise<Input | void>,
): Refusal => ({
  why,
  ...facts,
  arrange: async (world, { input, contractId = "" }) => ({ ...input, ...(await seed(world, contractId)) }),
});

const returned = async (
  world: World,
  contractId: string,
  of: string,
  more: Input = {},
): Promise<SubmissionIds> => {
  const ids = await submitWork(world, contractId, of, more);
  await run(world, returnDeliverable, clerk, tenantId, { ...ids, reason });
  return ids;
};

const conflict = { code: "conflict" } as const;
const atReplaces = { code: "invalid", path: "/replaces" } as const;

const alone: readonly Refusal[] = [
  after("one waits for its check", conflict, async (world, id) => void (await submitWork(world, id, plan))),
  after("one has been accepted", conflict, async (world, id) => void (await acceptWork(world, id, plan))),
  after("the agency has recorded the service itself", conflict, async (world, id) => {
    const key = "service.inspection.01";
    const done = { contractId: id, key, evidence: [{ document: "巡检单" }] };
    await run(world, fulfilObligation, clerk, tenantId, done);
    return { of: key, performedOn: on };
  }),
  after("it names another version than its own to continue", atReplaces, async (world, id) => {
    await returned(world, id, plan);
    return { replaces: "sub_zzzzzzzzzz" };
  }),
];

const pieces: readonly Refusal[] = [
  after("the piece to continue waits for its check", atReplaces, async (world, id) => ({
    of: scans,
    replaces: (await submitWork(world, id, scans)).submissionId,
  })),
  after("the piece to continue has been accepted", atReplaces, async (world, id) => ({
    of: scans,
    replaces: (await acceptWork(world, id, scans)).submissionId,
  })),
  after("the piece to continue is another obligation's", atReplaces, async (world, id) => ({
    of: scans,
    replaces: (await returned(world, id, "deliverable.training-plan")).submissionId,
  })),
  after("the version to continue has a later one", atReplaces, async (world, id) => {
    const { submissionId: replaces } = await returned(world, id, scans);
    await returned(world, id, scans, { replaces });
    return { of: scans, replaces };
  }),
];

const work = { of: "service.scan", performedOn: on };
const duty = { of: "service.duty", performedOn: "2026-05-30", performedThrough: on };
const facts: readonly Refusal[] = [
  invalid("an obligation that there is not", "/of", (input) => ({ ...input, of: "deliverable.none" })),
  invalid("a payment", "/of", (input) => ({ ...input, of: "payment.t1" })),
  invalid("an acceptance", "/of", (input) => ({ ...input, of: "acceptance.final" })),
  invalid("no files", "/files", (input) => ({ ...input, files: [] })),
  invalid("a file that was not uploaded", "/files/1/file", (input) => ({
    ...input,
    files: [...oneFile, { file: hashOf("f"), name: "没有上传.pdf" }],
  })),
  invalid("the same file twice", "/files/1/file", (input) => ({
    ...input,
    files: [...oneFile, { ...oneFile[0], name: "另一个名字.pdf" }],
  })),
  ...[
    "../报告.pdf",
    "a\\b.pdf",
    "报告\u0000.pdf",
    "报告\n.pdf",
    "报告\u202Efdp.exe",
    "..",
    " ",
    "x".repeat(201),
  ].map((name) =>
    invalid(`a file called ${JSON.stringify(name.slice(0, 12))}`, "/files/0/name", (input) => ({
      ...input,
      files: [{ file: hashOf("a"), name }],
    })),
  ),
  invalid("a quantity of what stands alone", "/quantity", (input) => ({ ...input, quantity: 1 })),
  invalid("no day of a service", "/performedOn", (input) => ({ ...input, of: "service.scan" })),
  invalid("a service of tomorrow", "/performedOn", (input) => ({
    ...input,
    ...work,
    performedOn: "2026-06-02",
  })),
  invalid("a service that ends tomorrow", "/performedThrough", (input) => ({
    ...input,
    ...work,
    performedThrough: "2026-06-02",
  })),
  invalid("a service that ends before it begins", "/performedThrough", (input) => ({
    ...input,
    ...work,
    performedThrough: "2026-05-31",
  })),
  ...(["performedOn", "performedThrough", "people"] as const).map((field) =>
    invalid(`${field} of what is no service`, `/${field}`, (input) => ({
      ...input,
      [field]: field === "people" ? 3 : on,
    })),
  ),
  invalid("more days than its days are", "/quantity", (input) => ({ ...input, ...duty, quantity: 4 })),
  invalid("it came tomorrow", "/submittedOn", (input) => ({ ...input, submittedOn: "2026-06-02" })),
  invalid("a service after its record came", "/performedOn", (input) => ({
    ...input,
    ...work,
    submittedOn: "2026-05-31",
  })),
  {
    ...invalid("a vendor's own word on when it came", "/submittedOn", (input) => ({
      ...input,
      submittedOn: on,
    })),
    as: partner,
  },
  after(
    "it came before the version that it continues",
    { code: "invalid", path: "/submittedOn" },
    async (world, id) => {
      await returned(world, id, plan);
      return { submittedOn: "2026-05-31" };
    },
  ),
];

/** Not signed yet, so that the months of a series are not known. */
const undated: Refusal = {
  why: "a series without dates",
  code: "conflict",
  arrange: async (world, { input }) => {
    const { contractId } = await seedActive(world, tenantId, workTerms("NO 2"), undefined, "样例");
    return { ...input, contractId, of: "report.progress" };
  },
};

const submission = rowOf(submitDeliverable, {
  allowed: ["contractManager", "acceptor"],
  partner: true,
  aggregate: "contract",
  namesIds: true,
  shows: ["after"],
  prepare: async (world) => {
    const contractId = await seedWork(world);
    const input = { contractId, of: plan, files: oneFile, note: "初稿" };
    return { tenantId, contractId, input, other: { ...input, note: "另一稿" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [unknownContract, stillDraft, closedContract, undated, ...alone, ...pieces, ...facts],
});

const unknownSubmission: Refusal = {
  why: "no such submission",
  code: "notFound",
  arrange: (_world, { input }) => ({ ...input, submissionId: "sub_zzzzzzzzzz" }),
};
const named: readonly Refusal[] = [unknownContract, unknownSubmission, stillDraft, closedContract];

/** The row's submission once a command has taken it further. */
const when = (why: string, move: (world: World, ids: Input) => Promise<unknown>): Refusal => ({
  why,
  code: "conflict",
  arrange: async (world, { input }) => {
    const { contractId, submissionId } = input;
    await move(world, { contractId, submissionId });
    return input;
  },
});
const states = {
  accepted: when("it has been accepted", (world, ids) => run(world, acceptDeliverable, clerk, tenantId, ids)),
  returned: when("it has been returned", (world, ids) =>
    run(world, returnDeliverable, clerk, tenantId, { ...ids, reason }),
  ),
  withdrawn: when("it has been taken back", (world, ids) =>
    run(world, withdrawDeliverable, partner, tenantId, { ...ids, reason }),
  ),
};

async function prepareSubmission(world: World, more: Input = {}): Promise<Prepared> {
  const contractId = await seedWork(world);
  const input = { ...(await submitWork(world, contractId, plan)), ...more };
  return { tenantId, contractId, input, other: { ...input, submissionId: "sub_zzzzzzzzzz" } };
}

/** Something that falls short of the terms, and where in them. */
const short = (
  why: string,
  path: string,
  of: string,
  more: Input,
  seed?: (world: World, id: string) => Promise<unknown>,
) =>
  after(why, { code: "conflict", path }, async (world, id) => {
    await seed?.(world, id);
    return submitWork(world, id, of, { performedOn: on, ...more });
  });

const accept = rowOf(acceptDeliverable, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareSubmission(world),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    states.accepted,
    states.returned,
    states.withdrawn,
    invalid("an empty reason", "/despite", (input) => ({ ...input, despite: " " })),
    after("who accepts has entered it", { code: "forbidden" }, (world, id) =>
      submitWork(world, id, scans, {}, manager),
    ),
    short("too few people", "/services/3/people", "service.training", { people: 29 }, (world, id) =>
      acceptWork(world, id, "deliverable.training-plan"),
    ),
    short("no head-count", "/services/3/people", "service.training", {}),
    short("no plan was accepted beforehand", "/services/3/prior", "service.training", { people: 30 }),
    short(
      "the plan was that of the record before",
      "/services/3/prior",
      "service.training",
      { people: 30 },
      async (world, id) => {
        await acceptWork(world, id, "deliverable.training-plan");
        await acceptWork(world, id, "service.training", { performedOn: on, people: 30 });
      },
    ),
    short("the plan of another month", "/services/4/prior", "service.lecture.01", {}, (world, id) =>
      acceptWork(world, id, "deliverable.lecture-plan.02"),
    ),
    short(
      "the plan was accepted after the service",
      "/services/4/prior",
      "service.lecture.01",
      { performedOn: "2026-05-31" },
      (world, id) => acceptWork(world, id, "deliverable.lecture-plan.01"),
    ),
    short(
      "more days than the allowance leaves",
      "/services/2/schedule/count",
      "service.duty",
      { performedOn: "2026-05-29", performedThrough: on },
      (world, id) =>
        acceptWork(world, id, "service.duty", { performedOn: "2026-05-27", performedThrough: "2026-05-28" }),
    ),
    short("a count before the term began", "/services/1/schedule", "service.scan", {
      performedOn: "2026-05-31",
    }),
    short("one of a series before its own first day", "/services/0/schedule", "service.inspection.02", {}),
    short("days that have been counted", "/services/2/schedule", "service.duty", {}, (world, id) =>
      acceptWork(world, id, "service.duty", { performedOn: on }),
    ),
    short(
      "the work of another of its series",
      "/services/0/schedule",
      "service.inspection.01",
      {},
      (world, id) => acceptWork(world, id, "service.inspection.02", { performedOn: on }),
    ),
  ],
});

const sendBack = rowOf(returnDeliverable, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareSubmission(world, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [...named, noReason, states.accepted, states.returned, states.withdrawn],
});

const withdraw = rowOf(withdrawDeliverable, {
  allowed: ["contractManager", "acceptor"],
  partner: true,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: (world) => prepareSubmission(world, { reason }),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    noReason,
    states.accepted,
    states.returned,
    states.withdrawn,
    {
      ...after("the agency has entered it", { code: "forbidden" }, (world, id) =>
        submitWork(world, id, scans, {}, manager),
      ),
      as: partner,
    },
  ],
});

const reopen = rowOf(reopenDeliverable, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => {
    const contractId = await seedWork(world);
    const input = { ...(await acceptWork(world, contractId, plan)), reason: "点错了" };
    return { tenantId, contractId, input, other: { ...input, submissionId: "sub_zzzzzzzzzz" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    noReason,
    after("it waits for its check", conflict, (world, id) => submitWork(world, id, scans)),
    after("it was taken back", conflict, async (world, id) => {
      const ids = await submitWork(world, id, scans);
      await run(world, withdrawDeliverable, partner, tenantId, { ...ids, reason });
      return ids;
    }),
    after("a payment rests on it", conflict, (world) => seedRested(world)),
    after("there is a later version", conflict, async (world, id) => {
      const ids = await returned(world, id, scans);
      await submitWork(world, id, scans, { replaces: ids.submissionId });
      return ids;
    }),
  ],
});

/** The plan as a gate of the first tranche, which has been asked for since it was accepted. */
async function seedRested(world: World): Promise<Input> {
  const base = workTerms("NO 3");
  const gates = [{ gate: "deliverablesAccepted", of: plan } as const];
  const terms = { ...base, tranches: base.tranches.map((tranche) => ({ ...tranche, gates })) };
  const { contractId } = await seedActive(world, tenantId, terms, "2026-06-01", "样例");
  const ids = await acceptWork(world, contractId, plan);
  await requestOf(world, tenantId, contractId, "t1", "100.00");
  return ids;
}

export const deliverableRows: readonly Row[] = [submission, accept, sendBack, withdraw, reopen];
