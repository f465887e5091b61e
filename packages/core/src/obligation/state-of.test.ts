import { describe, expect, it } from "vitest";
import { instantAt } from "../civil-date/index.ts";
import {
  listAwaited,
  type Obligation,
  obligationKindNames,
  obligationKindSchema,
  type ObligationState,
  obligationStateNames,
  obligationStateSchema,
  stateOf,
} from "./index.ts";

const owed = (over: Partial<Obligation>): Obligation => ({
  key: "payment.t1",
  kind: "payment",
  shape: "single",
  title: { zh: "首期款", en: "first payment" },
  debtor: "buyer",
  waitingFor: [],
  explanation: { steps: [], provisionalYears: [] },
  fulfilledBy: [],
  ...over,
});
const single = owed({ dueOn: "2026-05-27" });
const window = owed({ opensOn: "2026-07-01", dueOn: "2026-09-30" });
const hours = owed({ dueOn: "2026-06-01", dueAt: "2026-06-01T16:00:00+08:00" });
const always = owed({ shape: "continuous", opensOn: "2026-04-28", dueOn: "2027-04-27" });

const allowance = (done: number) =>
  owed({
    shape: "quota",
    opensOn: "2026-04-28",
    dueOn: "2027-04-27",
    quota: { count: 30, unit: "day", done, atMost: true },
  });

describe("stateOf", () => {
  it.each([
    ["single", single, "2020-01-01", "00:00", "open"],
    ["single", single, "2026-05-27", "23:59", "open"],
    ["single", single, "2026-05-28", "00:00", "overdue"],
    ["window", window, "2026-06-30", "23:59", "upcoming"],
    ["window", window, "2026-07-01", "00:00", "open"],
    ["window", window, "2026-09-30", "23:59", "open"],
    ["window", window, "2026-10-01", "00:00", "overdue"],
    ["hours", hours, "2026-06-01", "15:59", "open"],
    ["hours", hours, "2026-06-01", "16:00", "open"],
    ["hours", hours, "2026-06-01", "16:01", "overdue"],
    ["continuous", always, "2026-04-27", "23:59", "upcoming"],
    ["continuous", always, "2026-04-28", "00:00", "ongoing"],
    ["continuous", always, "2027-04-27", "23:59", "ongoing"],
    ["continuous", always, "2027-04-28", "00:00", "ended"],
    ["endless", owed({ shape: "continuous", opensOn: "2026-04-28" }), "2099-01-01", "00:00", "ongoing"],
    [
      "on demand",
      owed({ shape: "onDemand", opensOn: "2026-04-28", dueOn: "2027-04-27" }),
      "2027-04-28",
      "00:00",
      "ended",
    ],
    ["allowance", allowance(0), "2026-04-27", "23:59", "upcoming"],
    ["allowance", allowance(31), "2027-04-27", "23:59", "ongoing"],
    ["allowance", allowance(0), "2027-04-28", "00:00", "ended"],
    ["no deadline", owed({ opensOn: "2026-04-15" }), "2099-01-01", "00:00", "open"],
    ["waiting", owed({}), "2026-05-27", "09:00", "waiting"],
    [
      "fulfilled late",
      owed({ dueOn: "2026-05-27", fulfilment: { eventId: "e", on: "2026-06-30" } }),
      "2026-07-01",
      "09:00",
      "fulfilled",
    ],
    [
      "fulfilled early",
      owed({ fulfilment: { eventId: "e", on: "2026-06-30" } }),
      "2020-01-01",
      "09:00",
      "fulfilled",
    ],
  ] satisfies [string, Obligation, string, string, ObligationState][])(
    "%s at %#: %j",
    (_name, obligation, on, time, state) => {
      expect(stateOf(obligation, instantAt(on, time))).toBe(state);
    },
  );

  const vendors = { event: "scoreAnswered", holder: "vendor", label: { zh: "答复", en: "answer" } } as const;

  it("is held only as long as the other side can act", () => {
    const held = owed({ dueOn: "2026-06-05", waitingFor: [{ ...vendors, until: "2026-06-08" }] });
    const on = (day: string) => stateOf(held, instantAt(day, "23:59"));
    expect([on("2026-06-05"), on("2026-06-08"), on("2026-06-09")]).toEqual(["open", "held", "overdue"]);
    expect(listAwaited(held, "2026-06-08")).toHaveLength(1);
    expect(listAwaited(held, "2026-06-09")).toEqual([]);
    const both = { ...held, waitingFor: [...held.waitingFor, vendors] };
    expect(stateOf(both, instantAt("2026-06-09", "00:00"))).toBe("held");
    const own = owed({ dueOn: "2026-06-05", debtor: "vendor", waitingFor: held.waitingFor });
    expect(stateOf(own, instantAt("2026-06-06", "00:00"))).toBe("overdue");
  });

  it("a right that nobody used has ended with its day, and is never overdue", () => {
    const right = owed({ opensOn: "2026-06-01", dueOn: "2026-06-05", lapses: true });
    const on = (day: string) => stateOf(right, instantAt(day, "00:00"));
    expect([on("2026-05-31"), on("2026-06-05"), on("2026-06-06")]).toEqual(["upcoming", "open", "ended"]);
    expect(
      stateOf({ ...right, fulfilment: { eventId: "e", on: "2026-06-02" } }, instantAt("2026-07-01", "00:00")),
    ).toBe("fulfilled");
  });

  it("goes by the day in Shanghai, whatever zone now is written in", () => {
    expect(stateOf(single, "2026-05-27T15:59:59Z")).toBe("open");
    expect(stateOf(single, "2026-05-27T16:00:00Z")).toBe("overdue");
    expect(stateOf(hours, "2026-06-01T08:00:00.001Z")).toBe("overdue");
  });
});

describe("names", () => {
  it("are there in both languages for every kind and state", () => {
    const names = [
      ...obligationKindSchema.options.map((kind) => obligationKindNames[kind]),
      ...obligationStateSchema.options.map((state) => obligationStateNames[state]),
    ];
    for (const { zh, en } of names) {
      expect(zh).toMatch(/^[\u4e00-\u9fff]+$/u);
      expect(en).toMatch(/^[a-z -]+$/i);
    }
    expect(new Set(names.map(({ zh }) => zh)).size).toBe(names.length);
  });
});
