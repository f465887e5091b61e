import { createScheduleHandler, reminderMetrics } from "@luyue/worker/handler";
import { describe, expect, it } from "vitest";
import { type Mail, openMailbox } from "./mailbox.ts";
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

async function arrange(): Promise<{
  world: World;
  mails: readonly Mail[];
  lines: string[];
  handlerFor: (world: World) => ReturnType<typeof createScheduleHandler>;
}> {
  const world = await openMemoryWorld();
  await seedTenant(world, "ten_a", { webhooks: 0 });
  await seedActive(world, "ten_a", termsOf("NO 1"), "2026-06-01");
  world.runtime.setNow("2026-06-24T09:00:00+08:00");
  const { mails, delivery } = openMailbox(world);
  const lines: string[] = [];
  return {
    world,
    mails,
    lines,
    handlerFor: ({ platform, runtime }) =>
      createScheduleHandler(platform, runtime, delivery, (line) => lines.push(line)),
  };
}

describe("the scheduled function", () => {
  it("sweeps and mails what has come due, and does nothing the second time", async () => {
    const { world, mails, handlerFor } = await arrange();
    const handler = handlerFor(world);
    const first = await handler({ ...scheduled, resources: [...scheduled.resources] });
    expect(first.failed).toEqual([]);
    expect(first.sent.delivered).toBe(mails.length);
    expect(mails.length).toBeGreaterThan(0);
    expect(new Set(mails.map(({ id, to }) => `${id} ${to.address}`)).size).toBe(mails.length);
    expect(mails[0]?.subject).toContain("【履约】");
    const second = await handler({ ...scheduled, resources: [...scheduled.resources] });
    expect(second.sent.delivered).toBe(0);
  });

  it("measures how late it is, what went out and what was given up, in its log", async () => {
    const { world, mails, lines, handlerFor } = await arrange();
    world.runtime.setNow("2026-06-24T09:07:00+08:00");
    await handlerFor(world)({ ...scheduled, resources: [...scheduled.resources] });
    const [line = "{}"] = lines;
    const metrics = JSON.parse(line) as Record<string, unknown>;
    expect(metrics).toMatchObject({ Delivered: mails.length, DeadLetters: 0, FailedWakeUps: 0 });
    expect(metrics["ReminderLag"]).toBeGreaterThanOrEqual(7 * 60_000);
    expect(JSON.stringify(metrics["_aws"])).toContain('"Namespace":"Luyue"');
    for (const name of Object.keys(reminderMetrics)) expect(typeof metrics[name]).toBe("number");
  });

  it("fails visibly where a wake-up could not be worked on, after all the others", async () => {
    const { world, mails, handlerFor } = await arrange();
    let broken = 0;
    const platform = intercept(world.platform, async (operation, call) => {
      if (operation === "commitReminder" && broken === 0) {
        broken += 1;
        throw new Error("the store is away");
      }
      return call();
    });
    const handler = handlerFor({ ...world, platform });
    await expect(handler({ ...scheduled, resources: [...scheduled.resources] })).rejects.toThrow();
    await handlerFor(world)({ ...scheduled, resources: [...scheduled.resources] });
    expect(mails.length).toBeGreaterThan(0);
  });
});
