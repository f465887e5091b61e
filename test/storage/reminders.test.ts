import { addMinutes } from "@luyue/core/civil-date";
import { beforeAll, describe, expect, it } from "vitest";
import {
  about,
  contractOf,
  obligationOf,
  outboxOf,
  putObligation,
  seedContract,
  storedOf,
} from "./samples.ts";
import { onEveryEngine, type OpenTable, present } from "./storage-suite.ts";

const next = "2026-04-16T09:00:00+08:00";

onEveryEngine("reminders", (openFresh, { transactions }) => {
  let table: OpenTable;
  const contract = contractOf("ten_a", "ctr_1");
  const storeOf = () => table.platform.tenant("ten_a");
  beforeAll(async () => {
    table = await openFresh();
    await seedContract(storeOf(), contract);
  });

  const seen = async (key: string, remindAt: string | undefined = present) => {
    const stored = storedOf(contract, obligationOf(key, { dueOn: "2026-04-30" }), remindAt);
    await storeOf().commit([putObligation(stored)]);
    return stored;
  };
  const entryOf = (key: string, id: string) =>
    outboxOf("ten_a", "ctr_1", id, { ...about(key), wakeAt: present });

  describe.skipIf(!transactions)("are moved on with what they say", () => {
    it("once, however many sweeps see them", async () => {
      const stored = await seen("once");
      const sweeps = ["rem_1", "rem_2"].map((id) =>
        storeOf().commitReminder(stored, next, [entryOf("once", id)]),
      );
      expect((await Promise.all(sweeps)).filter((won) => won)).toHaveLength(1);
      expect(await storeOf().getObligation("ctr_1", "once")).toEqual({ ...stored, remindAt: next });
      expect(await storeOf().listObligationOutbox("ctr_1", "once")).toHaveLength(1);
    });

    it("to nothing where none is left, and from nothing", async () => {
      const stored = await seen("last");
      expect(await storeOf().commitReminder(stored, undefined, [])).toBe(true);
      const { remindAt: _gone, ...rest } = stored;
      expect(await storeOf().getObligation("ctr_1", "last")).toEqual(rest);
      expect(await storeOf().commitReminder(stored, next, [])).toBe(false);
      expect(await storeOf().commitReminder(rest, next, [])).toBe(true);
    });

    it("leaving alone what was put into the outbox before", async () => {
      const stored = await seen("again");
      const old = { ...entryOf("again", "rem_1"), state: "delivered" as const };
      await storeOf().commit([{ change: "putOutbox", entry: old }]);
      const entries = [entryOf("again", "rem_0"), entryOf("again", "rem_1"), entryOf("again", "rem_2")];
      expect(await storeOf().commitReminder(stored, next, entries)).toBe(true);
      expect(await storeOf().listObligationOutbox("ctr_1", "again")).toEqual([entries[0], old, entries[2]]);
      expect((await storeOf().getObligation("ctr_1", "again"))?.remindAt).toBe(next);
    });

    it("not where the due date has moved, and never over a change of the obligation", async () => {
      const stored = await seen("moved");
      const entry = entryOf("moved", "rem_1");
      const changed = { ...stored, obligation: { ...stored.obligation, amount: "12.00" } };
      await storeOf().commit([
        putObligation({ ...changed, obligation: { ...changed.obligation, dueOn: "2026-05-01" } }),
      ]);
      expect(await storeOf().commitReminder(stored, next, [entry])).toBe(false);
      expect(await storeOf().listObligationOutbox("ctr_1", "moved")).toEqual([]);
      await storeOf().commit([putObligation(changed)]);
      expect(await storeOf().commitReminder(stored, next, [entry])).toBe(true);
      expect(await storeOf().getObligation("ctr_1", "moved")).toEqual({ ...changed, remindAt: next });
    });

    it("not where the obligation is gone", async () => {
      const stored = await seen("gone");
      await storeOf().commit([{ change: "deleteObligation", contractId: "ctr_1", key: "gone" }]);
      expect(await storeOf().commitReminder(stored, next, [entryOf("gone", "rem_1")])).toBe(false);
      expect(await storeOf().commitReminder({ ...stored }, undefined, [])).toBe(false);
      const { remindAt: _gone, obligation, ...rest } = stored;
      const { dueOn: _due, ...undated } = obligation;
      expect(await storeOf().commitReminder({ ...rest, obligation: undated }, next, [])).toBe(false);
      expect(await storeOf().getObligation("ctr_1", "gone")).toBeUndefined();
    });

    it("to 250 people as to one, even where some have theirs already", async () => {
      const stored = await seen("many");
      const entries = Array.from({ length: 250 }, (_, index) => entryOf("many", `rem_${index}`));
      const early = [0, 120, 249].flatMap((index) => entries[index] ?? []);
      await storeOf().commit(early.map((entry) => ({ change: "putOutbox", entry })));
      expect(await storeOf().commitReminder(stored, next, entries)).toBe(true);
      expect(await storeOf().listObligationOutbox("ctr_1", "many")).toHaveLength(250);
    });
  });

  describe("in the outbox", () => {
    it("are claimed by one of many senders", async () => {
      const entry = entryOf("claim", "rem_1");
      await storeOf().commit([{ change: "putOutbox", entry }]);
      const claimed = { ...entry, wakeAt: addMinutes(present, 2) };
      const claims = Array.from({ length: 5 }, () =>
        storeOf().replaceOutbox([{ seen: entry, next: claimed }]),
      );
      expect((await Promise.all(claims)).filter((won) => won)).toHaveLength(1);
      const attempts = [{ at: present, outcome: "delivered", detail: "250" }];
      const { wakeAt: _claim, ...settled } = { ...claimed, attempts, state: "delivered" as const };
      expect(await storeOf().replaceOutbox([{ seen: entry, next: settled }])).toBe(false);
      expect(await storeOf().replaceOutbox([{ seen: claimed, next: settled }])).toBe(true);
      expect(await storeOf().getOutbox("ctr_1", "claim#rem_1")).toEqual(settled);
      expect(await storeOf().replaceOutbox([{ seen: claimed, next: settled }])).toBe(false);
    });

    it("are not made by replacing", async () => {
      const entry = entryOf("none", "rem_1");
      expect(await storeOf().replaceOutbox([{ seen: entry, next: entry }])).toBe(false);
      expect(await storeOf().getOutbox("ctr_1", "none#rem_1")).toBeUndefined();
    });
  });
});
