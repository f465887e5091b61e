import {
  applyAcceptance,
  objectAcceptance,
  reopenRound,
  signRound,
  statePosition,
  withdrawApplication,
} from "@luyue/usecases/acceptance";
import { requestPayment } from "@luyue/usecases/payment";
import { acceptedTerms, applyFor, assess, object, seedAccepted, seedConcluded } from "./acceptance-seed.ts";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { closedContract } from "./money-seed.ts";
import { member, partner } from "./people.ts";
import { fileMissing, named, objected, passed, prepareRound, when, withdrawn } from "./round-refusals.ts";
import { invalid, noReason, type Refusal, type Row, rowOf } from "./row.ts";
import { run } from "./seed.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const apply = rowOf(applyAcceptance, {
  allowed: ["contractManager"],
  partner: true,
  aggregate: "contract",
  namesIds: true,
  shows: ["after"],
  prepare: async (world) => {
    const contractId = await seedAccepted(world);
    const input = { contractId, of: "final", note: "全部服务已完成", evidence: [{ document: "验收申请表" }] };
    return { tenantId, contractId, input, other: { ...input, note: "另一说明" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    stillDraft,
    closedContract,
    fileMissing,
    invalid("an acceptance that there is not", "/of", (input) => ({ ...input, of: "midterm" })),
    invalid("a day to come", "/appliedOn", (input) => ({ ...input, appliedOn: "2026-06-02" })),
    {
      ...invalid("a vendor's own word on when it came", "/appliedOn", (input) => ({
        ...input,
        appliedOn: "2026-06-01",
      })),
      as: partner,
    },
    {
      ...invalid("a vendor's own word on going on", "/despite", (input) => ({
        ...input,
        despite: "再给一次",
      })),
      as: partner,
    },
    {
      why: "a day before the last round ended",
      code: "invalid",
      path: "/appliedOn",
      arrange: async (world, { input, contractId = "" }) => {
        await object(world, await applyFor(world, contractId));
        return { ...input, appliedOn: "2026-05-31" };
      },
    },
    {
      why: "a round is open",
      code: "conflict",
      arrange: async (world, { input, contractId = "" }) => {
        await applyFor(world, contractId);
        return input;
      },
    },
    {
      why: "it has passed",
      code: "conflict",
      arrange: async (world, { input, contractId = "" }) => {
        await seedConcluded(world, contractId, "passed");
        return input;
      },
    },
    ...[manager, partner].map(
      (as): Refusal => ({
        why: `the rectifications are used up (${as.kind})`,
        code: "conflict",
        as,
        arrange: async (world, { input, contractId = "" }) => {
          await seedConcluded(world, contractId, "failed");
          await seedConcluded(world, contractId, "failed");
          return input;
        },
      }),
    ),
  ],
});

const withdraw = rowOf(withdrawApplication, {
  allowed: ["contractManager"],
  partner: true,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: prepareRound({ reason: "申请有误" }, { reason: "另一原因" }, manager),
  prepareForPartner: prepareRound({ reason: "申请有误" }, { reason: "另一原因" }, partner),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    noReason,
    objected,
    passed,
    when("somebody has signed", async (world, ids) => {
      const signer = member(tenantId, "acceptor");
      await run(world, signRound, signer, tenantId, { ...(await assess(world, ids)), agrees: true });
    }),
    ...[manager, partner].map(
      (as): Refusal => ({
        why: `what the other side has applied for (${as.kind})`,
        code: "forbidden",
        as,
        arrange: async (world, { input }) => {
          const other = as === manager ? partner : manager;
          const contractId = await seedAccepted(world, "NO 2");
          return { ...input, ...(await applyFor(world, contractId, {}, other)) };
        },
      }),
    ),
  ],
});

const objection = rowOf(objectAcceptance, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: prepareRound(
    { reason: "缺少复测报告", evidence: [{ document: "异议书" }] },
    { reason: "另一原因" },
  ),
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    noReason,
    fileMissing,
    withdrawn,
    objected,
    passed,
    invalid("a day for the rectification that is not to come", "/rectifyBy", (input) => ({
      ...input,
      rectifyBy: "2026-06-01",
    })),
    when("the time for objections is over", async ({ runtime }) => {
      // 2026-06-01 and three working days are 2026-06-04.
      runtime.setNow("2026-06-05T00:00:00+08:00");
      return Promise.resolve();
    }),
  ],
});

const statement = rowOf(statePosition, {
  allowed: "partner",
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: prepareRound({ note: "复测报告已随附" }, { note: "另一意见" }),
  subjectOf: ({ id }) => id,
  refusals: [
    // A vendor's people do not find a draft.
    ...named.map((each) => (each === stillDraft ? { ...each, code: "notFound" as const } : each)),
    invalid("nothing said", "/note", (input) => ({ ...input, note: " " })),
    withdrawn,
    objected,
    passed,
  ],
});

const reopening = rowOf(reopenRound, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => {
    const contractId = await seedAccepted(world);
    const input = { ...(await object(world, await applyFor(world, contractId))), reason: "误操作" };
    return { tenantId, contractId, input, other: { ...input, reason: "另一原因" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    ...named,
    noReason,
    when("another round has followed", (world, { contractId }) => applyFor(world, contractId)),
    {
      why: "it is open",
      code: "conflict",
      arrange: async (world, { input, contractId = "" }) => ({
        ...input,
        ...(await applyFor(world, contractId)),
      }),
    },
    {
      why: "a payment rests on the pass",
      code: "conflict",
      arrange: async (world, { input }) => {
        const terms = acceptedTerms("NO 2");
        const gates = [{ gate: "acceptancePassed", of: "final" } as const];
        const tranches = terms.tranches.map((tranche) => ({ ...tranche, gates }));
        const contractId = await seedAccepted(world, "NO 2", { ...terms, tranches });
        const ids = await seedConcluded(world, contractId, "passed");
        await run(world, requestPayment, manager, tenantId, { contractId, of: "t1", amount: "400.00" });
        return { ...input, ...ids };
      },
    },
  ],
});

export const acceptanceRows: readonly Row[] = [apply, withdraw, objection, statement, reopening];
