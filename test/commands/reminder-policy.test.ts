import { defaultReminderSettings, type ReminderSettings } from "@luyue/core/reminder";
import {
  changeReminderPolicy,
  chooseReminders,
  previewReminders,
  unsubscribe,
} from "@luyue/usecases/reminder";
import { systemActor } from "@luyue/usecases/runtime";
import { addWebhook, putMember } from "@luyue/usecases/tenant";
import { expect, it } from "vitest";
import { onBoth } from "./on-engine.ts";
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
import type { World } from "./world.ts";

const tenantId = "ten_a";
const administrator = member(tenantId, "administrator");
const { standard } = defaultReminderSettings;
const vendorLead = addressOf("lead.vendor", tenantId);
const finance = addressOf("finance", tenantId);
const manager = addressOf("contractManager", tenantId);

const set = (world: World, change: Partial<ReminderSettings>) =>
  run(world, changeReminderPolicy, administrator, tenantId, { ...defaultReminderSettings, ...change });
const rule = (change: Partial<ReminderSettings["standard"]>) => ({ standard: { ...standard, ...change } });

/** A payment due on 2026-07-01, known since 2026-06-01. */
async function arrange(
  world: World,
  more: Parameters<typeof seedTenant>[2] = { webhooks: 0 },
): Promise<Recorder> {
  await seedTenant(world, tenantId, more);
  await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
  const recorder = createRecorder();
  await workAt(world, recorder, "2026-06-01", "10:00");
  return recorder;
}

/** What goes out on some days, as `day step: to whom`. */
async function sendOn(
  world: World,
  recorder: Recorder,
  days: readonly string[],
  time = "09:00",
): Promise<string[]> {
  const lines: string[] = [];
  for (const day of days) {
    const before = recorder.sent.length;
    await workAt(world, recorder, day, time);
    const sent = recorder.sent.slice(before).filter(isReminder);
    const steps = new Set(sent.map((entry) => stepOf(entry).split(" ")[1]));
    for (const step of steps) {
      const told = sent.filter((entry) => stepOf(entry).endsWith(` ${step ?? ""}`)).map(recipientOf);
      lines.push(`${day} ${step ?? ""}: ${told.toSorted().join(", ")}`);
    }
  }
  return lines;
}

