import { expect, it } from "vitest";
import { createCalendar } from "../calendar/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { findEarliestChange, findLatestRequest } from "./index.ts";

const calendar = createCalendar();
const ahead = (count: number, unit: "day" | "workingDay" | "month"): Pick<ContractTerms, "notices"> => ({
  notices: [
    {
      key: "staff-change",
      title: { zh: "人员更换通知" },
      event: "staffChanged",
      debtor: "vendor",
      due: { rule: "before", count, unit, before: { anchor: "trigger" } },
      clause: "第九条",
    },
  ],
});

it.each([
  [10, "day", "2026-05-12", "2026-05-22"],
  [1, "month", "2026-05-12", "2026-06-12"],
  [10, "workingDay", "2026-04-28", "2026-05-14"],
] as const)("%i %s ahead, asked for on %s, may come about on %s", (count, unit, today, on) => {
  const found = findEarliestChange(ahead(count, unit), today, calendar);
  expect(found).toEqual({ on, notice: { count, unit, clause: "第九条" } });
});

it("names the first day whose last request is not over", () => {
  const terms = ahead(1, "month");
  for (const today of ["2026-01-31", "2026-02-27", "2026-05-12"]) {
    const on = findEarliestChange(terms, today, calendar)?.on ?? "";
    expect((findLatestRequest(terms, on, calendar) ?? "") >= today).toBe(true);
  }
});

it("is none where nothing is agreed", () => {
  expect(findEarliestChange({}, "2026-05-12", calendar)).toBeUndefined();
});
