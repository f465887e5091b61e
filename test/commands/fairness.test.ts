import { runReminders } from "@luyue/usecases/reminder";
import { expect, it } from "vitest";
import { createRecorder } from "./reminding.ts";
import { seedDue } from "./seed-due.ts";
import { openMemoryWorld } from "./world.ts";

const due = "2026-06-17T09:00:00+08:00";

it("an agency with fifty thousand things due does not delay another with three", {
  timeout: 240_000,
}, async () => {
  const world = await openMemoryWorld();
  const many = 50_000;
  await seedDue(world.platform.tenant("ten_a"), many, due);
  await seedDue(world.platform.tenant("ten_b"), 3, due);
  world.runtime.setNow(due);
  const recorder = createRecorder();
  const { sent, failed } = await runReminders(world.platform, world.runtime, recorder.delivery);
  expect([sent.delivered, failed]).toEqual([many + 3, []]);
  const last = recorder.sent.findLastIndex(({ tenantId }) => tenantId === "ten_b");
  // Each of its three took its turn: a thing, then its message.
  expect(last).toBeLessThan(24);
});
