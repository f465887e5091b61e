import { createCalendar } from "@luyue/core/calendar";
import { describe, expect, it } from "vitest";
import { blankTerms, blankTranche, copyTerms } from "./blank-terms.ts";
import { computeDays, computeTranches } from "./compute-terms.ts";
import { findTermsFaults, readTermsFile } from "./read-terms-file.ts";

const begun = {
  ...blankTerms("示例单位", "2026-05-12"),
  number: "例-1",
  name: "驻场服务",
  parties: { buyer: { name: "示例单位" }, vendor: { name: "示例公司" } },
  price: { total: "2180000.00" },
};

describe("a contract that is being entered", () => {
  it("is whole once number, name, vendor and price are there", () => {
    const blank = blankTerms("示例单位", "2026-05-12");
    expect(findTermsFaults(blank).map(({ path }) => path)).toEqual(
      expect.arrayContaining(["/number", "/name", "/parties/vendor/name"]),
    );
    expect(findTermsFaults(begun)).toEqual([]);
  });

  it("says what payments come to, and what is left or too much", () => {
    const [first] = begun.tranches;
    if (first === undefined) throw new Error("no tranche");
    const rate = { ...first, amount: { amount: "rate", rate: "49.346%" } as const };
    const left = computeTranches({ ...begun, tranches: [rate] });
    expect([left.amounts.get("t1")?.amount, left.sum, left.rest]).toEqual([
      "1075742.80",
      "1075742.80",
      "1104257.20",
    ]);
    const second = blankTranche([rate]);
    const whole = computeTranches({ ...begun, tranches: [rate, second] });
    expect([second.key, whole.amounts.get("t2")?.amount, whole.rest]).toEqual(["t2", "1104257.20", "0.00"]);
    const fixed = { ...first, amount: { amount: "fixed", value: "2200000.00" } as const };
    expect(computeTranches({ ...begun, tranches: [fixed] }).rest).toBe("-20000.00");
    const half = { ...first, amount: { amount: "fixed", value: "12a" } as const };
    expect(computeTranches({ ...begun, tranches: [half] }).problem).toBeDefined();
    expect(computeTranches({ ...begun, price: { total: "" } }).problem).toBeDefined();
  });

  it("gives later payments keys that none has", () => {
    const third = blankTranche([blankTranche([]), { ...blankTranche([]), key: "t3" }]);
    expect([third.key, third.amount]).toEqual(["t4", { amount: "fixed", value: "0.00" }]);
  });

  it("shows the days that follow from a signing, and what the others wait for", () => {
    const [first] = begun.tranches;
    if (first === undefined) throw new Error("no tranche");
    const due = {
      rule: "within",
      count: 10,
      unit: "workingDay",
      after: { anchor: "event", event: "signed" },
    } as const;
    const terms = { ...begun, tranches: [{ ...first, due, gates: [] }] };
    const [payment] = computeDays(terms, "2026-04-28", createCalendar());
    // 29, 30 April, 6 to 9 May with the make-up day, 11 to 14 May.
    expect([payment?.key, payment?.dueOn, payment?.amount]).toEqual([
      "payment.t1",
      "2026-05-14",
      "2180000.00",
    ]);
    const waiting = computeDays(begun, "2026-04-28", createCalendar()).find(
      ({ key }) => key === "payment.t1",
    );
    expect([waiting?.dueOn, (waiting?.waitsFor.length ?? 0) > 0]).toEqual([undefined, true]);
  });

  it("begins as a copy without the other's number, or from a file that says where it is wrong", () => {
    expect(copyTerms(begun)).toMatchObject({ number: "", name: "驻场服务（副本）", price: begun.price });
    expect(readTermsFile(JSON.stringify(begun))).toEqual({ terms: begun });
    const wrong = readTermsFile(JSON.stringify({ ...begun, price: { total: "12" }, more: 1 }));
    expect("faults" in wrong ? wrong.faults.map(({ path }) => path) : []).toContain("/price/total");
    expect(readTermsFile("{")).toMatchObject({ faults: [{ path: "" }] });
  });
});
