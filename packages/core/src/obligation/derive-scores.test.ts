import { describe, expect, it } from "vitest";
import type { ScoreTerms } from "../contract/index.ts";
import { contractTermsSchema } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { ContractEvent } from "../event/index.ts";
import { sampleScore } from "../score/sample-score.ts";
import { readAnswerDay } from "./derive-scores.ts";
import { readScorePeriods } from "./read-score-periods.ts";
import { calendar, derive, find } from "./sample-derivation.ts";
import { stateOf } from "./state-of.ts";

const score = sampleScore([[100, "100"]]);
const of = "2026-05";
const proposed: ContractEvent = { id: "s", kind: "scoreProposed", of, on: "2026-06-05", until: "2026-06-12" };
const answered: ContractEvent = { id: "a", kind: "scoreAnswered", of, on: "2026-06-08" };
const settled: ContractEvent = { id: "f", kind: "scoreSettled", of, on: "2026-06-09" };
const deriveWith = (more: Partial<ScoreTerms>, ...events: ContractEvent[]) =>
  derive({ score: { ...score, ...more } }, events);

describe("the buyer's score", () => {
  it("opens the day after each period of the term, without a deadline where none is agreed", () => {
    const all = deriveWith({}).filter(({ kind }) => kind === "score");
    expect(all).toHaveLength(12);
    expect(all[0]).toMatchObject({
      key: "score.2026-04",
      debtor: "buyer",
      opensOn: "2026-05-01",
      period: "month",
    });
    expect(all[0]).not.toHaveProperty("dueOn");
    expect(all.at(-1)).toMatchObject({ key: "score.2027-03", opensOn: "2027-04-28" });
  });

  it("is due as agreed, and says why", () => {
    const due = find(deriveWith({ propose: { count: 5, unit: "workingDay" } }), "score.2026-05");
    expect(due).toMatchObject({ opensOn: "2026-06-01", dueOn: "2026-06-05" });
    expect(due.explanation).toMatchObject({
      rule: { zh: "2026-05-31后5个工作日内" },
      steps: [
        { step: "term", edge: "start", on: "2026-04-28" },
        { step: "term", edge: "end", on: "2027-04-27" },
        { step: "period", ordinal: 2, from: "2026-05-01", to: "2026-05-31" },
        { step: "count", end: "2026-06-05" },
      ],
    });
  });

  it("is in the vendor's hands until it answers, and done once it is final", () => {
    const propose = { propose: { count: 5, unit: "day" } } as const;
    const waiting = find(deriveWith(propose, proposed), "score.2026-05");
    expect(waiting.waitingFor).toMatchObject([
      { event: "scoreAnswered", of, holder: "vendor", until: "2026-06-12" },
    ]);
    expect(stateOf(waiting, "2026-06-12T23:59:00+08:00")).toBe("held");
    expect(stateOf(waiting, "2026-06-13T00:00:00+08:00")).toBe("overdue");
    expect(find(deriveWith(propose, proposed, answered), "score.2026-05").waitingFor).toEqual([]);
    const done = find(deriveWith(propose, proposed, settled), "score.2026-05");
    expect(done).toMatchObject({ waitingFor: [], fulfilment: { eventId: "f", on: "2026-06-09" } });
    expect(find(deriveWith(propose, proposed, settled), "score.2026-06").fulfilment).toBeUndefined();
  });
});

