import { sweepReminders } from "@luyue/usecases/reminder";
import { expect, it } from "vitest";
import { onBoth } from "./on-engine.ts";
import { createRecorder, identityOf, listReminders, workAt } from "./reminding.ts";
import { seedActive, seedTenant, termsOf } from "./seed.ts";

onBoth("a clock that goes back", (openWorld) => {
  it("by hours, days or a month sends nothing twice and loses nothing", async () => {
    const world = await openWorld();
    await seedTenant(world, "ten_a", { webhooks: 0 });
    await seedActive(world, "ten_a", termsOf("NO 1"), "2026-06-01");
    const recorder = createRecorder();
    // Due on 1 July: fourteen, seven, three days before.
    await workAt(world, recorder, "2026-06-17", "09:30");
    const first = recorder.sent.length;
    expect(first).toBeGreaterThan(0);
    for (const [day, time] of [
      ["2026-06-17", "03:00"],
      ["2026-06-10", "09:30"],
      ["2026-05-18", "09:30"],
    ] as const) {
      await workAt(world, recorder, day, time);
      expect(recorder.sent).toHaveLength(first);
    }
    await workAt(world, recorder, "2026-06-24", "09:30");
    await workAt(world, recorder, "2026-06-18", "12:00");
    await workAt(world, recorder, "2026-06-28", "12:00");
    const reminders = await listReminders(world, "ten_a");
    const told = reminders.map(identityOf);
    expect(new Set(told).size).toBe(told.length);
    const steps = new Set(
      reminders.map(({ reminder }) => reminder?.step.kind === "lead" && reminder.step.days),
    );
    expect([...steps].toSorted((a, b) => Number(a) - Number(b))).toEqual([3, 7, 14]);
    expect(reminders.every(({ state }) => state === "delivered")).toBe(true);
  });

  it("while the days before were swept finds what is written meanwhile", async () => {
    const world = await openWorld();
    await seedTenant(world, "ten_a", { webhooks: 0 });
    world.runtime.setNow("2026-07-20T09:00:00+08:00");
    await sweepReminders(world.platform, world.runtime);
    world.runtime.setNow("2026-06-17T09:00:00+08:00");
    await seedActive(world, "ten_a", termsOf("NO 1"), "2026-06-01");
    const recorder = createRecorder();
    await workAt(world, recorder, "2026-06-24", "09:30");
    expect((await listReminders(world, "ten_a")).length).toBeGreaterThan(0);
  });
});
