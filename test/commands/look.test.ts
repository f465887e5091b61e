import { instantAt } from "@luyue/core/civil-date";
import { sweepReminders } from "@luyue/usecases/reminder";
import { demandRectification } from "@luyue/usecases/right";
import { expect, it } from "vitest";
import { intercept } from "./intercept.ts";
import { onBoth } from "./on-engine.ts";
import { clerk, reason, seedJudged, seedRisk, tenantId } from "./risk-seed.ts";
import { createRecorder, workAt } from "./reminding.ts";
import { run, seedTenant } from "./seed.ts";

onBoth("a day on which a right may arise by delay", (openWorld) => {
  it("is looked at once, also where nothing follows from it, and the contract is left alone from then on", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const contractId = await seedRisk(world);
    await seedJudged(world, contractId);
    const input = { contractId, right: "terms.rectify", reason, until: "2026-06-30" };
    await run(world, demandRectification, clerk, tenantId, input);
    const head = () => world.platform.tenant(tenantId).getContract(contractId);
    expect(await head()).toMatchObject({ lookOn: "2026-07-01" });
    const sweepOn = async (day: string) => {
      world.runtime.setNow(instantAt(day, "01:30"));
      const { contracts, failed } = await sweepReminders(world.platform, world.runtime);
      return [contracts, failed.length];
    };
    expect(await sweepOn("2026-06-30")).toEqual([0, 0]);
    expect(await sweepOn("2026-07-01")).toEqual([1, 0]);
    expect(await sweepOn("2026-07-01")).toEqual([0, 0]);
    expect(await head()).not.toHaveProperty("lookOn");
  });

  it("ends a run also where a wake-up of the past stays", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const contractId = await seedRisk(world);
    const store = world.platform.tenant(tenantId);
    await workAt(world, createRecorder(), "2026-06-01", "10:30");
    const contract = await store.getContract(contractId);
    if (contract === undefined) throw new Error("no contract");
    const wakeAt = instantAt("2026-06-01", "01:00");
    await store.commit([{ change: "putContract", contract, expectedVersion: contract.version, wakeAt }]);
    let sweeps = 0;
    const platform = intercept(world.platform, async (operation, call) => {
      if (operation === "listWakes") sweeps += 1;
      return call();
    });
    await workAt({ ...world, platform }, createRecorder(), "2026-06-01", "11:00");
    expect(sweeps).toBe(1);
  });
});