describe("the vendor's answer", () => {
  it("is a right from the proposal until the day that was told", () => {
    expect(deriveWith({}).some(({ kind }) => kind === "scoreAnswer")).toBe(false);
    const answer = find(deriveWith({}, proposed), "scoreAnswer.2026-05");
    expect(answer).toMatchObject({ debtor: "vendor", opensOn: "2026-06-05", dueOn: "2026-06-12" });
    expect(stateOf(answer, "2026-06-13T00:00:00+08:00")).toBe("ended");
    expect(answer.explanation.steps).toMatchObject([
      { step: "event", on: "2026-06-05" },
      { step: "count", count: 5, unit: "workingDay", end: "2026-06-12" },
    ]);
    const told = find(deriveWith({}, { ...proposed, until: "2026-06-15" }), "scoreAnswer.2026-05");
    expect([told.dueOn, told.explanation.steps.at(-1)]).toEqual([
      "2026-06-15",
      { step: "date", on: "2026-06-15" },
    ]);
  });

  it("is done with the answer, or with the score that is final without it", () => {
    const done = (...events: ContractEvent[]) =>
      find(deriveWith({}, proposed, ...events), "scoreAnswer.2026-05").fulfilment?.eventId;
    expect([done(), done(answered), done(settled), done(settled, answered)]).toEqual([
      undefined,
      "a",
      "f",
      "a",
    ]);
  });

  it.each([
    [undefined, "2026-06-12"],
    [{ count: 7, unit: "day" }, "2026-06-12"],
    [{ count: 8, unit: "day" }, "2026-06-15"],
    [{ count: 10, unit: "workingDay" }, "2026-06-22"],
  ] as const)("has %j from 5 June on: until %s", (answer, day) => {
    const agreed = answer === undefined ? score : { ...score, answer };
    const terms = contractTermsSchema.parse(sampleTerms({ score: agreed }));
    expect(readAnswerDay(terms, "2026-06-05", calendar)).toBe(day);
  });
});

describe("readScorePeriods", () => {
  const onSigned = { rule: "on", anchor: { anchor: "event", event: "signed" } } as const;
  const title = { zh: "驻场期" };
  const year = { rule: "within", count: 1, unit: "year", after: onSigned.anchor, roll: "none" } as const;
  const two = sampleTerms({
    terms: [...sampleTerms().terms, { key: "resident", title, start: onSigned, end: year }],
    score: { ...score, term: "resident" },
  });
  const terms = contractTermsSchema.parse(two);
  const wasSigned: ContractEvent = { id: "s", kind: "signed", on: "2026-07-15" };

  it("follows the term that the score names, once that is known", () => {
    expect(readScorePeriods(terms, [], calendar)).toEqual([]);
    const periods = readScorePeriods(terms, [wasSigned], calendar).map(({ period }) => period);
    expect([periods.length, periods[0], periods.at(-1)]).toEqual([12, "2026-07", "2027-06"]);
  });

  it("knows of an open term what has ended, and nothing of a contract without a score", () => {
    const ended = { rule: "on", anchor: { anchor: "event", event: "serviceEnded", of: "main" } } as const;
    const open = sampleTerms({ terms: sampleTerms().terms.map((term) => ({ ...term, end: ended })), score });
    expect(readScorePeriods(open, [], calendar, "2026-06-15")).toHaveLength(2);
    expect(readScorePeriods(sampleTerms(), [], calendar)).toEqual([]);
  });

  it("ends with the term, though service goes on beyond it", () => {
    const beyond: ContractEvent = { id: "o", kind: "overrunStarted", on: "2027-04-28" };
    expect(readScorePeriods(sampleTerms({ score }), [beyond], calendar).at(-1)?.to).toBe("2027-04-27");
  });

  it("leaves nothing to be scored of what an early end breaks off; what was final stays", () => {
    const ended: ContractEvent = { id: "e", kind: "ended", on: "2026-06-20" };
    expect(readScorePeriods(sampleTerms({ score }), [ended], calendar)).toEqual([
      { period: "2026-04", from: "2026-04-28", to: "2026-04-30", belongsOn: "2026-04-30" },
      { period: "2026-05", from: "2026-05-01", to: "2026-05-31", belongsOn: "2026-05-31" },
    ]);
    const kept = deriveWith({}, proposed, settled, ended).filter(({ kind }) => kind === "score");
    expect(kept.map(({ key }) => key)).toEqual(["score.2026-05"]);
  });
});
