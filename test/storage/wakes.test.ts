import type { Instant } from "@luyue/core/civil-date";
import type { Platform } from "@luyue/usecases/runtime";
import { describe, expect, it } from "vitest";
import {
  about,
  contractOf,
  obligationOf,
  outboxOf,
  putObligation,
  seedContract,
  storedOf,
  tenantOf,
} from "./samples.ts";
import { onEveryEngine, type OpenTable } from "./storage-suite.ts";

const contract = contractOf("ten_a", "ctr_1");

/** A table with a tenant and a contract, made at `now`. */
async function openAt(openFresh: () => Promise<OpenTable>, now: Instant): Promise<OpenTable> {
  const table = await openFresh();
  table.clock.now = now;
  const store = table.platform.tenant("ten_a");
  await store.commit([{ change: "createTenant", tenant: tenantOf("ten_a") }]);
  await seedContract(store, contract);
  return table;
}

const wake = (platform: Platform, key: string, remindAt?: Instant) =>
  platform.tenant("ten_a").commit([putObligation(storedOf(contract, obligationOf(key), remindAt))]);
const keysAt = async (platform: Platform, now: Instant, limit = 100) =>
  (await platform.listWakes(now, limit)).map(({ key }) => key);

onEveryEngine("wake-ups", (openFresh, { transactions }) => {
  it("name what they are about, the oldest first, none before its time", async () => {
    const { platform } = await openAt(openFresh, "2026-04-15T08:00:00+08:00");
    await wake(platform, "late", "2026-04-15T09:00:00.001+08:00");
    await wake(platform, "never");
    await wake(platform, "b", "2026-04-15T09:00:00+08:00");
    const entry = outboxOf("ten_a", "ctr_1", "rem_1", { ...about("b"), wakeAt: "2026-04-15T00:30:00Z" });
    await platform.tenant("ten_a").commit([
      { change: "putOutbox", entry },
      {
        change: "putContract",
        contract: { ...contract, version: 2 },
        expectedVersion: 1,
        wakeAt: "2026-04-15T08:45:00+08:00",
      },
    ]);
    expect(await platform.listWakes("2026-04-15T01:00:00Z", 100)).toEqual([
      {
        tenantId: "ten_a",
        contractId: "ctr_1",
        about: "outbox",
        key: "b#rem_1",
        at: "2026-04-15T08:30:00+08:00",
      },
      {
        tenantId: "ten_a",
        contractId: "ctr_1",
        about: "contract",
        key: "ctr_1",
        at: "2026-04-15T08:45:00+08:00",
      },
      {
        tenantId: "ten_a",
        contractId: "ctr_1",
        about: "obligation",
        key: "b",
        at: "2026-04-15T09:00:00+08:00",
      },
    ]);
    expect(await keysAt(platform, "2026-04-15T09:00:01+08:00")).toContain("late");
  });

  it("are gone once they are moved on or taken away", async () => {
    const { platform } = await openAt(openFresh, "2026-04-15T08:00:00+08:00");
    await wake(platform, "a", "2026-04-15T09:00:00+08:00");
    await wake(platform, "b", "2026-04-15T09:00:00+08:00");
    await wake(platform, "a", "2026-04-16T09:00:00+08:00");
    await wake(platform, "b");
    expect(await keysAt(platform, "2026-04-15T09:00:00+08:00")).toEqual([]);
    expect(await keysAt(platform, "2026-04-16T09:00:00+08:00")).toEqual(["a"]);
  });

  it("come no more than asked for, the oldest of all first", async () => {
    const { platform } = await openAt(openFresh, "2026-04-15T08:00:00+08:00");
    const keys = Array.from({ length: 40 }, (_, index) => `k${`${index}`.padStart(2, "0")}`);
    for (const [index, key] of keys.entries()) {
      await wake(platform, key, `2026-04-15T09:${`${index}`.padStart(2, "0")}:00+08:00`);
    }
    expect(await keysAt(platform, "2026-04-15T12:00:00+08:00", 15)).toEqual(keys.slice(0, 15));
    expect(await keysAt(platform, "2026-04-15T12:00:00+08:00")).toEqual(keys);
  });

  it("are found on both sides of midnight, in UTC and in Shanghai", async () => {
    const { platform } = await openAt(openFresh, "2026-04-15T08:00:00+08:00");
    await wake(platform, "utc.before", "2026-04-15T23:59:59.999Z");
    await wake(platform, "utc.after", "2026-04-16T00:00:00Z");
    await wake(platform, "local.before", "2026-04-15T23:59:59+08:00");
    await wake(platform, "local.after", "2026-04-16T00:00:00+08:00");
    expect(await keysAt(platform, "2026-04-15T23:59:59.999Z")).toEqual([
      "local.before",
      "local.after",
      "utc.before",
    ]);
    expect(await keysAt(platform, "2026-04-16T00:00:00Z")).toEqual([
      "local.before",
      "local.after",
      "utc.before",
      "utc.after",
    ]);
  });

  it("are caught up with after a pause of five days, in order", async () => {
    const { platform } = await openAt(openFresh, "2026-04-15T08:00:00+08:00");
    expect(await keysAt(platform, "2026-04-15T08:00:00+08:00")).toEqual([]);
    for (const day of [20, 16, 18, 17, 19]) await wake(platform, `d${day}`, `2026-04-${day}T09:00:00+08:00`);
    const after = "2026-04-20T10:00:00+08:00";
    expect(await keysAt(platform, after)).toEqual(["d16", "d17", "d18", "d19", "d20"]);
    expect(await keysAt(platform, after, 2)).toEqual(["d16", "d17"]);
    await wake(platform, "d16");
    await wake(platform, "d17");
    expect(await keysAt(platform, after)).toEqual(["d18", "d19", "d20"]);
  });

  it("of the past are found, though the sweep has left their day behind", async () => {
    const { platform, clock } = await openAt(openFresh, "2026-04-01T08:00:00+08:00");
    clock.now = "2026-04-15T08:00:00+08:00";
    expect(await keysAt(platform, clock.now)).toEqual([]);
    await wake(platform, "old", "2026-03-01T09:00:00+08:00");
    expect(await platform.listWakes(clock.now, 10)).toMatchObject([
      { key: "old", at: "2026-03-01T09:00:00+08:00" },
    ]);
  });

  it("cost few reads again once the sweep has caught up, and keep the last two days in view", async () => {
    const { platform, clock, used } = await openAt(openFresh, "2026-04-01T08:00:00+08:00");
    await wake(platform, "left", "2026-04-20T09:00:00+08:00");
    clock.now = "2026-04-30T08:00:00+08:00";
    expect(await keysAt(platform, clock.now)).toEqual(["left"]);
    used.clear();
    expect(await keysAt(platform, clock.now)).toEqual(["left"]);
    const fromLeft = used.get("listWakes") ?? 0;
    await wake(platform, "left");
    await platform.listWakes(clock.now, 10);
    used.clear();
    expect(await keysAt(platform, clock.now)).toEqual([]);
    expect(used.get("listWakes")).toBeLessThan(fromLeft);
    clock.now = "2026-04-28T12:00:00Z";
    await wake(platform, "behind", "2026-04-28T09:00:00Z");
    expect(await keysAt(platform, "2026-04-30T08:00:00+08:00")).toEqual(["behind"]);
  });

  describe.skipIf(!transactions)("in a new deployment", () => {
    it("are found from its first tenant on, whenever the first sweep comes", async () => {
      const { platform, clock } = await openAt(openFresh, "2026-04-01T08:00:00+08:00");
      await wake(platform, "first", "2026-04-02T09:00:00+08:00");
      clock.now = "2026-05-20T08:00:00+08:00";
      const second = platform.tenant("ten_z");
      await second.commit([{ change: "createTenant", tenant: tenantOf("ten_z") }]);
      expect(await keysAt(platform, "2026-06-01T08:00:00+08:00")).toEqual(["first"]);
    });
  });
});
