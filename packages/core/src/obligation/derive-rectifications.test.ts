import { describe, expect, it } from "vitest";
import type { ContractTerms } from "../contract/index.ts";
import { renderExplanation } from "../date-rule/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { calendar, days, derive, find, trigger } from "./sample-derivation.ts";
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

describe("past the last rectification that the terms allow", () => {
  const limited: Partial<ContractTerms> = {
    acceptances: [{ ...acceptance, rectification: { due: days(15, trigger) }, rectifications: 1 }],
  };
  const last = event("f2", "acceptanceFailed", "2027-05-25");
  const keys = (...events: readonly ContractEvent[]) =>
    rectifications(limited, applied, failed, again, ...events).map(({ key }) => key.split(".").at(-1));

  it("a failure gives none, unless the buyer set a day for it all the same", () => {
    expect(keys(last)).toEqual(["f1"]);
    expect(keys({ ...last, until: "2027-06-30" })).toEqual(["f1", "f2"]);
  });

  it("an objection does, for it uses none up", () => {
    expect(keys(event("o2", "acceptanceObjected", "2027-05-25"))).toEqual(["f1", "o2"]);
  });
});

describe("the buyer's decision, due on a day of its own", () => {
  const due = { rule: "on", anchor: { anchor: "date", on: "2027-05-14" } } as const;
  const fixed = (more: Partial<typeof acceptance> = {}) => ({
    acceptances: [{ ...acceptance, decision: { due }, ...more }],
  });
  const decision = (over: Partial<ContractTerms>, ...events: readonly ContractEvent[]) => {
    const owed = find(derive(over, events), "acceptance.final");
    return [owed.dueOn, ...owed.waitingFor.map(({ event: kind, holder }) => `${kind} ${holder}`)];
  };

  it("waits for the vendor while it rectifies, and not once it has applied again", () => {
    expect(decision(fixed(), applied)).toEqual(["2027-05-14"]);
    expect(decision(fixed(), applied, failed)).toEqual(["2027-05-14", "acceptanceApplied vendor"]);
    expect(decision(fixed(), applied, failed, again)).toEqual(["2027-05-14"]);
    const passed = event("p", "acceptancePassed", "2027-05-25");
    expect(decision(fixed(), applied, failed, again, passed)).toEqual(["2027-05-14"]);
  });

  it("is the buyer's own again past the last rectification, unless it set a day for another", () => {
    const none = fixed({ rectifications: 0 });
    expect(decision(none, applied, failed)).toEqual(["2027-05-14"]);
    const set = { ...failed, until: "2027-06-30" };
    expect(decision(none, applied, set)).toEqual(["2027-05-14", "acceptanceApplied vendor"]);
  });

  it("says so once where its day hangs on the application anyway", () => {
    const owed = find(derive(unruled, [applied, failed]), "acceptance.final");
    expect(owed.waitingFor.map(({ event: kind }) => kind)).toEqual(["acceptanceApplied"]);
  });
});

describe("the last day for an objection", () => {
  const reviewed = { ...acceptance, review: { due: { ...days(3, trigger), unit: "workingDay" as const } } };
  const lastDay = (over: Partial<ContractTerms>) =>
    findReviewDay(contractTermsSchema.parse(sampleTerms(over)), [applied], calendar, applied);

  it("is the review's, and none without one", () => {
    expect(lastDay({ acceptances: [reviewed] })).toBe("2027-05-13");
    expect(lastDay(unruled)).toBeUndefined();
  });
});
