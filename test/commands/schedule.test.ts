import { createLocalQueue } from "@luyue/local/queue";
import { createQueueHandler, createSweepHandler, createWatchHandler } from "@luyue/worker/handler";
import { describe, expect, it } from "vitest";
import { openMailbox } from "./mailbox.ts";
import { intercept } from "./intercept.ts";
import { seedActive, seedTenant, termsOf } from "./seed.ts";
import { openMemoryWorld, type World } from "./world.ts";

/** What EventBridge hands to a scheduled function. */
const scheduled = {
  version: "0",
  id: "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "123456789012",
  time: "2026-06-24T01:00:00Z",
  region: "cn-north-1",
  resources: ["arn:aws-cn:events:cn-north-1:123456789012:rule/sweep"],
  detail: {},
} as const;

async function arrange() {
  const world = await openMemoryWorld();
  await seedTenant(world, "ten_a", { webhooks: 0 });
  await seedActive(world, "ten_a", termsOf("NO 1"), "2026-06-01");
  world.runtime.setNow("2026-06-24T09:00:00+08:00");
  const { mails, delivery } = openMailbox(world);
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const queue = createLocalQueue({ now: () => 0, visibilityMs: 1, mostReceives: 3 });
  const event = { ...scheduled, resources: [...scheduled.resources] };
  return {
    world,
    mails,
    lines,
    queue,
    sweep: ({ platform, runtime }: World = world) => createSweepHandler(platform, runtime, queue, log)(event),
    /** Sends all that stands in the queue. */
    drain: async () => {
      while ((await queue.receive(createQueueHandler(world.platform, world.runtime, delivery, log))) > 0);
    },
  };
}

const metricsOf = (lines: readonly string[]) =>
  lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe("the scheduled function", () => {
  it("sweeps, hands what has come to the queue, and does nothing the second time", async () => {
    const { mails, sweep, drain } = await arrange();
    const first = await sweep();
    expect(first.reminders).toBeGreaterThan(0);
    // What has just been put into the outbox goes by the stream; here there is none, so the next run finds it.
    expect((await sweep()).queued).toBeGreaterThanOrEqual(first.reminders);
    await drain();
    expect(mails.length).toBeGreaterThan(0);
    expect(new Set(mails.map(({ id, to }) => `${id} ${to.address}`)).size).toBe(mails.length);
    expect(mails[0]?.subject).toContain("【履约】");
    const sent = mails.length;
    expect(await sweep()).toMatchObject({ reminders: 0, queued: 0 });
    await drain();
    expect(mails).toHaveLength(sent);
  });

  it("measures how late it is, what went out and what was given up, in its log", async () => {
    const { world, mails, lines, sweep, drain } = await arrange();
    world.runtime.setNow("2026-06-24T09:07:00+08:00");
    await sweep();
    await sweep();
    await drain();
    const metrics = metricsOf(lines);
    expect(metrics[0]).toMatchObject({ FailedWakeUps: 0 });
    expect(metrics[0]?.["ReminderLag"]).toBeGreaterThanOrEqual(7 * 60_000);
    expect(JSON.stringify(metrics[0]?.["_aws"])).toContain('"Namespace":"Luyue"');
    const delivered = metrics.reduce((sum, each) => sum + Number(each["Delivered"] ?? 0), 0);
    expect(delivered).toBe(mails.length);
    expect(metrics.at(-1)).toMatchObject({ DeadLetters: 0, Retried: 0 });
  });

  it("fails visibly where a wake-up could not be worked on, after all the others", async () => {
    const { world, mails, sweep, drain } = await arrange();
    const platform = intercept(world.platform, async (operation, call) => {
      if (operation === "commitReminder") throw new Error("the store is away");
      return call();
    });
    await expect(sweep({ ...world, platform })).rejects.toThrow("wake-ups failed");
    await sweep();
    await sweep();
    await drain();
    expect(mails.length).toBeGreaterThan(0);
  });
});

describe("the daily look at the calendar", () => {
  it("says how many days are left of what has been arranged", async () => {
    const { world } = await arrange();
    const lines: string[] = [];
    world.runtime.setNow("2026-12-01T09:00:00+08:00");
    const watch = createWatchHandler(world.runtime, (line) => lines.push(line));
    const event = { ...scheduled, resources: [...scheduled.resources] };
    expect(await watch(event)).toEqual({ calendarDaysLeft: 30 });
    expect(metricsOf(lines)).toMatchObject([{ CalendarDaysLeft: 30 }]);
  });
});
