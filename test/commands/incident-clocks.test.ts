import { addMinutes, type Instant } from "@luyue/core/civil-date";
import { stepKey } from "@luyue/core/reminder";
import { correctIncident, followIncident, reportIncident, withdrawIncident } from "@luyue/usecases/incident";
import { type OutboxEntry, runReminders } from "@luyue/usecases/reminder";
import { beforeEach, describe, expect, it } from "vitest";
import { partner } from "./people.ts";
import { createRecorder, type Recorder } from "./reminding.ts";
import { clerk, reason, riskTerms, seedRisk, tenantId } from "./risk-seed.ts";
import type { Input } from "./row.ts";
import { addressOf, run, seedTenant } from "./seed.ts";
import { openMemoryWorld, type World } from "./world.ts";

const title = (zh: string, en: string) => ({ title: { zh, en } });
const limits = [
  { key: "respond", ...title("响应", "respond"), count: 60, unit: "minute", step: "responded" },
  { key: "on-site", ...title("到场", "on site"), count: 2, unit: "hour", step: "onSite" },
  { key: "recover", ...title("恢复", "recover"), count: 130, unit: "minute", step: "recovered" },
] as const;
const span = { span: "term", term: "main" } as const;
const help = {
  key: "help",
  ...title("应急响应", "emergency response"),
  schedule: { schedule: "onDemand" as const, span, limits: [...limits] },
};
/** Wednesday, ten minutes before midnight. */
const reportedAt: Instant = "2026-06-03T23:50:00+08:00";
const lead = addressOf("lead.vendor", tenantId);
let world: World;
let post: Recorder;
let contractId: string;

beforeEach(async () => {
  world = await openMemoryWorld();
  await seedTenant(world, tenantId, { webhooks: 0 });
  contractId = await seedRisk(world, "NO 1", riskTerms("NO 1", { services: [help] }));
  post = createRecorder();
  await sweep(reportedAt);
});

/** What the vendor's contact is told of clocks by a sweep at an instant, as `limit step`. */
async function sweep(at: Instant): Promise<string[]> {
  const before = post.sent.length;
  world.runtime.setNow(at);
  await runReminders(world.platform, world.runtime, post.delivery);
  return post.sent.slice(before).flatMap((entry) => tellOf(entry));
}

function tellOf({ reminder, to }: OutboxEntry): string[] {
  const [, limit] = /^service\.help\.inc_\w+\.(.+)$/.exec(reminder?.obligationKey ?? "") ?? [];
  if (reminder === undefined || limit === undefined) return [];
  return to.channel === "email" && to.address === lead ? [`${limit} ${stepKey(reminder.step)}`] : [];
}

const after = (minutes: number) => addMinutes(reportedAt, minutes);

/** What is told in each minute from one to another, as `minute limit step`. */
async function watch(from: number, to: number): Promise<string[]> {
  const told: string[] = [];
  for (let minute = from; minute <= to; minute += 1) {
    for (const line of await sweep(after(minute))) told.push(`${minute} ${line}`);
  }
  return told;
}

async function report(at: Instant = reportedAt, more: Input = {}): Promise<Input> {
  world.runtime.setNow(at);
  const facts = { title: "门户网站中断", service: "help", happenedAt: reportedAt, reportedAt };
  const { answer } = await run(world, reportIncident, clerk, tenantId, { contractId, ...facts, ...more });
  return { contractId, incidentId: answer.id };
}

async function follow(ids: Input, minute: number, instants: Input): Promise<void> {
  world.runtime.setNow(after(minute));
  await run(world, followIncident, partner, tenantId, { ...ids, ...instants });
}

describe("the reminders of an incident's clocks", () => {
  it("come at once, in the night, then of the worst before it breaks, and of each that broke", async () => {
    await report();
    expect(await watch(0, 135)).toEqual([
      "0 respond clock-started",
      "0 on-site clock-started",
      "0 recover clock-started",
      "45 respond clock-closing",
      "61 respond clock-broken",
      "90 on-site clock-closing",
      "120 recover clock-closing",
      "121 on-site clock-broken",
      "131 recover clock-broken",
    ]);
    // Friday morning: overdue like anything else.
    expect(await sweep("2026-06-05T09:00:00+08:00")).toEqual([
      "respond overdue-1",
      "on-site overdue-1",
      "recover overdue-1",
    ]);
  });

  it("say which incident it is, and how many minutes are left or since when it is over", async () => {
    await report();
    await watch(0, 0);
    await sweep(after(47));
    await sweep(after(61));
    const said = post.sent
      .filter((entry) => tellOf(entry).some((line) => line.startsWith("respond")))
      .map(({ payload }) => payload);
    const obligation = { title: { zh: "应急响应：响应（#1 门户网站中断）" }, dueTime: "00:50" };
    expect(said).toMatchObject([
      { obligation: { ...obligation, minutesLeft: 60 } },
      { obligation: { ...obligation, minutesLeft: 13 } },
      { obligation: { ...obligation, minutesLeft: 0 } },
    ]);
  });

  it("end for what is met, and the next worst then warns in its own time", async () => {
    const ids = await report();
    await watch(0, 30);
    await follow(ids, 30, { respondedAt: after(25) });
    expect(await watch(31, 91)).toEqual(["90 on-site clock-closing"]);
    await follow(ids, 100, { onSiteAt: after(99) });
    // Its quarter of an hour before the end came while the other one ran.
    expect(await watch(101, 131)).toEqual(["101 recover clock-closing", "131 recover clock-broken"]);
    await follow(ids, 140, { recoveredAt: after(139) });
    expect(await sweep("2026-06-05T09:00:00+08:00")).toEqual([]);
  });

  it("are none where everything was over as it was reported", async () => {
    await report(after(20), { recoveredAt: after(10) });
    expect(await watch(20, 140)).toEqual([]);
  });

  it("come at once where it was entered after midnight, as it stands by then", async () => {
    await report(after(15));
    expect(await watch(15, 15)).toEqual([
      "15 respond clock-started",
      "15 on-site clock-started",
      "15 recover clock-started",
    ]);
    await report(after(70));
    expect((await watch(70, 70)).toSorted()).toEqual([
      "70 on-site clock-started",
      "70 recover clock-started",
      "70 respond clock-broken",
      "70 respond clock-broken",
    ]);
  });

  it("follow an instant that is set right, also within its day", async () => {
    const ids = await report(after(15), { reportedAt: after(12), happenedAt: after(12) });
    await watch(15, 15);
    world.runtime.setNow(after(20));
    await run(world, correctIncident, clerk, tenantId, { ...ids, reportedAt: after(18), reason });
    expect(await watch(20, 80)).toEqual([
      "20 respond clock-started",
      "20 on-site clock-started",
      "20 recover clock-started",
      "63 respond clock-closing",
      "79 respond clock-broken",
    ]);
  });

  it("stop where it was reported in error", async () => {
    const ids = await report();
    await watch(0, 44);
    await run(world, withdrawIncident, clerk, tenantId, { ...ids, reason });
    expect(await watch(45, 135)).toEqual([]);
  });

  it("that could not be delivered in time are withdrawn, not sent as if time were left", async () => {
    await report();
    await watch(0, 0);
    post.answer("retry");
    await watch(45, 45);
    post.answer("delivered");
    expect(await sweep(after(62))).toEqual(["respond clock-broken"]);
  });
});