onBoth("a tenant's settings", (openWorld) => {
  it("plan anew what was planned, earlier or later, and tell nothing twice", async () => {
    const world = await openWorld();
    const recorder = await arrange(world);
    const told = `${finance}, ${vendorLead}`;
    await set(world, rule({ leadDays: [21, 2] }));
    const days = ["2026-06-10", "2026-06-17", "2026-06-24", "2026-06-28", "2026-06-29", "2026-06-30"];
    expect(await sendOn(world, recorder, days)).toEqual([
      `2026-06-10 lead-21: ${told}`,
      `2026-06-29 lead-2: ${told}`,
    ]);
    await set(world, rule({ leadDays: [2], repeatEvery: 0 }));
    const rest = ["2026-06-30", "2026-07-01", "2026-07-02", "2026-07-03", "2026-07-07"];
    expect(await sendOn(world, recorder, rest)).toEqual([
      `2026-07-01 due-today: ${told}`,
      `2026-07-02 overdue-1: ${told}`,
      // Said once, and then as the ladder goes up: nobody is known to be their superior.
      `2026-07-07 overdue-3: ${told}`,
    ]);
  });

  it("tell by role and by name, and the vendor or not, for each kind", async () => {
    const world = await openWorld();
    const recorder = await arrange(world, { roles: ["finance", "acceptor"], webhooks: 0 });
    const payment = { roles: ["acceptor" as const], people: ["administrator"], tellVendor: false };
    await set(world, { kinds: { payment } });
    expect(await sendOn(world, recorder, ["2026-06-17"])).toEqual([
      `2026-06-17 lead-14: ${[addressOf("acceptor", tenantId), addressOf("administrator", tenantId)].join(", ")}`,
    ]);
  });

  it("keep to working days, and to one language", async () => {
    const world = await openWorld();
    const recorder = await arrange(world);
    await set(world, { workingDaysOnly: true, language: "en" });
    // 2026-06-28 is a Sunday: its step is told on Friday.
    expect(await sendOn(world, recorder, ["2026-06-26", "2026-06-28"])).toEqual([
      `2026-06-26 lead-5: ${finance}, ${vendorLead}`,
    ]);
    expect(recorder.sent.at(-1)?.to).toMatchObject({ language: "en" });
  });

  it("hold what comes in the night until its end, also what is tried again", async () => {
    const world = await openWorld();
    const recorder = await arrange(world);
    await set(world, { quietHours: { from: "18:00", to: "08:30" } });
    expect(await sendOn(world, recorder, ["2026-06-17"], "19:00")).toEqual([]);
    recorder.answer("retry");
    expect(await sendOn(world, recorder, ["2026-06-18"], "08:30")).toHaveLength(1);
    recorder.answer("delivered");
    expect(await sendOn(world, recorder, ["2026-06-18"], "08:41")).toHaveLength(1);
    recorder.answer("retry");
    await workAt(world, recorder, "2026-06-24", "17:55");
    recorder.answer("delivered");
    expect(await sendOn(world, recorder, ["2026-06-24"], "20:00")).toEqual([]);
    expect(await sendOn(world, recorder, ["2026-06-25"], "08:30")).toHaveLength(1);
  });

  it("go up the ladder: to whom the told ones report, then to the administrator, each once", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId, { roles: ["finance"], webhooks: 0 });
    const head = { subject: "head", name: "处长", email: addressOf("head", tenantId), roles: [] };
    await run(world, putMember, administrator, tenantId, head);
    const officer = {
      subject: "finance",
      name: "财务",
      email: finance,
      roles: ["finance"],
      superior: "head",
    };
    await run(world, putMember, administrator, tenantId, officer);
    await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    const recorder = createRecorder();
    await workAt(world, recorder, "2026-07-03", "10:00");
    const days = ["2026-07-06", "2026-07-07", "2026-07-08", "2026-07-09", "2026-07-10", "2026-07-13"];
    const lines = await sendOn(world, recorder, days);
    const usual = [finance, vendorLead].join(", ");
    expect(lines).toEqual([
      `2026-07-06 overdue-3: ${finance}, ${addressOf("head", tenantId)}, ${vendorLead}`,
      `2026-07-07 overdue-4: ${usual}`,
      `2026-07-08 overdue-5: ${usual}`,
      `2026-07-09 overdue-6: ${usual}`,
      `2026-07-10 overdue-7: ${addressOf("administrator", tenantId)}, ${usual}`,
      `2026-07-13 overdue-8: ${usual}`,
    ]);
  });
});

onBoth("what a person has chosen", (openWorld) => {
  it("keeps mails from them, who find them in the product, but never from the last of a side", async () => {
    const world = await openWorld();
    const recorder = await arrange(world, { roles: ["finance", "contractManager"], webhooks: 0 });
    const off = async (subject: string) => {
      const own = await world.platform.tenant(tenantId).getMember(subject);
      const actor = { ...administrator, id: own?.id ?? "" };
      await run(world, chooseReminders, actor, tenantId, { off: ["payment"] });
    };
    await off("finance");
    expect(await sendOn(world, recorder, ["2026-06-17"])).toEqual([
      `2026-06-17 lead-14: ${manager}, ${vendorLead}`,
    ]);
    const kept = (await listReminders(world, tenantId)).filter(({ to }) => to.channel === "inApp");
    expect(kept.map((entry) => [recipientOf(entry), entry.state])).toEqual([[finance, "delivered"]]);
    await off("contractManager");
    await run(world, unsubscribe, systemActor, tenantId, { address: vendorLead });
    expect(await sendOn(world, recorder, ["2026-06-24"])).toEqual([
      `2026-06-24 lead-7: ${[manager, finance, vendorLead].join(", ")}`,
    ]);
  });

  it("is a digest of their own", async () => {
    const world = await openWorld();
    const recorder = await arrange(world);
    const own = await world.platform.tenant(tenantId).getMember("finance");
    const actor = { ...administrator, id: own?.id ?? "" };
    await run(world, chooseReminders, actor, tenantId, { off: [], digest: "daily" });
    expect(await sendOn(world, recorder, ["2026-06-17"])).toEqual([`2026-06-17 lead-14: ${vendorLead}`]);
    expect(await sendOn(world, recorder, ["2026-06-17"], "09:15")).toEqual([
      `2026-06-17 lead-14: ${finance}`,
    ]);
  });
});

