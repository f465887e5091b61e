import { addDays, civilDateOf, instantAt } from "@luyue/core/civil-date";
import { demoContract } from "@luyue/testing/contracts";
import { closeContract, reopenContract } from "@luyue/usecases/contract";
import { recordEvent } from "@luyue/usecases/event";
import { sweepReminders } from "@luyue/usecases/reminder";
import { expect, it } from "vitest";
import { onBoth } from "./on-engine.ts";
import { member } from "./people.ts";
import { run, seedActive, seedTenant } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const daily = /^service\.data-backup\.(.+)$/;

/** The due days of contract B's daily backup, in order. */
async function listBackups(world: World, contractId: string): Promise<string[]> {
  const state = await world.platform.tenant(tenantId).loadContract(contractId);
  const own = (state?.obligations ?? []).filter(({ obligation }) => daily.test(obligation.key));
  return own.map(({ obligation }) => obligation.dueOn ?? "none").toSorted();
}

const daysThrough = (from: string, to: string) => {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

onBoth("daily duties", (openWorld) => {
  it("are made 21 days ahead, again each time the contract wakes, and never twice", async () => {
    const world = await openWorld();
    const signedOn = "2026-06-01";
    await seedTenant(world, tenantId, { webhooks: 0 });
    const { contractId } = await seedActive(world, tenantId, demoContract("B").terms, signedOn, "原文如此");
    const store = world.platform.tenant(tenantId);
    const [first] = await listBackups(world, contractId);
    expect(first === signedOn || first === addDays(signedOn, 1)).toBe(true);
    expect(await listBackups(world, contractId)).toEqual(daysThrough(first ?? "", "2026-06-22"));
    expect((await store.getContract(contractId))?.horizonOn).toBe("2026-06-22");

    const wakes = new Map<string, string>();
    for (const day of ["2026-06-02", "2026-06-14", "2026-06-15", "2026-06-28", "2026-06-29", "2026-06-30"]) {
      world.runtime.setNow(instantAt(day, "01:30"));
      expect((await sweepReminders(world.platform, world.runtime)).failed).toEqual([]);
      const horizonOn = (await store.getContract(contractId))?.horizonOn ?? "none";
      if (![...wakes.values()].includes(horizonOn)) wakes.set(day, horizonOn);
      const backups = await listBackups(world, contractId);
      expect(backups).toEqual(daysThrough(first ?? "", horizonOn));
      expect(horizonOn >= addDays(civilDateOf(world.runtime.now()), 7)).toBe(true);
    }
    expect([...wakes]).toEqual([
      ["2026-06-02", "2026-06-22"],
      ["2026-06-15", "2026-07-06"],
      ["2026-06-29", "2026-07-20"],
    ]);
  });

  it("go on from where an event left them", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId, { webhooks: 0 });
    const { contractId } = await seedActive(
      world,
      tenantId,
      demoContract("B").terms,
      "2026-06-01",
      "原文如此",
    );
    world.runtime.setNow(instantAt("2026-06-05", "10:00"));
    const event = { kind: "fundsAppropriated", of: "t1", on: "2026-06-05" };
    await run(world, recordEvent, member(tenantId, "finance"), tenantId, { contractId, event });
    const backups = await listBackups(world, contractId);
    expect(backups.at(-1)).toBe("2026-06-26");
    expect(new Set(backups).size).toBe(backups.length);
    const state = await world.platform.tenant(tenantId).loadContract(contractId);
    const keys = state?.obligations.map(({ obligation }) => obligation.key) ?? [];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("stop with the contract's closing, and go on when it is opened again", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId, { webhooks: 0 });
    const { terms } = demoContract("B");
    const { contractId } = await seedActive(world, tenantId, terms, "2026-06-01", "原文如此");
    const manager = member(tenantId, "contractManager");
    const input = { contractId, reason: "双方确认了结" };
    await run(world, closeContract, manager, tenantId, input);
    const store = world.platform.tenant(tenantId);
    expect(await store.getContract(contractId)).not.toHaveProperty("horizonOn");
    expect(await listBackups(world, contractId)).toEqual([]);
    world.runtime.setNow(instantAt("2026-06-20", "01:30"));
    expect(await sweepReminders(world.platform, world.runtime)).toMatchObject({ contracts: 0, failed: [] });
    await run(world, reopenContract, manager, tenantId, input);
    expect(await store.getContract(contractId)).toMatchObject({ horizonOn: "2026-07-11" });
    expect((await listBackups(world, contractId)).at(-1)).toBe("2026-07-11");
  });
});
