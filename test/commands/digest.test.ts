import { defaultReminderSettings } from "@luyue/core/reminder";
import { changeReminderPolicy, type OutboxEntry, resendMessage } from "@luyue/usecases/reminder";
import { addWebhook } from "@luyue/usecases/tenant";
import { expect, it } from "vitest";
import { Crash, crashAt, intercept } from "./intercept.ts";
import { onBoth } from "./on-engine.ts";
import { payOf } from "./paying.ts";
import { member } from "./people.ts";
import {
  createRecorder,
  isReminder,
  listReminders,
  type Recorder,
  recipientOf,
  stepOf,
  workAt,
} from "./reminding.ts";
import { addressOf, run, seedActive, seedTenant, termsOf } from "./seed.ts";
import { listAll } from "./dump-platform.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const administrator = member(tenantId, "administrator");
const finance = addressOf("finance", tenantId);
const contracts = 3;

/** Payments of some contracts, all due on 2026-07-01, in one mail a day for each person. */
async function arrange(world: World, count = contracts): Promise<Recorder> {
  await seedTenant(world, tenantId, { webhooks: 0 });
  const standard = { ...defaultReminderSettings.standard, digest: "daily" as const };
  await run(world, changeReminderPolicy, administrator, tenantId, { ...defaultReminderSettings, standard });
  for (let index = 1; index <= count; index += 1) {
    await seedActive(world, tenantId, termsOf(`NO ${index}`), "2026-06-01");
  }
  const recorder = createRecorder();
  // What was due before goes out on its own.
  for (const time of ["09:20", "09:40"]) await workAt(world, recorder, "2026-06-02", time);
  return recorder;
}

const digests = (entries: readonly OutboxEntry[]) => entries.filter(({ type }) => type === "digest");
const sentOn = (recorder: Recorder, before: number) => recorder.sent.slice(before);

onBoth("a digest", (openWorld) => {
  it("is one mail for one person, a quarter of an hour after the hour, and each part shares its end", async () => {
    const world = await openWorld();
    const recorder = await arrange(world);
    const before = recorder.sent.length;
    await workAt(world, recorder, "2026-06-17", "09:00");
    await workAt(world, recorder, "2026-06-17", "09:14");
    expect(sentOn(recorder, before)).toEqual([]);
    await workAt(world, recorder, "2026-06-17", "09:15");
    const sent = sentOn(recorder, before);
    expect(sent.map((entry) => `${entry.type} ${recipientOf(entry)}`).toSorted()).toEqual([
      `digest ${finance}`,
      `digest ${addressOf("lead.vendor", tenantId)}`,
    ]);
    for (const digest of sent) {
      const parts = recorder.carried.get(digest.id) ?? [];
      expect(parts.map(stepOf)).toEqual(parts.map(() => "2026-07-01 lead-14"));
      expect(new Set(parts.map(({ contractId }) => contractId)).size).toBe(contracts);
    }
    const parts = (await listReminders(world, tenantId)).filter((each) => stepOf(each).endsWith("lead-14"));
    expect(parts).toHaveLength(2 * contracts);
    for (const part of parts) {
      expect(part).toMatchObject({ state: "delivered", attempts: [{ outcome: "delivered" }] });
      expect(sent.map(({ id }) => id)).toContain(part.bundledIn);
    }
  });

  it("carries nothing that was overtaken while it waited, and is none where nothing is left", async () => {
    const world = await openWorld();
    const recorder = await arrange(world);
    await workAt(world, recorder, "2026-06-24", "09:00");
    const stored = await listAll((page) =>
      world.platform.tenant(tenantId).listDue({ now: world.runtime.now() }, page),
    );
    const pay = (contractId: string) =>
      payOf(world, tenantId, contractId, "t1", "1000.00", world.runtime.now().slice(0, 10));
    const [first, ...others] = stored.filter(({ obligation }) => obligation.key === "payment.t1");
    await pay(first?.contractId ?? "");
    await workAt(world, recorder, "2026-06-24", "09:05");
    const before = recorder.sent.length;
    await workAt(world, recorder, "2026-06-24", "09:15");
    // Beside them it carries the news of that payment.
    const carried = (from: number) =>
      sentOn(recorder, from).map(({ id }) => (recorder.carried.get(id) ?? []).filter(isReminder).length);
    expect(carried(before)).toEqual([contracts - 1, contracts - 1]);
    await workAt(world, recorder, "2026-06-28", "09:00");
    for (const { contractId } of others) await pay(contractId);
    await workAt(world, recorder, "2026-06-28", "09:05");
    const then = recorder.sent.length;
    await workAt(world, recorder, "2026-06-28", "09:15");
    expect(carried(then)).toEqual([0, 0]);
    const last = (await listReminders(world, tenantId)).filter((each) => stepOf(each).endsWith("lead-3"));
    expect(last.map(({ state }) => state)).toEqual(last.map(() => "withdrawn"));
  });

  it("is tried again as one, given up as one, and sent again as one", async () => {
    const world = await openWorld();
    const recorder = await arrange(world);
    await workAt(world, recorder, "2026-06-17", "09:00");
    recorder.answer("retry");
    for (const time of ["09:15", "09:25", "09:35", "09:45"])
      await workAt(world, recorder, "2026-06-17", time);
    const tried = digests(recorder.sent).filter(({ createdAt }) => createdAt.startsWith("2026-06-17"));
    expect(new Set(tried.map(({ id }) => id)).size).toBe(2);
    expect(tried).toHaveLength(6);
    const store = world.platform.tenant(tenantId);
    const failed = await listAll((page) => store.listFailed(page));
    expect(failed.map(({ type, state }) => [type, state])).toEqual([
      ["digest", "failed"],
      ["digest", "failed"],
    ]);
    const states = async () =>
      new Set(
        (await listReminders(world, tenantId))
          .filter((each) => stepOf(each).endsWith("lead-14"))
          .map(({ state }) => state),
      );
    expect(await states()).toEqual(new Set(["failed"]));
    recorder.answer("delivered");
    for (const { id } of failed) {
      await run(world, resendMessage, administrator, tenantId, { contractId: "tenant", key: `-#${id}` });
    }
    await workAt(world, recorder, "2026-06-17", "11:00");
    expect(await states()).toEqual(new Set(["delivered"]));
    expect(await listAll((page) => store.listFailed(page))).toEqual([]);
  });

  it("is what a robot is told: one message a minute however much is due", async () => {
    const world = await openWorld();
    const recorder = await arrange(world);
    await run(world, addWebhook, administrator, tenantId, {
      url: "https://chat.example/r?key=1",
      kind: "dingtalk",
    });
    await workAt(world, recorder, "2026-06-17", "09:00");
    const before = recorder.sent.length;
    await workAt(world, recorder, "2026-06-17", "09:01");
    const [message, ...more] = sentOn(recorder, before);
    expect([message?.to.channel, more]).toEqual(["robot", []]);
    expect(recorder.carried.get(message?.id ?? "")).toHaveLength(contracts);
  });
});

