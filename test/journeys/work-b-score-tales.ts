import { expect } from "vitest";
import { conflict, forbidden, invalid, type Steps } from "./steps.ts";
import { everything, marksOf, propose, scheduledIn, score } from "./work-b-scores.ts";
import { liveTo } from "./work-b-year.ts";

/** A month with full marks whose schedule holds the item that cannot reach them. */
export async function scorePerfectApril(steps: Steps) {
  expect(await scheduledIn(steps, "2026-04")).toEqual(
    [
      ["inspection", "weakness-check", "website-monitoring", "antivirus-update", "data-backup"],
      ["signature-service", "encryption-service", "tls-service", "certificate", "timestamp-service"],
    ].flat(),
  );
  const marks = await marksOf(steps, "2026-04", everything);
  const request = "PUT /scores/2026-04";
  await steps.refused(
    "contractManager",
    request,
    { marks: marks.slice(1) },
    { ...invalid, zh: "缺少：安全巡检", paths: ["/marks"] },
  );
  await steps.refused("contractManager", "PUT /scores/2026-05", { marks }, { ...conflict, zh: "2026-05-31" });
  expect(await score(steps, "2026-04", everything)).toMatchObject({ score: "99.17", triggers: [] });
  expect(await steps.sees("vendor", "/scores/2026-04")).toMatchObject({
    points: "59.5",
    full: 60,
    state: "final",
  });
  expect(await steps.sees("vendor", "/scores/2026-03")).toMatchObject({
    points: "45",
    full: 45,
    score: "100.00",
  });
}

/** Two proposals and two answers; gives the id of the sheet. */
export async function objectToScore(steps: Steps) {
  const { does, refused, sees } = steps;
  const first = await propose(steps, "2026-05", { all: "100", "inspection.quality": "60" });
  expect(first).toMatchObject({ score: "97.14", version: 1, answerBy: "2026-06-12" });
  await refused(
    "acceptor",
    "POST /scores/2026-05/settlement",
    {},
    { ...conflict, zh: "答复期至 2026-06-12" },
  );
  await refused("vendor", "POST /scores/2026-05/answer", { agrees: false }, { ...invalid, paths: ["/note"] });
  const note = "巡检报告第二版已补充拓扑";
  await does("vendor", "POST /scores/2026-05/answer", { agrees: false, note });
  expect(await sees("acceptor", "/scores/2026-05")).toMatchObject({
    sheet: { answer: { agrees: false, note } },
  });
  await liveTo(steps, "2026-06-08");
  const anew = await propose(steps, "2026-05", { all: "100", "inspection.quality": "80" });
  expect(anew).toMatchObject({ score: "98.57", version: 2, answerBy: "2026-06-15" });
  expect(await sees("vendor", "/scores/2026-05")).toMatchObject({ sheet: { answer: null } });
  await does("vendor", "POST /scores/2026-05/answer", { agrees: true });
  await refused(
    "contractManager",
    "POST /scores/2026-05/settlement",
    {},
    { ...forbidden, zh: "由您本人提出" },
  );
  expect(await does("acceptor", "POST /scores/2026-05/settlement", {})).toMatchObject({
    score: "98.57",
    year: { score: "99.25", grade: { key: "excellent" } },
  });
  return anew.id;
}

/** One bad month, and what the buyer takes for it. */
export async function scoreBelowSixty(steps: Steps) {
  const { does, sees } = steps;
  await liveTo(steps, "2026-11-04");
  const trigger = {
    trigger: "month-below",
    penalty: "score-month",
    periods: ["2026-10"],
    arisenOn: "2026-11-04",
  };
  expect(await score(steps, "2026-10", { all: "55" })).toMatchObject({
    score: "55.00",
    triggers: [trigger],
  });
  expect(await sees("vendor", "/scores/2026-10")).toMatchObject({
    points: "33",
    full: 60,
    grade: { key: "fail" },
    triggers: [trigger],
  });
  const deduction = {
    title: "月考核低于60分",
    reason: "2026-10 考核得分 55.00",
    amount: "6878.40",
    clause: "附件6 第11项",
  };
  const proposed = await does("acceptor", "POST /deductions", deduction);
  await does("contractManager", `POST /deductions/${String(proposed["id"])}/approval`);
}

export async function expectYear({ sees }: Steps) {
  const { years, triggers } = await sees<Scores>("vendor", "/scores");
  expect(years).toHaveLength(1);
  expect(years[0]?.periods.map(({ period, score: of, state }) => [period, of, state])).toEqual([
    ["2026-03", "100.00", "final"],
    ["2026-04", "99.17", "final"],
    ["2026-05", "98.57", "final"],
    ["2026-06", "100.00", "final"],
    ["2026-07", "100.00", "final"],
    ["2026-08", "100.00", "final"],
    ["2026-09", "100.00", "final"],
    ["2026-10", "55.00", "final"],
    ["2026-11", "99.33", "final"],
    ["2026-12", "100.00", "final"],
    ["2027-01", "100.00", "final"],
    ["2027-02", "100.00", "final"],
  ]);
  expect(years[0]?.mean).toMatchObject({ score: "96.01", grade: { key: "excellent" } });
  expect(triggers.map(({ key }) => key)).toEqual(["month-below.2026-10"]);
}

interface Scores {
  readonly years: readonly {
    readonly mean: unknown;
    readonly periods: readonly {
      readonly period: string;
      readonly score: string | null;
      readonly state: string;
    }[];
  }[];
  readonly triggers: readonly { readonly key: string }[];
}
