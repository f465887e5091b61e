import { addDays } from "@luyue/core/civil-date";
import type { Obligation, ObligationState } from "@luyue/core/obligation";
import type { Page, PageRequest } from "@luyue/usecases/runtime";
import type { StoredObligation } from "@luyue/usecases/contract";
import { beforeAll, describe, expect, it } from "vitest";
import { contractOf, obligationOf, seedContract, storedOf } from "./samples.ts";
import { onEveryEngine, type OpenTable, present } from "./storage-suite.ts";

type List = (page: PageRequest) => Promise<Page<StoredObligation>>;

/** Every page of a list; full pages of `limit` but for the last. */
async function collect(list: List, limit: number): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<StoredObligation> = await list({ limit, cursor });
    keys.push(...page.items.map(({ obligation }) => obligation.key));
    if (page.cursor !== undefined) expect(page.items).toHaveLength(limit);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return keys;
}

onEveryEngine("due lists", (openFresh) => {
  describe("over many pages", () => {
    let table: OpenTable;
    const contract = contractOf("ten_p", "ctr_1");
    const dayOf = (index: number): string => addDays("2026-05-01", Math.floor(index / 5));
    const many = Array.from({ length: 95 }, (_, index) =>
      storedOf(
        contract,
        obligationOf(`service.s.${`${index}`.padStart(3, "0")}`, {
          dueOn: dayOf(index),
          kind: index % 2 === 0 ? "service" : "report",
        }),
      ),
    );
    const keys = many.map(({ obligation }) => obligation.key);

    beforeAll(async () => {
      table = await openFresh();
      await seedContract(table.platform.tenant("ten_p"), contract, many.toReversed());
    });

    it.each([1, 10, 94, 95, 96])("loses and repeats nothing in pages of %i", async (limit) => {
      const filter = { from: "2026-05-01", to: dayOf(94), now: present };
      const store = table.platform.tenant("ten_p");
      expect(await collect((page) => store.listDue(filter, page), limit)).toEqual(keys);
      expect(await collect((page) => table.platform.vendor("ven_1").listDue(filter, page), limit)).toEqual(
        keys,
      );
      expect(await collect((page) => store.listContractDue("ctr_1", filter, page), limit)).toEqual(keys);
    });

    it("includes the first and the last day, and one kind alone", async () => {
      const store = table.platform.tenant("ten_p");
      const filter = { from: "2026-05-03", to: "2026-05-04", now: present };
      expect(await collect((page) => store.listDue(filter, page), 3)).toEqual(keys.slice(10, 20));
      const reports = { ...filter, kind: "report" as const };
      const expected = keys.slice(10, 20).filter((_key, index) => index % 2 === 1);
      expect(await collect((page) => store.listDue(reports, page), 2)).toEqual(expected);
      expect(await collect((page) => store.listContractDue("ctr_1", reports, page), 2)).toEqual(expected);
    });

    it("has nothing in a span that ends before it begins", async () => {
      const store = table.platform.tenant("ten_p");
      const filter = { from: "2026-05-04", to: "2026-05-03", now: present };
      expect(await store.listDue(filter, { limit: 5 })).toEqual({ items: [] });
    });

    it("goes on after midnight with the cursor of the day before", async () => {
      const store = table.platform.tenant("ten_p");
      const of = (now: string) => ({ state: "open" as const, now });
      const first = await store.listDue(of("2026-05-01T23:59:00+08:00"), { limit: 2 });
      const next = await store.listDue(of("2026-05-02T00:01:00+08:00"), { limit: 2, cursor: first.cursor });
      expect(next.items.map(({ obligation }) => obligation.key)).toEqual(keys.slice(5, 7));
    });
  });

  describe("by state", () => {
    let table: OpenTable;
    const fulfilment = { eventId: "evt_1", on: "2026-04-10" };
    const today = "2026-04-15";
    const each: Readonly<Record<string, Partial<Obligation>>> = {
      waiting: {},
      "overdue.day": { dueOn: "2026-04-14" },
      "overdue.hour": { dueOn: today, dueAt: "2026-04-15T09:00:00+08:00" },
      "open.hour": { dueOn: today, dueAt: "2026-04-15T11:00:00+08:00" },
      "open.day": { dueOn: today },
      "open.later": { dueOn: "2026-04-16" },
      "open.undated": { opensOn: "2026-04-01" },
      upcoming: { opensOn: "2026-04-16", dueOn: "2026-04-20" },
      "upcoming.undated": { opensOn: "2026-04-16" },
      ongoing: { shape: "continuous", opensOn: "2026-01-01", dueOn: today },
      "ongoing.undated": { shape: "onDemand", opensOn: "2026-01-01" },
      ended: { shape: "continuous", opensOn: "2026-01-01", dueOn: "2026-04-14" },
      fulfilled: { dueOn: "2026-04-12", fulfilment },
      "fulfilled.undated": { fulfilment },
    };
    const contract = contractOf("ten_s", "ctr_1");
    const stored = Object.entries(each).map(([key, more]) => storedOf(contract, obligationOf(key, more)));

    beforeAll(async () => {
      table = await openFresh();
      await seedContract(table.platform.tenant("ten_s"), contract, stored);
    });
    const due = (filter: { state?: ObligationState; from?: string; to?: string }, limit = 3) =>
      collect((page) => table.platform.tenant("ten_s").listDue({ ...filter, now: present }, page), limit);

    const states = ["waiting", "upcoming", "open", "ongoing", "overdue", "ended", "fulfilled"] as const;
    it.each(states)("%s: all of them and no others, in every list", async (state) => {
      const expected = Object.keys(each).filter((key) => key.split(".")[0] === state);
      expect(expected.length).toBeGreaterThan(0);
      expect((await due({ state }, 1)).toSorted()).toEqual(expected.toSorted());
      const store = table.platform.tenant("ten_s");
      const filter = { state, now: present };
      const ofContract = await collect((page) => store.listContractDue("ctr_1", filter, page), 2);
      expect(ofContract.toSorted()).toEqual(expected.toSorted());
    });

    it("without a state: what is open by date, then what waits; never what is fulfilled", async () => {
      const listed = await due({});
      const expected = Object.keys(each).filter((key) => !key.startsWith("fulfilled"));
      expect(listed.toSorted()).toEqual(expected.toSorted());
      expect(listed.at(-1)).toBe("waiting");
      expect(listed.slice(0, 2)).toEqual(["ended", "overdue.day"]);
    });

    it("between dates: what has a due date there", async () => {
      expect(await due({ state: "fulfilled", from: "2026-04-12", to: "2026-04-12" })).toEqual(["fulfilled"]);
      expect(await due({ state: "waiting", from: "2020-01-01" })).toEqual([]);
      expect(await due({ from: "2026-04-16" })).toEqual(["open.later", "upcoming"]);
      expect(await due({ state: "overdue", to: "2026-04-14" })).toEqual(["overdue.day"]);
      expect(await due({ state: "open", from: "2026-04-16", to: "2030-01-01" })).toEqual(["open.later"]);
    });

    it("of a contract, without a state: everything, undated last", async () => {
      const store = table.platform.tenant("ten_s");
      const all = await collect((page) => store.listContractDue("ctr_1", { now: present }, page), 4);
      expect(all.toSorted()).toEqual(Object.keys(each).toSorted());
      expect(all[0]).toBe("fulfilled");
      expect(all.slice(-4)).toEqual(["ongoing.undated", "open.undated", "upcoming.undated", "waiting"]);
    });
  });
});