onBoth("a digest that is cut short at any call of the store", (openWorld) => {
  it.each(["before", "after"] as const)(
    "has each part once on the record: %s it",
    async (when) => {
      const world = await openWorld();
      const recorder = await arrange(world, 2);
      const days = [
        "2026-06-17",
        "2026-06-24",
        "2026-06-28",
        "2026-06-30",
        "2026-07-01",
        "2026-07-02",
        "2026-07-03",
      ];
      // Before each odd call and after it: together that is every place.
      let n = 1;
      let crashed = true;
      for (let round = 0; crashed; round += 1) {
        const day = days[round] ?? addDaysFrom("2026-07-06", round - days.length);
        await workAt(world, recorder, day, "09:00");
        const before = recorder.sent.length;
        const crash = crashAt(n, when);
        const mortal = { ...world, platform: intercept(world.platform, crash.around) };
        await workAt(mortal, recorder, day, "09:15").catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error;
        });
        crashed = crash.crashed();
        expect((await workAt(world, recorder, day, "09:18")).failed).toEqual([]);
        const sent = sentOn(recorder, before);
        const step = stepOf(recorder.carried.get(sent[0]?.id ?? "")?.[0] ?? sent[0] ?? missing());
        const recorded = (await listReminders(world, tenantId)).filter((entry) => stepOf(entry) === step);
        expect(recorded.map(({ state }) => state)).toEqual(recorded.map(() => "delivered"));
        const people = new Set(recorded.map(recipientOf));
        // Nobody gets a part in two digests; what was accepted and not marked goes again under its own id.
        for (const person of people) {
          const theirs = new Set(sent.filter((entry) => recipientOf(entry) === person).map(({ id }) => id));
          expect(theirs.size).toBe(1);
        }
        n += 2;
        if (n > 60) throw new Error("it never ends");
      }
      expect(n).toBeGreaterThan(8);
    },
    120_000,
  );
});

function missing(): never {
  throw new Error("nothing was sent");
}

/** Working days from a Monday on. */
function addDaysFrom(monday: string, count: number): string {
  const day = new Date(`${monday}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + Math.floor(count / 5) * 7 + (count % 5));
  return day.toISOString().slice(0, 10);
}
