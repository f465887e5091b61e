import { addMoney, compareMoney, type Money, subtractMoney, sumMoney } from "@luyue/core/money";
import { fractionOf } from "@luyue/core/measurement";
import {
  applyCaps,
  listCaps,
  type Penalty,
  resolveRuleSum,
  type RuleQuantity,
  usedOfCap,
} from "@luyue/core/penalty";
import { type DemoKey, demoContract } from "@luyue/testing/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

function ruleOf(key: DemoKey, rule: string) {
  const { terms } = demoContract(key);
  const found = terms.penalties?.find((each) => each.key === rule);
  if (found === undefined) throw new Error(`${key} has no penalty ${rule}`);
  return { terms, rule: found };
}

function owed(key: DemoKey, rule: string, quantity?: RuleQuantity) {
  const found = ruleOf(key, rule);
  return resolveRuleSum(found.rule, found.terms, quantity);
}

/** What a measured value costs by a rule of tiers; null where no tier has it. */
function tier(key: DemoKey, rule: string, measured: string): Money | null {
  const sum = owed(key, rule, { measured: fractionOf(measured) })?.sum;
  return sum === undefined || !("amount" in sum) ? null : sum.amount;
}

const [p3, p4, p5, p6, p10, p20] = ["5158.80", "6878.40", "8598.00", "10317.60", "17196.00", "34392.00"];

describe("B: annex 5 and annex 6, at, below and above each threshold", () => {
  it.each([
    ["availability-serious", "99.89", p10],
    ["availability-serious", "99.9", null],
    ["availability-serious", "99.91", null],
    ["emergency-response-serious", "15", null],
    ["emergency-response-serious", "15.01", p10],
    ["emergency-response-serious", "29.99", p10],
    ["emergency-response-serious", "30", null],
    ["request-response-serious", "30", null],
    ["request-response-serious", "30.5", p20],
    ["request-response-serious", "60", null],
    ["recovery-serious", "30", null],
    ["recovery-serious", "31", p10],
    ["recovery-serious", "60", null],
    ["recovery-serious", "60.01", p20],
    ["recovery-serious", "119.99", p20],
    ["recovery-serious", "120", null],
    ["unmanned-serious", "1", null],
    ["unmanned-serious", "1.5", p10],
    ["unmanned-serious", "2", null],
    ["unmanned-serious", "2.5", p20],
    ["unmanned-serious", "4", null],
    ["availability-ordinary", "99.89", p5],
    ["availability-ordinary", "99.9", null],
    ["downtime", "2", null],
    ["downtime", "2.01", p3],
    ["downtime", "100", p3],
    ["request-response-ordinary", "30", null],
    ["request-response-ordinary", "45", p3],
    ["request-response-ordinary", "60", null],
    ["request-response-ordinary", "61", p5],
    ["request-response-ordinary", "120", null],
    ["recovery-ordinary", "60", null],
    ["recovery-ordinary", "61", p3],
    ["recovery-ordinary", "120", null],
    ["recovery-ordinary", "121", p5],
    ["recovery-ordinary", "240", null],
    ["unmanned-ordinary", "1", null],
    ["unmanned-ordinary", "1.01", p3],
    ["unmanned-ordinary", "2", null],
    ["unmanned-ordinary", "3.99", p5],
    ["unmanned-ordinary", "4", null],
    ["score-month", "59.99", p4],
    ["score-month", "60", null],
    ["score-month", "0", p4],
  ])("%s of %s costs %s", (rule, measured, amount) => {
    expect(tier("B", rule, measured)).toBe(amount);
  });

  it.each([
    ["data-tampered", p20],
    ["data-lost", p20],
    ["intruded", p10],
    ["order-accident", p10],
    ["score-three-months", p10],
    ["downtime-repeated", p6],
    ["order-ordinary", p5],
    ["secrecy-loss", "500000.00"],
  ])("%s costs %s", (rule, amount) => {
    expect(owed("B", rule)?.sum).toEqual({ amount });
  });

  it("takes every rate of at most a tenth of the award price, and says so", () => {
    expect(owed("B", "score-three-months")?.why).toEqual({
      zh: "违约金取费基数 171,960.00 × 10% = 17,196.00",
      en: "base of the penalties 171,960.00 × 10% = 17,196.00",
    });
  });
});

