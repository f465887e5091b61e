import { amendContract } from "@luyue/usecases/contract";
import { sweepReminders } from "@luyue/usecases/reminder";
import { updateSettings } from "@luyue/usecases/tenant";
import { expect, it } from "vitest";
import { listAll } from "./dump-platform.ts";
import { Crash, crashAt, intercept } from "./intercept.ts";
import { onBoth } from "./on-engine.ts";
import { member } from "./people.ts";
import { listReminders } from "./reminding.ts";
import { run, seedActive, seedDraft, seedTenant, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const administrator = member(tenantId, "administrator");
const manager = member(tenantId, "contractManager");
const after = { anchor: "event", event: "signed" } as const;
const [tranche] = termsOf("NO 1").tranches;
/** Due five working days after signing. */
const workingDays = {
  tranches:
    tranche === undefined
      ? []
      : [{ ...tranche, due: { rule: "within", count: 5, unit: "workingDay", after } as const }],
};

/** A process that is gone once its n-th commit has been written. */
function mortal(world: World, n: number): World {
  const { around } = crashAt(n, "after", (operation) => operation === "commit");
  return { ...world, platform: intercept(world.platform, around) };
}

const dueOf = async (world: World, contractId: string) =>
  (await world.platform.tenant(tenantId).getObligation(contractId, "payment.t1"))?.obligation.dueOn;

onBoth("a command whose answer was lost", (openWorld) => {
  it("is answered when it is sent again under its key, with what came after it done", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const first = await seedActive(world, tenantId, termsOf("NO 1", workingDays), "2026-06-01");
    const second = await seedActive(world, tenantId, termsOf("NO 2", workingDays), "2026-06-01");
    await seedDraft(world, tenantId, termsOf("NO 3", workingDays));
    expect(await dueOf(world, first.contractId)).toBe("2026-06-08");
    const name = { zh: "单位日", en: "office day" };
    const input = { closingDays: [{ from: "2026-06-03", to: "2026-06-04", name }] };
    const conditions = { idempotencyKey: "key-1" };
    for (const n of [1, 2]) {
      const lost = run(mortal(world, n), updateSettings, administrator, tenantId, input, conditions);
      await expect(lost).rejects.toBeInstanceOf(Crash);
    }
    const again = await run(world, updateSettings, administrator, tenantId, input, conditions);
    expect(again.replayed).toBe(true);
    expect(await dueOf(world, first.contractId)).toBe("2026-06-10");
    expect(await dueOf(world, second.contractId)).toBe("2026-06-10");
    const lines = await listAll((page) => world.platform.tenant(tenantId).listRecord("tenant", page));
    expect(lines.filter(({ command }) => command === "tenant.update")).toHaveLength(1);
  });
});

onBoth("an amendment", (openWorld) => {
  it("of names alone shows in lists and reminders, and in no date", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    const terms = termsOf("NO 1", { name: "改名后的合同" });
    const input = { contractId, terms, from: "2026-06-01", reason: "更名" };
    const { answer } = await run(world, amendContract, manager, tenantId, input);
    expect(answer.obligations).toEqual({
      created: 0,
      movedCount: 0,
      moved: [],
      withdrawnCount: 0,
      withdrawn: [],
      keptWithoutTerm: [],
    });
    const stored = await world.platform.tenant(tenantId).getObligation(contractId, "payment.t1");
    expect(stored).toMatchObject({ contractName: "改名后的合同", obligation: { dueOn: "2026-07-01" } });
    await sweepReminders(world.platform, world.runtime);
    const [reminder] = await listReminders(world, tenantId);
    expect(reminder?.payload).toMatchObject({ contract: { number: "NO 1", name: "改名后的合同" } });
  });
});
