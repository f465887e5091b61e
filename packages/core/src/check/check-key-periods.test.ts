import { describe, expect, it } from "vitest";
import { createCalendar, type KeyPeriod } from "../calendar/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { findingsOf, on, signed } from "./sample-check.ts";

const period = (key: string, from: string, to: string): KeyPeriod => ({
  key,
  name: { zh: `时期${key}`, en: `period ${key}` },
  from,
  to,
});
const inside = period("b", "2026-10-01", "2026-10-07");
const before = period("a", "2026-01-01", "2026-01-03");
const duty = (span: object): Partial<ContractTerms> => ({
  services: [
    {
      key: "duty",
      title: { zh: "值守", en: "duty" },
      schedule: { schedule: "keyPeriods", each: "period", span } as never, // checked by the schema
    },
  ],
});
const term = duty({ span: "term", term: "main" });
const sinceSigned = duty({ span: "between", from: signed, to: { anchor: "date", on: "2027-01-01" } });
const find = (over: Partial<ContractTerms>, keyPeriods: readonly KeyPeriod[], signedOn?: string) =>
  findingsOf("keyPeriodsKnown", over, {
    calendar: createCalendar({ keyPeriods }),
    events: signedOn === undefined ? [] : [on("signed", signedOn)],
  });

describe("keyPeriodsKnown", () => {
  it("passes where no duty of key periods is agreed", () => {
    expect(find({}, [])).toMatchObject([{ verdict: "passed", places: [] }]);
  });

  it("passes with the periods of the term, by name and days", () => {
    expect(find(term, [before, inside])).toMatchObject([
      {
        verdict: "passed",
        figures: { zh: "时期b 2026-10-01 至 2026-10-07", en: "period b 2026-10-01 to 2026-10-07" },
        places: ["/services/0/schedule"],
      },
    ]);
  });

  it("says what to enter where the agency has none, or none in the term", () => {
    expect(find(term, [])).toMatchObject([
      {
        verdict: "notEnoughInput",
        missing: ["keyPeriods"],
        places: ["/services/0/schedule"],
        figures: {
          zh: "缺少：单位的重保时期，涉及“值守”；请管理员在单位设置中填写名称与起止日期",
          en: "missing: the agency's key periods, for “duty”; an administrator enters their names and days in the agency's settings",
        },
      },
    ]);
    expect(find(term, [before])).toMatchObject([
      {
        verdict: "notEnoughInput",
        figures: { zh: expect.stringContaining("义务期间内的重保时期") as string },
      },
    ]);
  });

  it("lacks the days of the term while they are open, and does not count the day of signing", () => {
    expect(find(sinceSigned, [inside])).toMatchObject([{ verdict: "notEnoughInput", missing: ["termEnd"] }]);
    expect(find(sinceSigned, [])).toMatchObject([{ verdict: "notEnoughInput", missing: ["keyPeriods"] }]);
    expect(find(sinceSigned, [inside], "2026-10-06")).toMatchObject([{ verdict: "passed" }]);
    expect(find(sinceSigned, [inside], "2026-10-07")).toMatchObject([{ verdict: "notEnoughInput" }]);
  });
});
