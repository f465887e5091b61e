import { addMinutes } from "@luyue/core/civil-date";
import { sendOutbox, sweepReminders } from "@luyue/usecases/reminder";
import { removeWebhook } from "@luyue/usecases/tenant";
import { expect, it } from "vitest";
import { onBoth } from "./on-engine.ts";
import { member } from "./people.ts";
import {
  createRecorder,
  isReminder,
  listReminders,
  recipientOf,
  retryMinutes,
  stepOf,
  workAt,
} from "./reminding.ts";
import { run, seedActive, seedTenant, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const day = "2026-06-24";
const step = "2026-07-01 lead-7";

async function arrange(world: World) {
  await seedTenant(world, tenantId);
  await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
  const recorder = createRecorder();
  await workAt(world, recorder, "2026-06-23", "09:00");
  const entriesOf = async () =>
    (await listReminders(world, tenantId)).filter((entry) => stepOf(entry) === step);
  return { recorder, entriesOf, already: recorder.sent.length };
}

onBoth("delivery", (openWorld) => {
  it.each(["retry", "throw"] as const)(
    "that answers %s is tried again under the same id, and given up in the end",
    async (how) => {
      const world = await openWorld();
      const { recorder, entriesOf, already } = await arrange(world);
      recorder.answer(how);
      expect(await workAt(world, recorder, day, "09:00")).toMatchObject({
        sent: { retry: 3, failed: 0 },
        failed: [],
      });
      const ids = (await entriesOf()).map(({ id }) => id);
      expect((await entriesOf()).map(({ wakeAt }) => wakeAt)).toEqual(
        ids.map(() => addMinutes(world.runtime.now(), retryMinutes)),
      );
      await workAt(world, recorder, day, "09:09");
      expect(recorder.sent).toHaveLength(already + 3);
      expect(await workAt(world, recorder, day, "09:10")).toMatchObject({ sent: { retry: 3, failed: 0 } });
      // The webhook has failed for all that time and is disabled: the letter that says so is not taken either.
      expect(await workAt(world, recorder, day, "09:20")).toMatchObject({ sent: { retry: 1, failed: 3 } });
      await workAt(world, recorder, day, "23:00");
      expect(
        recorder.sent
          .slice(already)
          .filter(({ type }) => !type.startsWith("letter."))
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual([...ids, ...ids, ...ids].toSorted());
      for (const entry of await entriesOf()) {
        expect(entry.state).toBe("failed");
        expect(entry.attempts.map(({ outcome }) => outcome)).toEqual(["retry", "retry", "retry"]);
        expect(entry).not.toHaveProperty("wakeAt");
      }
    },
  );

  it("that answers failed is not tried again", async () => {
    const world = await openWorld();
    const { recorder, entriesOf, already } = await arrange(world);
    recorder.answer("failed");
    expect(await workAt(world, recorder, day, "09:00")).toMatchObject({ sent: { failed: 3 } });
    recorder.answer("delivered");
    await workAt(world, recorder, day, "12:00");
    expect(recorder.sent).toHaveLength(already + 3);
    expect((await entriesOf()).map(({ state }) => state)).toEqual(["failed", "failed", "failed"]);
  });

  it("of one entry is tried by one of many senders", async () => {
    const world = await openWorld();
    const { recorder, already } = await arrange(world);
    const { platform, runtime } = world;
    runtime.setNow(`${day}T09:00:00+08:00`);
    await sweepReminders(platform, runtime);
    const [wake] = (await sweepReminders(platform, runtime)).unsent;
    if (wake === undefined) throw new Error("nothing to send");
    const send = () =>
      sendOutbox(wake.key, wake.contractId, platform.tenant(tenantId), recorder.delivery, runtime);
    const results = await Promise.all(Array.from({ length: 8 }, send));
    expect(results.filter((result) => result === "delivered")).toHaveLength(1);
    expect(results.filter((result) => result === "skipped")).toHaveLength(7);
    expect(recorder.sent).toHaveLength(already + 1);
    expect(await send()).toBe("skipped");
  });

  it("to a webhook that was removed is withdrawn", async () => {
    const world = await openWorld();
    const { recorder, entriesOf } = await arrange(world);
    recorder.answer("retry");
    await workAt(world, recorder, day, "09:00");
    const [webhook] = (await world.platform.tenant(tenantId).getTenant())?.webhooks ?? [];
    await run(world, removeWebhook, member(tenantId, "administrator"), tenantId, { id: webhook?.id });
    recorder.answer("delivered");
    await workAt(world, recorder, day, "09:10");
    const states = (await entriesOf()).map((entry) => [recipientOf(entry), entry.state]);
    expect(states.filter(([to]) => to === "webhook")).toEqual([["webhook", "withdrawn"]]);
    expect(states.filter(([to]) => to !== "webhook").map(([, state]) => state)).toEqual([
      "delivered",
      "delivered",
    ]);
    expect(recorder.sent.filter(isReminder).filter((entry) => stepOf(entry) === step)).toHaveLength(5);
  });
});
