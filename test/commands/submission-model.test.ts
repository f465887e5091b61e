import type { Submission } from "@luyue/core/deliverable";
import { DomainError } from "@luyue/core/error";
import {
  acceptDeliverable,
  reopenDeliverable,
  returnDeliverable,
  submitDeliverable,
  withdrawDeliverable,
} from "@luyue/usecases/deliverable";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partner } from "./people.ts";
import { run, seedTenant } from "./seed.ts";
import { clerk, oneFile, seedWork } from "./work-seed.ts";
import { openMemoryWorld, type World } from "./world.ts";

const tenantId = "ten_a";
const reason = "随机操作";

/** One thing that somebody tries: on which obligation, on which of its submissions, how much of it. */
interface Step {
  readonly verb: "submit" | "resubmit" | "accept" | "return" | "withdraw" | "reopen";
  readonly of: (typeof subjects)[number];
  readonly pick: number;
  readonly quantity: number;
}
const subjects = ["deliverable.scans", "service.scan", "deliverable.plan", "service.inspection.01"] as const;

const anyStep: fc.Arbitrary<Step> = fc.record({
  verb: fc.constantFrom("submit", "submit", "resubmit", "accept", "accept", "return", "withdraw", "reopen"),
  of: fc.constantFrom(...subjects),
  pick: fc.nat(),
  quantity: fc.integer({ min: 1, max: 2 }),
});

/** Does one step; false where it was refused, as most orders of steps are. */
async function take(world: World, contractId: string, { verb, of, pick, quantity }: Step): Promise<boolean> {
  const all = (await submissionsOf(world, contractId)).filter((each) => each.of === of);
  const submissionId = all.at(pick % Math.max(1, all.length))?.id ?? "sub_zzzzzzzzzz";
  const ids = { contractId, submissionId };
  const input = {
    contractId,
    of,
    files: oneFile,
    ...(of.startsWith("service") ? { performedOn: "2026-06-01" } : {}),
    ...(of.endsWith("scan") || of.endsWith("scans") ? { quantity } : {}),
    ...(verb === "resubmit" ? { replaces: submissionId } : {}),
  };
  const tried = {
    submit: () => run(world, submitDeliverable, partner, tenantId, input),
    resubmit: () => run(world, submitDeliverable, partner, tenantId, input),
    accept: () => run(world, acceptDeliverable, clerk, tenantId, ids),
    return: () => run(world, returnDeliverable, clerk, tenantId, { ...ids, reason }),
    withdraw: () => run(world, withdrawDeliverable, partner, tenantId, { ...ids, reason }),
    reopen: () => run(world, reopenDeliverable, clerk, tenantId, { ...ids, reason }),
  };
  try {
    await tried[verb]();
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

async function submissionsOf(world: World, contractId: string): Promise<readonly Submission[]> {
  const state = await world.platform.tenant(tenantId).loadContract(contractId);
  return state?.work.submissions ?? [];
}

/** Every quota is credited with what is accepted, and each piece has one chain of versions without a hole. */
async function expectRecount(world: World, contractId: string): Promise<void> {
  const state = await world.platform.tenant(tenantId).loadContract(contractId);
  const submissions = state?.work.submissions ?? [];
  for (const of of subjects) {
    const own = submissions.filter((each) => each.of === of);
    const accepted = own.filter((each) => each.state === "accepted");
    const done = accepted.reduce((sum, { quantity }) => sum + quantity, 0);
    const obligation = state?.obligations.find((each) => each.obligation.key === of)?.obligation;
    const { quota } = obligation ?? {};
    expect(quota?.done).toBe(quota === undefined ? undefined : done);
    expect(obligation?.fulfilment !== undefined).toBe(done >= (quota?.count ?? 1));
    const waiting = own.filter((each) => each.state === "submitted");
    const inCheck = waiting.reduce((sum, { quantity }) => sum + quantity, 0);
    const count = quota?.count ?? 1;
    const held = done < count && inCheck > 0 && done + inCheck >= count;
    expect(obligation?.waitingFor.map(({ holder }) => holder)).toEqual(held ? ["buyer"] : []);
    for (const piece of new Set(own.map((each) => each.piece))) {
      const versions = own.filter((each) => each.piece === piece);
      expect(versions.map(({ version }) => version).toSorted((one, other) => one - other)).toEqual(
        versions.map((_, at) => at + 1),
      );
      const live = versions.filter((each) => each.state === "submitted" || each.state === "accepted");
      expect(live.length).toBeLessThanOrEqual(1);
      if (quota === undefined) expect(piece).toBe(1);
    }
  }
}

describe("whatever is handed in, returned, taken back, accepted and reopened", () => {
  it("is credited as a recount gives it, and each piece keeps one chain of versions", {
    timeout: 120_000,
  }, async () => {
    const done = { submit: 0, resubmit: 0, accept: 0, return: 0, withdraw: 0, reopen: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 30 }), async (steps) => {
        const world = await openMemoryWorld();
        await seedTenant(world, tenantId, { webhooks: 0 });
        const contractId = await seedWork(world);
        for (const step of steps) {
          if (!(await take(world, contractId, step))) continue;
          done[step.verb] += 1;
          await expectRecount(world, contractId);
        }
      }),
      { numRuns: 40, seed: 20260601 },
    );
    for (const [verb, times] of Object.entries(done)) expect(times, verb).toBeGreaterThan(3);
    expect(Object.values(done).reduce((sum, times) => sum + times, 0)).toBeGreaterThan(150);
  });
});
