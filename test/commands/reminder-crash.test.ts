import { addWorkingDays, createCalendar } from "@luyue/core/calendar";
import { expect, it } from "vitest";
import { Crash, crashAt, intercept } from "./intercept.ts";
import { onBoth } from "./on-engine.ts";
import { createRecorder, identityOf, listReminders, type Recorder, stepOf, workAt } from "./reminding.ts";
import { seedActive, seedTenant, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const calendar = createCalendar({});
/** The people of these tests: an administrator, for nobody has another role, and a contact of the vendor. */
const recipients = 2;

/** Overdue since 2026-05-31, so that each working day has a reminder of its own. */
async function arrange(world: World): Promise<Recorder> {
  const recorder = createRecorder();
  await seedTenant(world, tenantId, { roles: [], webhooks: 0 });
  await seedActive(world, tenantId, termsOf("NO 1"), "2026-05-01");
  await workAt(world, recorder, "2026-06-01", "10:00");
  expect(recorder.sent.map(stepOf)).toEqual(["2026-05-31 overdue-1", "2026-05-31 overdue-1"]);
  return recorder;
}

/** Lets the work of a day die at its n-th call, runs it again after the leases have ended, and looks at what was sent. */
async function dieAndRise(
  world: World,
  recorder: Recorder,
  n: number,
  when: "before" | "after",
  workingDays: number,
) {
  const day = addWorkingDays(calendar, "2026-06-01", workingDays - 1);
  const crash = crashAt(n, when);
  const mortal = { ...world, platform: intercept(world.platform, crash.around) };
  const before = recorder.sent.length;
  await workAt(mortal, recorder, day, "09:00").catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });
  expect((await workAt(world, recorder, day, "09:03")).failed).toEqual([]);
  const sent = recorder.sent.slice(before);
  const step = `2026-05-31 overdue-${workingDays}`;
  const recorded = (await listReminders(world, tenantId)).filter((entry) => stepOf(entry) === step);
  expect(recorded.map(({ state }) => state)).toEqual(recorded.map(() => "delivered"));
  expect(new Set(recorded.map(identityOf)).size).toBe(recipients);
  expect(recorded).toHaveLength(recipients);
  expect(new Set(sent.map(({ id }) => id))).toEqual(new Set(recorded.map(({ id }) => id)));
  return { crashed: crash.crashed(), again: sent.length - recipients };
}

onBoth("a crash at any call of the store", (openWorld) => {
  it.each(["before", "after"] as const)(
    "loses no reminder and doubles none on the record: %s it",
    async (when) => {
      const world = await openWorld();
      const recorder = await arrange(world);
      let n = 1;
      for (let crashed = true; crashed; n += 1) {
        const done = await dieAndRise(world, recorder, n, when, n + 1);
        crashed = done.crashed;
        // Only what was accepted and not yet marked goes out again, under its own id; both senders may be at that point.
        expect(done.again).toBeLessThanOrEqual(recipients);
        if (!crashed) expect(done.again).toBe(0);
      }
      expect(n).toBeGreaterThan(15);
      expect(await listReminders(world, tenantId)).toHaveLength(n * recipients);
    },
  );
});
