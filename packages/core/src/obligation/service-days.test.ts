import { describe, expect, it } from "vitest";
import type { EventFacts } from "../event/index.ts";
import type { Obligation } from "./obligation.ts";
import { findServiceDayFaults, isBeforeKeyPeriod, whyOutside } from "./service-days.ts";

const base: Obligation = {
  key: "service.scan",
  kind: "service",
  shape: "quota",
  title: { zh: "漏洞扫描", en: "scan" },
  debtor: "vendor",
  opensOn: "2026-06-01",
  dueOn: "2027-05-31",
  quota: { count: 6, unit: "time", done: 0 },
  waitingFor: [],
  explanation: { steps: [], provisionalYears: [] },
  fulfilledBy: [],
};
const allowance: Obligation = { ...base, quota: { count: 30, unit: "day", done: 0, atMost: true } };
const overrun: EventFacts = { kind: "overrunStarted", on: "2027-06-01" };
const why = (first: string, last: string, obligation: Obligation, events: EventFacts[] = []) =>
  whyOutside({ first, last }, obligation, events);

describe("days of a service", () => {
  it("begin with those of its obligation", () => {
    expect(why("2026-06-01", "2026-06-03", base)).toBeUndefined();
    expect(why("2026-05-31", "2026-06-03", base)).toEqual({
      zh: "服务日期 2026-05-31 早于“漏洞扫描”的起始日 2026-06-01",
      en: "the service of 2026-05-31 is before the first day of “scan”, 2026-06-01",
    });
    const { opensOn: _open, ...undated } = base;
    expect(why("2026-05-31", "2026-05-31", undated)).toBeUndefined();
  });

  it("may come late where the service is owed by a day, and not where it goes on or need not be used", () => {
    const { quota: _quota, ...plain } = base;
    const late = ["2027-05-31", "2027-06-01"] as const;
    expect(why(...late, base)).toBeUndefined();
    expect(why(...late, { ...plain, shape: "recurring" })).toBeUndefined();
    for (const goes of [
      allowance,
      { ...plain, shape: "continuous" },
      { ...plain, shape: "onDemand" },
    ] as const) {
      expect(why("2027-05-30", "2027-05-31", goes)).toBeUndefined();
      expect(why(...late, goes)?.en).toBe(
        "the service of 2027-06-01 is after the last day of “scan”, 2027-05-31",
      );
      expect(why(...late, goes, [overrun])).toBeUndefined();
    }
  });
});

describe("a word about a service", () => {
  const faults = (event: EventFacts, obligations = [base], events: EventFacts[] = []) =>
    findServiceDayFaults(event, obligations, events).map(({ path }) => path);
  const performed = { kind: "performed", of: "scan" } as const;

  it("credits nothing outside its days, and says what does", () => {
    expect(faults({ ...performed, on: "2026-06-01" })).toEqual([]);
    expect(faults({ ...performed, on: "2026-05-31" })).toEqual(["/on"]);
    expect(faults({ ...performed, at: "2026-05-31T15:59:00Z" })).toEqual(["/at"]);
    expect(faults({ ...performed, at: "2026-05-31T16:00:00Z" })).toEqual([]);
    expect(faults({ kind: "fulfilled", of: "service.scan", on: "2026-05-31" })).toEqual(["/on"]);
    expect(faults({ ...performed, on: "2027-06-01" }, [allowance])).toEqual(["/on"]);
    expect(faults({ ...performed, on: "2027-06-01" }, [allowance], [overrun])).toEqual([]);
    const [fault] = findServiceDayFaults({ ...performed, on: "2026-05-31" }, [base], []);
    expect(fault?.reason.zh).toContain("请提交服务记录并说明理由予以通过");
  });

  it("is no word about anything else", () => {
    expect(faults({ kind: "requested", of: "scan", on: "2026-05-31" })).toEqual([]);
    expect(faults({ kind: "performed", of: "drill", on: "2026-05-31" })).toEqual([]);
    const notice = { ...base, key: "notice.n", kind: "notice" } as const;
    expect(faults({ kind: "fulfilled", of: "notice.n", on: "2026-05-31" }, [notice])).toEqual([]);
  });
});

it("a key period's own days are not before it; a single day of one stands under its date", () => {
  const keyPeriod = { key: "summit", name: { zh: "峰会", en: "summit" } };
  const opensOn = "2026-06-10";
  expect(isBeforeKeyPeriod("2026-06-09", { keyPeriod, opensOn })).toBe(true);
  expect(isBeforeKeyPeriod("2026-06-10", { keyPeriod, opensOn })).toBe(false);
  expect(isBeforeKeyPeriod("2026-06-09", { keyPeriod, opensOn, period: "day" })).toBe(false);
  expect(isBeforeKeyPeriod("2026-06-09", { opensOn })).toBe(false);
});
