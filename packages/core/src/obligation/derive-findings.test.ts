import { describe, expect, it } from "vitest";
import { renderExplanation } from "../date-rule/index.ts";
import { type ContractEvent, eventListSchema } from "../event/index.ts";
import { contractTermsSchema } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { FindingUnit } from "./derive-findings.ts";
import { deriveObligations } from "./derive-obligations.ts";
import type { Obligation } from "./obligation.ts";
import { calendar } from "./sample-derivation.ts";
import { stateOf } from "./state-of.ts";

const of = "unt_a-20260610";
const unit = { id: "unt_a", name: "信息中心", side: "buyer" } as const;
const handedOut: ContractEvent = {
  id: of,
  kind: "findingsHandedOut",
  of,
  on: "2026-06-01",
  quantity: 12,
  until: "2026-06-10",
};
const reached = (kind: ContractEvent["kind"], quantity: number): ContractEvent => {
  return { id: `${of}_${kind}`, kind, of, on: "2026-06-05", quantity };
};

function derive(events: readonly ContractEvent[], units: readonly FindingUnit[] = [unit]): Obligation[] {
  const terms = contractTermsSchema.parse(sampleTerms({}));
  return deriveObligations(terms, events, calendar, { units }).filter(({ kind }) => kind === "finding");
}

const one = (
  answered: number,
  approved: number,
  closed: number,
  side: FindingUnit["side"] = "buyer",
): Obligation => {
  const events = [
    handedOut,
    ...(answered > 0 ? [reached("findingsAnswered", answered)] : []),
    ...(approved > 0 ? [reached("findingsApproved", approved)] : []),
    ...(closed > 0 ? [reached("findingsClosed", closed)] : []),
  ];
  return derive(events, [{ ...unit, side }])[0]!;
};
const holders = ({ waitingFor }: Obligation) => waitingFor.map(({ event, holder }) => `${event} ${holder}`);

describe("findings handed out", () => {
  it("are one obligation of the unit's side, by the day that was set, however many they are", () => {
    const [obligation, ...others] = derive([handedOut]);
    expect(others).toEqual([]);
    expect(obligation).toMatchObject({
      key: `finding.${of}`,
      kind: "finding",
      title: { zh: "隐患整改反馈：信息中心（12项）", en: "Findings to answer: 信息中心 (12)" },
      debtor: "buyer",
      opensOn: "2026-06-01",
      dueOn: "2026-06-10",
      quota: { count: 12, unit: "finding", done: 0 },
      findings: { open: 12, answered: 0, approved: 0, closed: 0 },
      waitingFor: [],
    });
    expect(renderExplanation(obligation!.explanation, calendar)).toEqual({
      zh: "向“信息中心”下发安全隐患：2026-06-01；要求反馈日期：2026-06-10",
      en: "findings handed out to “信息中心”: 2026-06-01; answers demanded by: 2026-06-10",
    });
  });

  it("are the unit's while one lacks an answer, then the reviewer's, then the vendor's who re-tests", () => {
    expect(holders(one(11, 5, 2))).toEqual([]);
    expect(holders(one(12, 5, 2))).toEqual(["findingsApproved buyer"]);
    expect(one(12, 5, 2).waitingFor[0]?.label.zh).toBe("审核“信息中心”的反馈（7项）");
    expect(holders(one(12, 12, 2))).toEqual(["findingsClosed vendor"]);
    expect(one(12, 12, 2).waitingFor[0]?.label.zh).toBe("复测“信息中心”的隐患（10项）");
    expect(one(12, 12, 2).findings).toEqual({ open: 0, answered: 0, approved: 10, closed: 2 });
  });

  it("are done once all are closed, and not before", () => {
    expect(one(12, 12, 11).fulfilment).toBeUndefined();
    expect(one(12, 12, 12)).toMatchObject({
      fulfilment: { on: "2026-06-05" },
      waitingFor: [],
      quota: { done: 12 },
    });
  });

  it("are overdue after their day while one is open, and no delay of the unit's where others have to act", () => {
    const late = "2026-06-11T09:00:00+08:00";
    for (const side of ["buyer", "vendor"] as const) {
      expect(stateOf(one(11, 0, 0, side), late)).toBe("overdue");
      expect(stateOf(one(11, 11, 3, side), late)).toBe("overdue");
      expect(stateOf(one(12, 5, 0, side), late)).toBe("held");
      expect(stateOf(one(12, 12, 0, side), late)).toBe("held");
      expect(stateOf(one(12, 12, 12, side), late)).toBe("fulfilled");
    }
  });

  it("are told by a plain list of events as well, which knows no unit and may tell of them one by one", () => {
    const events = eventListSchema
      .parse([
        { kind: "findingsHandedOut", of: "scan-1", on: "2026-06-01", quantity: 2, until: "2026-06-10" },
        { kind: "findingsAnswered", of: "scan-1", on: "2026-06-02" },
        { kind: "findingsAnswered", of: "scan-1", on: "2026-06-03" },
        { kind: "findingsHandedOut", of: "scan-2", on: "2026-06-01" },
        { kind: "findingsHandedOut", of: "scan-1", on: "2026-06-04", quantity: 3, until: "2026-06-20" },
      ])
      .map((event, at) => ({ ...event, id: `e${at}` }));
    expect(derive(events, [])).toMatchObject([
      {
        title: { zh: "隐患整改反馈：scan-1（5项）" },
        debtor: "vendor",
        opensOn: "2026-06-01",
        dueOn: "2026-06-20",
        findings: { open: 3, answered: 2 },
      },
      { key: "finding.scan-2", opensOn: "2026-06-01" },
    ]);
    expect(derive(events, [])).toHaveLength(2);
    expect(derive(events, [])[1]).not.toHaveProperty("dueOn");
  });
});