onBoth("a preview", (openWorld) => {
  it("says what the sweep then does: when, to whom, why", async () => {
    const world = await openWorld();
    const recorder = await arrange(world);
    await run(world, addWebhook, administrator, tenantId, {
      url: "https://chat.example/r?key=1234",
      kind: "wecom",
    });
    await set(world, rule({ digest: "daily" }));
    const store = world.platform.tenant(tenantId);
    const { items, more } = await previewReminders(
      store,
      administrator,
      { days: 30, limit: 100 },
      world.runtime,
    );
    expect(more).toBe(false);
    expect(items.map(({ at, step }) => `${at.slice(0, 16)} ${step}`)).toEqual([
      "2026-06-17T09:00 lead-14",
      "2026-06-24T09:00 lead-7",
      "2026-06-28T09:00 lead-3",
      "2026-06-30T09:00 lead-1",
    ]);
    expect(items[0]).toMatchObject({
      contractNumber: "NO 1",
      obligationKey: "payment.t1",
      dueOn: "2026-07-01",
      why: { zh: expect.stringContaining("30") as unknown },
      recipients: [
        {
          recipient: finance,
          why: "role",
          channel: "email",
          sentAt: "2026-06-17T09:15:00+08:00",
          digest: true,
        },
        { recipient: vendorLead, why: "vendor", channel: "email", digest: true },
        { channel: "robot", why: "endpoint", sentAt: "2026-06-17T09:01:00+08:00", digest: true },
      ],
    });
    const before = recorder.sent.length;
    for (const { at } of items) {
      for (const time of [at.slice(11, 16), "09:01", "09:15"]) {
        await workAt(world, recorder, at.slice(0, 10), time);
      }
    }
    const done = recorder.sent
      .slice(before)
      .map((entry) => `${recipientOf(entry)} ${stepOf(entry).split(" ")[1] ?? ""}`);
    const planned = items.flatMap(({ step, recipients }) =>
      recipients.map(({ recipient, channel }) => `${channel === "robot" ? "robot" : recipient} ${step}`),
    );
    expect(done.toSorted()).toEqual(planned.toSorted());
    const two = await previewReminders(store, administrator, { days: 30, limit: 2 }, world.runtime);
    expect(two.items.length).toBeLessThanOrEqual(2);
    expect(
      await previewReminders(
        store,
        administrator,
        { days: 30, limit: 9, contractId: "ctr_none" },
        world.runtime,
      ),
    ).toEqual({
      items: [],
      more: false,
    });
  });

  it("by other settings is what comes once they are set, and sets nothing", async () => {
    const world = await openWorld();
    await arrange(world);
    const store = world.platform.tenant(tenantId);
    const preview = (settings?: ReminderSettings) =>
      previewReminders(store, administrator, { days: 40, limit: 200, settings }, world.runtime);
    const now = await preview();
    const others: readonly Partial<ReminderSettings>[] = [
      rule({ leadDays: [20, 2] }),
      rule({ leadDays: [] }),
      { ...rule({ digest: "weekly" }), sendAt: "08:00", workingDaysOnly: true, weeklyOn: 3 },
      { kinds: { payment: { leadDays: [29, 28], tellVendor: false } } },
    ];
    for (const change of others) {
      const settings = { ...defaultReminderSettings, ...change };
      const would = await preview(settings);
      expect(would).not.toEqual(now);
      expect(await preview()).toEqual(now);
      expect((await store.getTenant())?.reminders).not.toEqual(settings);
      await set(world, settings);
      expect(await preview()).toEqual(would);
      await set(world, defaultReminderSettings);
    }
    const strange = { ...defaultReminderSettings, ...rule({ people: ["nobody"] }) };
    await expect(preview(strange)).rejects.toThrow(/not valid/);
  });

  it("names who is told as it goes up the ladder", async () => {
    const world = await openWorld();
    await arrange(world);
    world.runtime.setNow("2026-07-03T10:00:00+08:00");
    const store = world.platform.tenant(tenantId);
    const { items } = await previewReminders(store, administrator, { days: 10, limit: 100 }, world.runtime);
    const raised = items.filter(({ recipients }) => recipients.some(({ why }) => why === "escalation"));
    expect(raised.map(({ step }) => step)).toEqual(["overdue-7"]);
  });
});
