import { contractTermsSchema } from "@luyue/core/contract";
import { createCalendar } from "@luyue/core/calendar";
import type { Submission } from "@luyue/core/deliverable";
import { deriveObligations, readTermDates } from "@luyue/core/obligation";
import { demoContract } from "@luyue/testing/contracts";
import { expect, it } from "vitest";
import { listDeliverables } from "./list-deliverables.ts";

const calendar = createCalendar();
const span = {
  span: "between",
  from: { anchor: "date", on: "2026-05-01" },
  to: { anchor: "date", on: "2026-12-31" },
};
const act = { actorId: "u", name: "乙", at: "2026-06-01T10:00:00+08:00" };
const accepted = (of: string, quantity: number): Submission => ({
  id: of,
  of,
  piece: 1,
  version: 1,
  quantity,
  files: [],
  submittedAt: act.at,
  submitted: { ...act, side: "vendor" },
  state: "accepted",
  decided: act,
});

it("owes no number of what is handed in as it is needed, nor of an allowance; a count cut short as much as was done", () => {
  const once = (key: string, schedule: object) => ({ key, title: { zh: key, en: key }, schedule });
  const count = { schedule: "count", count: 5, unit: "time", span };
  const { terms: demo } = demoContract("D");
  const terms = contractTermsSchema.parse({
    ...demo,
    deliverables: [
      once("bulletin", { schedule: "onDemand", span }),
      once("advice", { ...count, bound: "atMost" }),
      once("notes", count),
      once("handbook", count),
    ],
    reports: [],
  });
  const done = 3;
  const obligations = deriveObligations(terms, [], calendar).map((each) =>
    each.key === "deliverable.notes"
      ? { ...each, quota: { count: 5, unit: "time" as const, done, cutShort: true as const } }
      : each,
  );
  const submissions = ["bulletin", "advice", "notes"].map((key) => accepted(`deliverable.${key}`, done));
  const dates = readTermDates(terms, [], calendar);
  const now = "2026-07-01T10:00:00+08:00";
  const lines = listDeliverables({
    terms,
    obligations,
    events: [],
    submissions,
    measurements: [],
    dates,
    now,
  });
  expect(lines.map(({ title, owed, accepted: taken, inTime }) => [title, owed, taken, inTime])).toEqual([
    ["bulletin", 0, 3, undefined],
    ["advice", 0, 3, { owed: 3, inTime: 3 }],
    ["notes", 3, 3, { owed: 3, inTime: 3 }],
    ["handbook", 5, 0, undefined],
  ]);
});
