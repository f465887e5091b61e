import { describe, expect, it } from "vitest";
import type { ContractTerms } from "../contract/index.ts";
import { renderExplanation } from "../date-rule/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { calendar, days, derive, trigger } from "./sample-derivation.ts";
import { findReviewDay } from "./find-review-day.ts";
import { contractTermsSchema } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";

const acceptance: NonNullable<ContractTerms["acceptances"]>[number] = {
  key: "final",
  title: { zh: "终期验收", en: "final acceptance" },
  stage: "final",
  decision: { due: days(3, { anchor: "event", event: "acceptanceApplied", of: "final" }) },
};
const ruled: Partial<ContractTerms> = {
  acceptances: [{ ...acceptance, rectification: { due: days(15, trigger) } }],
};
const unruled: Partial<ContractTerms> = { acceptances: [acceptance] };

const event = (id: string, kind: ContractEvent["kind"], on: string, until?: string): ContractEvent => ({
  id,
  kind,
  of: "final",
  on,
  ...(until === undefined ? {} : { until }),
});
const applied = event("a1", "acceptanceApplied", "2027-05-10");
const failed = event("f1", "acceptanceFailed", "2027-05-12");
const again = event("a2", "acceptanceApplied", "2027-05-20");

function rectifications(over: Partial<ContractTerms>, ...events: readonly ContractEvent[]) {
  return derive(over, events).filter(({ kind }) => kind === "rectification");
}

describe("rectification", () => {
  it("is due by the terms' own rule, counted from the failure or the objection", () => {
    const [owed] = rectifications(ruled, applied, failed);
    expect(owed).toMatchObject({
      key: "rectification.final.f1",
      title: { zh: "终期验收整改", en: "Rectification: final acceptance" },
      debtor: "vendor",
      opensOn: "2027-05-12",
      dueOn: "2027-05-27",
      waitingFor: [],
    });
    expect(owed?.fulfilment).toBeUndefined();
    expect(renderExplanation(owed!.explanation, calendar).zh).toContain("15日");
    const objected = event("o1", "acceptanceObjected", "2027-05-12");
    expect(rectifications(ruled, applied, objected)).toMatchObject([
      { key: "rectification.final.o1", dueOn: "2027-05-27" },
    ]);
  });

  it("is due on the buyer's day where one was set, and says so", () => {
    const [owed] = rectifications(
      ruled,
      applied,
      event("f1", "acceptanceFailed", "2027-05-12", "2027-06-30"),
    );
    expect(owed).toMatchObject({
      dueOn: "2027-06-30",
      explanation: {
        rule: { zh: "甲方指定的整改期限", en: "the day that the buyer set for the rectification" },
      },
    });
    expect(renderExplanation(owed!.explanation, calendar).zh).toContain("“终期验收”不通过");
  });

  it("has no date where neither sets one, and says so", () => {
    const [owed] = rectifications(unruled, applied, failed);
    expect(owed).toMatchObject({
      opensOn: "2027-05-12",
      waitingFor: [],
      explanation: { rule: { zh: "合同未约定整改期限，甲方也未指定日期" } },
    });
    expect(owed?.dueOn).toBeUndefined();
  });

  it("is done with the next application, and each round has its own", () => {
    const second = event("f2", "acceptanceFailed", "2027-05-25");
    expect(rectifications(ruled, applied, failed, again)).toMatchObject([
      { key: "rectification.final.f1", fulfilment: { eventId: "a2", on: "2027-05-20" } },
    ]);
    const both = rectifications(ruled, second, again, failed, applied);
    expect(both.map(({ key, fulfilment }) => `${key} ${fulfilment?.eventId}`)).toEqual([
      "rectification.final.f1 a2",
      "rectification.final.f2 undefined",
    ]);
  });

  it("is done with an application of the same day that came after it", () => {
    const sameDay = event("a2", "acceptanceApplied", "2027-05-12");
    expect(rectifications(ruled, applied, failed, sameDay)).toMatchObject([
      { fulfilment: { eventId: "a2" } },
    ]);
    const lone = event("f1", "acceptanceFailed", "2027-05-12");
    expect(rectifications(ruled, lone, again)).toMatchObject([{ fulfilment: { eventId: "a2" } }]);
  });
});

describe("the last day for an objection", () => {
  const reviewed = { ...acceptance, review: { due: { ...days(3, trigger), unit: "workingDay" as const } } };
  const find = (over: Partial<ContractTerms>) =>
    findReviewDay(contractTermsSchema.parse(sampleTerms(over)), [applied], calendar, applied);

  it("is the review's, and none without one", () => {
    expect(find({ acceptances: [reviewed] })).toBe("2027-05-13");
    expect(find(unruled)).toBeUndefined();
  });
});
