import { instantAt } from "@luyue/core/civil-date";
import { runReminders } from "@luyue/usecases/reminder";
import { expect, it } from "vitest";
import { onBoth } from "./on-engine.ts";
import { createRecorder, identityOf, isReminder, listReminders, stepOf, workAt } from "./reminding.ts";
import { seedActive, seedTenant, termsOf } from "./seed.ts";

const tenantId = "ten_a";
/** Signed on 2026-06-01, due 30 days after. 4 and 5 July are a weekend. */
const ladder: readonly (readonly [on: string, step: string])[] = [
  ["2026-06-01", "2026-07-01 lead-30"],
  ["2026-06-17", "2026-07-01 lead-14"],
  ["2026-06-24", "2026-07-01 lead-7"],
  ["2026-06-28", "2026-07-01 lead-3"],
  ["2026-06-30", "2026-07-01 lead-1"],
  ["2026-07-01", "2026-07-01 due-today"],
  ["2026-07-02", "2026-07-01 overdue-1"],
  ["2026-07-03", "2026-07-01 overdue-2"],
  ["2026-07-06", "2026-07-01 overdue-3"],
];
const quiet = ["2026-06-02", "2026-06-16", "2026-07-04"];

onBoth("the default ladder", (openWorld) => {
  it("is climbed once over a month, though two sweeps run at once each time", async () => {
    const world = await openWorld();
    const recorder = createRecorder();
    await seedTenant(world, tenantId, { roles: ["finance", "contractManager"] });
    await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    const climbed: [string, string][] = [];
    const days = [...ladder.map(([on]) => on), ...quiet].toSorted();
    for (const day of days) {
      const before = recorder.sent.length;
      world.runtime.setNow(day === "2026-06-01" ? instantAt(day, "10:00") : instantAt(day, "09:00"));
      const run = () => runReminders(world.platform, world.runtime, recorder.delivery);
      await Promise.all([run(), run()]);
      const steps = recorder.sent.slice(before).filter(isReminder).map(stepOf);
      climbed.push(...[...new Set(steps)].map((step): [string, string] => [day, step]));
      if (steps.length > 0) expect(steps).toHaveLength(4);
    }
    expect(climbed).toEqual(ladder);
    const identities = recorder.sent.filter(isReminder).map(identityOf);
    expect(new Set(identities).size).toBe(identities.length);
    const recorded = await listReminders(world, tenantId);
    expect(recorded.map(identityOf).toSorted()).toEqual(identities.toSorted());
    expect(recorded.every(({ state, attempts }) => state === "delivered" && attempts.length === 1)).toBe(
      true,
    );
  });

  it("is not climbed before its hour", async () => {
    const world = await openWorld();
    const recorder = createRecorder();
    await seedTenant(world, tenantId);
    await seedActive(world, tenantId, termsOf("NO 1"), "2026-05-20");
    await workAt(world, recorder, "2026-06-12", "08:59");
    const before = recorder.sent.filter(isReminder).map(stepOf);
    expect(before).not.toContain("2026-06-19 lead-7");
    await workAt(world, recorder, "2026-06-12", "09:00");
    expect(recorder.sent.filter(isReminder).map(stepOf).slice(before.length)).toContain("2026-06-19 lead-7");
  });

  it("is caught up with by one step after a pause of ten days", async () => {
    const world = await openWorld();
    const recorder = createRecorder();
    await seedTenant(world, tenantId);
    await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    await workAt(world, recorder, "2026-06-23", "09:30");
    const before = recorder.sent.length;
    await workAt(world, recorder, "2026-07-03", "09:30");
    const steps = recorder.sent.slice(before).filter(isReminder).map(stepOf);
    expect(steps).toEqual(steps.map(() => "2026-07-01 overdue-2"));
    expect(steps).toHaveLength(3);
    await workAt(world, recorder, "2026-07-06", "09:30");
    expect(recorder.sent.slice(before + 3).map(stepOf)).toEqual(steps.map(() => "2026-07-01 overdue-3"));
  });
});
