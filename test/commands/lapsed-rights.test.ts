import { stateOf } from "@luyue/core/obligation";
import { objectAcceptance } from "@luyue/usecases/acceptance";
import { closeContract } from "@luyue/usecases/contract";
import { answerScore, settleScore } from "@luyue/usecases/score";
import { beforeEach, describe, expect, it } from "vitest";
import { applyFor, seedAccepted } from "./acceptance-seed.ts";
import { refusalOf } from "./expect-refusal.ts";
import { member, partner } from "./people.ts";
import { head, scoredTerms, seedProposed, seedScored } from "./score-seed.ts";
import { run, seedTenant } from "./seed.ts";
import { uploadFile } from "./work-seed.ts";
import { openMemoryWorld, type World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const after = "2026-07-15T10:00:00+08:00";

let world: World;
beforeEach(async () => {
  world = await openMemoryWorld();
  await seedTenant(world, tenantId);
});

async function obligationsOf(contractId: string) {
  const state = await world.platform.tenant(tenantId).loadContract(contractId);
  return (state?.obligations ?? []).map(({ obligation }) => obligation);
}

describe("a right whose time is over", () => {
  it("the vendor did not answer a score: that has ended, and it is for the buyer to make the score final", async () => {
    const terms = scoredTerms("NO 1", { propose: { count: 5, unit: "workingDay" } });
    const contractId = await seedScored(world, "NO 1", terms);
    const named = await seedProposed(world, contractId);
    world.runtime.setNow(after);
    const { code } = await refusalOf(run(world, answerScore, partner, tenantId, { ...named, agrees: true }));
    const of = async (key: string) => (await obligationsOf(contractId)).find((each) => each.key === key)!;
    const states = [await of("scoreAnswer.2026-05"), await of("score.2026-05")];
    expect([code, ...states.map((each) => stateOf(each, after))]).toEqual(["conflict", "ended", "overdue"]);
    await run(world, settleScore, head, tenantId, named);
    expect((await of("score.2026-05")).fulfilment?.on).toBe("2026-07-15");
  });

  it("the buyer did not object to an application: that has ended, and is none of the open duties", async () => {
    await uploadFile(world);
    const contractId = await seedAccepted(world, "NO 1");
    const ids = await applyFor(world, contractId);
    const duties = async () => {
      const { reason } = await refusalOf(run(world, closeContract, manager, tenantId, { contractId }));
      return /(\d+) duties not fulfilled/.exec(reason.en)?.[1];
    };
    world.runtime.setNow(after);
    const { code } = await refusalOf(
      run(world, objectAcceptance, manager, tenantId, { ...ids, reason: "不符" }),
    );
    const all = await obligationsOf(contractId);
    const review = all.find(({ kind }) => kind === "review")!;
    expect([code, stateOf(review, after)]).toEqual(["conflict", "ended"]);
    const owed = all.filter(({ kind, fulfilment }) => fulfilment === undefined && kind !== "payment");
    expect(owed).toContainEqual(review);
    expect(await duties()).toBe(String(owed.length - 1));
  });
});