describe("the other contracts, by the worked values", () => {
  it("C: 12 days late are 8 970.00, and the cap of a fifth is reached on day 400", () => {
    expect(owed("C", "late-service", { days: 12 })).toEqual({
      sum: { amount: "8970.00" },
      why: {
        zh: "合同总价 1,495,000.00 × 0.5‰ × 12日 = 8,970.00",
        en: "contract total 1,495,000.00 × 0.5‰ × 12 days = 8,970.00",
      },
    });
    const { terms } = demoContract("C");
    const capped = (days: number) => {
      const sum = owed("C", "late-service", { days })?.sum;
      return applyCaps(terms, "late-service", sum !== undefined && "amount" in sum ? sum.amount : "0.00", []);
    };
    expect(capped(399)).toEqual({ amount: "298252.50", cuts: [] });
    expect(capped(400)).toEqual({ amount: "299000.00", cuts: [] });
    expect(capped(401)).toMatchObject({
      amount: "299000.00",
      cuts: [{ cap: "own", limit: "299000.00", cut: "747.50" }],
    });
  });

  it("A: 31 days of delay in acceptance, and the hundredth that comes with termination", () => {
    expect(owed("A", "rectification-late", { days: 31 })?.sum).toEqual({ amount: "675800.00" });
    expect(owed("A", "rectification-abandoned")?.sum).toEqual({ amount: "21800.00" });
    expect(owed("A", "staff-absence", { times: 2 })?.sum).toEqual({ amount: "43600.00" });
    expect(owed("A", "subcontracting")?.sum).toEqual({ amount: "21800.00" });
  });

  it("C, E and D: secrecy, breach, and a range that a decision picks from", () => {
    expect(owed("C", "secrecy-breach")?.sum).toEqual({ amount: "448500.00" });
    expect(ruleOf("C", "secrecy-breach").rule.refund).toBe(true);
    expect(owed("E", "breach")?.sum).toEqual({ amount: "97000.00" });
    expect(owed("D", "accident-c")?.sum).toEqual({ from: "5000.00", to: "10000.00" });
    expect(owed("D", "accidents-termination")?.sum).toEqual({ amount: "74480.00" });
    expect(listCaps(demoContract("D").terms, "accident-a")).toMatchObject([
      { key: "accident-cap", limit: "74480.00" },
    ]);
  });

  it("counts a penalty for each day from its first through its last", () => {
    const { terms } = demoContract("C");
    const rule = {
      penalty: "perDay",
      key: "x",
      title: { zh: "逾期" },
      amount: { amount: "fixed", value: "10.00" },
      from: 3,
      until: 5,
    } as const;
    const sums = [1, 2, 3, 4, 5, 6, 100].map((days) => resolveRuleSum(rule, terms, { days })?.sum);
    expect(sums).toEqual([
      undefined,
      undefined,
      { amount: "10.00" },
      { amount: "20.00" },
      { amount: "30.00" },
      { amount: "30.00" },
      { amount: "30.00" },
    ]);
  });
});

const act = { actorId: "mem_1", name: "甲", at: "2026-06-01T09:00:00+08:00" };

function imposed(rule: string, amount: Money, at: number): Penalty {
  return {
    id: `pen_${at}`,
    title: "事故",
    rule,
    reason: "事故",
    evidence: [],
    termsVersion: 1,
    sum: { amount },
    why: { zh: "", en: "" },
    answerBy: "2026-06-08",
    proposed: act,
    state: "imposed",
    decided: act,
    gross: amount,
    cuts: [],
    amount,
    collections: [],
  };
}

describe("caps", () => {
  const { terms } = demoContract("D");
  const rules = ["accident-a", "accident-b", "accident-c"] as const;
  const accident = fc.record({
    rule: fc.constantFrom(...rules),
    fen: fc.integer({ min: 100_000, max: 1_000_000 }),
  });

  /** Imposes in that order, each cut to what the caps leave. */
  function imposeAll(all: readonly { rule: string; fen: number }[]) {
    const done: Penalty[] = [];
    for (const [at, { rule, fen }] of all.entries()) {
      const gross = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
      const { amount, cuts } = applyCaps(terms, rule, gross, done);
      expect(sumMoney([amount, ...cuts.map(({ cut }) => cut)])).toBe(gross);
      done.push(imposed(rule, amount, at));
    }
    return sumMoney(done.flatMap((each) => (each.state === "imposed" ? [each.amount] : [])));
  }

  it("are never exceeded, and the order of incidents does not change the total", () => {
    fc.assert(
      fc.property(fc.array(accident, { maxLength: 25 }), fc.func(fc.integer()), (all, rank) => {
        const total = imposeAll(all);
        expect(compareMoney(total, "74480.00")).toBeLessThanOrEqual(0);
        expect(imposeAll(all.toReversed())).toBe(total);
        expect(imposeAll(all.toSorted((one, other) => rank(one) - rank(other)))).toBe(total);
      }),
    );
  });

  it("of one rule hold over all of its penalties: C's late service never costs more than a fifth", () => {
    const c = demoContract("C").terms;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 12 }), (delays) => {
        const done: Penalty[] = [];
        for (const [at, days] of delays.entries()) {
          const sum = owed("C", "late-service", { days })?.sum;
          const gross = sum !== undefined && "amount" in sum ? sum.amount : "0.00";
          done.push(imposed("late-service", applyCaps(c, "late-service", gross, done).amount, at));
        }
        const total = sumMoney(done.flatMap((each) => (each.state === "imposed" ? [each.amount] : [])));
        expect(compareMoney(total, "299000.00")).toBeLessThanOrEqual(0);
        const days = delays.reduce((all, each) => all + each, 0);
        expect(total === "299000.00").toBe(days >= 400);
      }),
    );
  });

  it("show what they cut, and have room again once a penalty was taken back", () => {
    const before = [imposed("accident-c", "70000.00", 1), imposed("accident-b", "4000.00", 2)];
    expect(applyCaps(terms, "accident-a", "1500.00", before)).toEqual({
      amount: "480.00",
      cuts: [
        {
          cap: "accident-cap",
          title: { zh: "事故累计扣款上限", en: "cap of all deductions for accidents" },
          limit: "74480.00",
          used: "74000.00",
          cut: "1020.00",
          clause: "第十二条 第6款",
        },
      ],
    });
    const {
      gross: _g,
      cuts: _c,
      amount: _a,
      collections: _l,
      ...facts
    } = before[1] as Extract<Penalty, { state: "imposed" }>;
    const back: Penalty = { ...facts, state: "withdrawn", decided: { ...act, reason: "误记" } };
    expect(applyCaps(terms, "accident-a", "1500.00", [...before.slice(0, 1), back])).toEqual({
      amount: "1500.00",
      cuts: [],
    });
    // What no cap covers is cut by none.
    expect(applyCaps(terms, "data-distortion", "74480.00", before)).toEqual({ amount: "74480.00", cuts: [] });
    const [cap] = listCaps(terms, "accident-a");
    expect(
      cap === undefined ? "" : addMoney(usedOfCap(cap, before), subtractMoney(cap.limit, "74000.00")),
    ).toBe("74480.00");
  });
});
