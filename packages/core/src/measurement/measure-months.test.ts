import { describe, expect, it } from "vitest";
import type { ContractEvent } from "../event/index.ts";
import { take } from "./sample-take.ts";

describe("months of service", () => {
  const months = { bound: "atLeast", value: "12", unit: "month" } as const;

  it.each([
    ["2026-04-01", "0"],
    ["2026-05-27", "0"],
    ["2026-05-28", "1"],
    ["2027-04-27", "11"],
    ["2027-04-28", "12"],
    ["2029-01-01", "12"],
  ])("on %s are %s", (day, shown) => {
    const now = `${day}T10:00:00+08:00`;
    expect(take("months-of-service", months, {}, { now })).toMatchObject({ shown, met: shown === "12" });
  });

  describe("whose first day does not count", () => {
    const signed = { anchor: "event", event: "signed" } as const;
    const within = { rule: "within", count: 1, unit: "year", after: signed, roll: "none" } as const;
    const term = {
      key: "main",
      title: { zh: "服务期", en: "term" },
      start: { rule: "on", anchor: signed } as const,
      end: within,
    };
    const served = (on: string, today: string) => {
      const record = { events: [{ id: "s", kind: "signed", on } as const], now: `${today}T00:00:01+08:00` };
      return take("months-of-service", months, { terms: [term] }, record);
    };

    it.each([
      ["2026-03-03", "2026-04-03", "0"],
      ["2026-03-03", "2026-04-04", "1"],
      ["2026-03-03", "2027-03-03", "11"],
      ["2026-03-03", "2027-03-04", "12"],
      ["2026-01-30", "2026-02-28", "0"],
      ["2026-01-30", "2026-03-01", "1"],
    ])("signed on %s, on %s they are %s", (on, today, shown) => {
      expect(served(on, today)?.shown).toBe(shown);
    });

    it("begin on the day after it", () => {
      expect(served("2026-03-03", "2026-03-03")?.why.zh).toBe("服务自 2026-03-04 起");
      expect(served("2026-03-03", "2027-05-01")?.why.zh).toBe("自 2026-03-04 至 2027-03-03，满12个月");
    });
  });

  it("end with the contract", () => {
    const events: ContractEvent[] = [{ id: "e", kind: "ended", on: "2026-11-10" }];
    expect(take("months-of-service", months, {}, { events })?.shown).toBe("6");
  });
});
