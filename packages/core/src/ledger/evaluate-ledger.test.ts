import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { ContractEvent } from "../event/index.ts";
import { addMoney, compareMoney, type Money, subtractMoney, sumMoney } from "../money/index.ts";
import { evaluateLedger, type ExtraLine, findCovering, findSettling, type LedgerLine } from "./index.ts";

const [sample] = sampleTerms().tranches;
if (sample === undefined) throw new Error("the sample has a tranche");
const shares = ["70%", "30%"].map((rate, at) => ({
  ...sample,
  key: `t${at + 1}`,
  amount: { amount: "rate", rate } as const,
}));
/** Two payments: 70 000.00 and 30 000.00. */
const terms: ContractTerms = sampleTerms({ tranches: shares });

let count = 0;
type Moved = "paid" | "deducted" | "refunded" | "invoiceReceived";
function moved(kind: Moved, on: string, amount?: Money, of = "t1"): ContractEvent {
  count += 1;
  const id = `e${String(count).padStart(4, "0")}`;
  return { id, kind, of, on, ...(amount === undefined ? {} : { amount }) };
}

function lineOf(of: string, events: readonly ContractEvent[], extra?: readonly ExtraLine[]): LedgerLine {
  const found = evaluateLedger(terms, events, extra).lines.find((line) => line.of === of);
  if (found === undefined) throw new Error(`no line ${of}`);
  return found;
}

const zero = {
  paid: "0.00",
  refunded: "0.00",
  deducted: "0.00",
  released: "0.00",
  overpaid: "0.00",
  invoiced: "0.00",
  movements: [],
};

describe("the ledger of a contract", () => {
  it("has a line for each payment, with what it comes to and why, in the order of the contract", () => {
    const { lines, refundOwed } = evaluateLedger(terms, []);
    expect(lines).toMatchObject([
      { of: "t1", amount: "70000.00", rest: "70000.00", ...zero },
      { of: "t2", amount: "30000.00", rest: "30000.00", ...zero },
    ]);
    expect(lines[0]?.amountWhy.zh).toContain("100,000.00 × 70% = 70,000.00");
    expect(lines[0]?.amountWhy.en).toContain("100,000.00 × 70% = 70,000.00");
    expect(refundOwed).toBe("0.00");
  });

  it("adds up partial payments, deductions set off, and what came back", () => {
    const events = [
      moved("paid", "2026-05-10", "30000.00"),
      moved("deducted", "2026-05-10", "1500.50"),
      moved("paid", "2026-06-01", "20000.00"),
      moved("refunded", "2026-06-05", "500.25"),
    ];
    expect(lineOf("t1", events)).toMatchObject({
      paid: "50000.00",
      deducted: "1500.50",
      refunded: "500.25",
      rest: "18999.75",
      overpaid: "0.00",
    });
    expect(lineOf("t1", events).movements.map(({ kind, on, amount }) => [kind, on, amount])).toEqual([
      ["paid", "2026-05-10", "30000.00"],
      ["deducted", "2026-05-10", "1500.50"],
      ["paid", "2026-06-01", "20000.00"],
      ["refunded", "2026-06-05", "500.25"],
    ]);
    expect(lineOf("t2", events)).toMatchObject({ ...zero, rest: "30000.00" });
  });

  it("takes a payment without an amount as one of all that is left", () => {
    expect(lineOf("t1", [moved("paid", "2026-05-10")])).toMatchObject({ paid: "70000.00", rest: "0.00" });
    const rest = [moved("paid", "2026-05-10", "30000.00"), moved("deducted", "2026-05-11", "1.00")];
    expect(lineOf("t1", [...rest, moved("paid", "2026-06-01")])).toMatchObject({
      paid: "69999.00",
      rest: "0.00",
      overpaid: "0.00",
      movements: [{}, {}, { amount: "39999.00" }],
    });
    const before = lineOf("t1", [moved("paid", "2026-05-09"), ...rest]);
    expect(before).toMatchObject({ paid: "100000.00", overpaid: "30001.00", rest: "0.00" });
  });

  it("takes a refund without an amount, or of more than was paid, as one of all that was paid", () => {
    const paid = [moved("paid", "2026-05-10", "600.00"), moved("deducted", "2026-05-10", "400.00")];
    for (const amount of [undefined, "999999.00"]) {
      expect(lineOf("t1", [...paid, moved("refunded", "2026-06-01", amount)])).toMatchObject({
        paid: "600.00",
        deducted: "400.00",
        refunded: "600.00",
        rest: "69600.00",
      });
    }
    expect(lineOf("t1", [moved("refunded", "2026-05-01", "5.00"), ...paid])).toMatchObject({
      refunded: "0.00",
      rest: "69000.00",
    });
  });

  it("owes again what came back, and shows as overpaid what an amendment took away", () => {
    const events = [moved("paid", "2026-05-10", "70000.00"), moved("refunded", "2026-05-20", "200.00")];
    expect(lineOf("t1", events)).toMatchObject({ rest: "200.00", overpaid: "0.00" });
    const less = sampleTerms({ tranches: shares, price: { total: "90000.00" } });
    const [line] = evaluateLedger(less, events).lines;
    expect(line).toMatchObject({ amount: "63000.00", rest: "0.00", overpaid: "6800.00" });
  });

  it("adds up invoices beside the money; one without an amount is for all that is not invoiced yet", () => {
    const first = moved("invoiceReceived", "2026-05-01", "50000.00");
    expect(lineOf("t1", [first])).toMatchObject({ invoiced: "50000.00", rest: "70000.00", movements: [] });
    const second = moved("invoiceReceived", "2026-05-03");
    expect(lineOf("t1", [first, second]).invoiced).toBe("70000.00");
    const submitted: ContractEvent = { ...first, id: "x", kind: "invoiceSubmitted" };
    expect(lineOf("t1", [submitted]).invoiced).toBe("0.00");
  });

  it("finds the invoice and the payment with which a line was complete", () => {
    const events = [
      moved("invoiceReceived", "2026-05-01", "50000.00"),
      moved("invoiceReceived", "2026-05-04", "20000.00"),
      moved("invoiceReceived", "2026-05-09", "10.00"),
      moved("paid", "2026-05-10", "69999.99"),
    ];
    const [, covering] = events;
    const line = lineOf("t1", events);
    expect(findCovering(line, events.toReversed())).toBe(covering);
    expect(findCovering(lineOf("t1", events.slice(0, 1)), events.slice(0, 1))).toBeUndefined();
    expect(findSettling(line, events)).toBeUndefined();
    const last = moved("deducted", "2026-05-20", "0.01");
    const all = [last, ...events];
    expect(findSettling(lineOf("t1", all), all)).toBe(last);
    const twice = [...all, moved("paid", "2026-05-21", "5.00"), moved("refunded", "2026-05-22", "5.00")];
    expect(findSettling(lineOf("t1", twice), twice)?.on).toBe("2026-05-21");
    const back = moved("refunded", "2026-06-01", "1.00");
    expect(findSettling(lineOf("t1", [...all, back]), [...all, back])).toBeUndefined();
  });

  it("has lines of its own for what is paid beside the tranches", () => {
    const extra = { of: "overrun", title: { zh: "超期", en: "overrun" }, amount: "50.00" } as const;
    const why = { zh: "按日", en: "by the day" };
    const paid = moved("paid", "2027-05-10", "20.00", "overrun");
    const { lines } = evaluateLedger(terms, [paid], [{ ...extra, why }]);
    expect(lines[2]).toMatchObject({ of: "overrun", amount: "50.00", rest: "30.00", amountWhy: why });
  });

  it("loses no money: what was paid for something that is no more was paid too much", () => {
    const paid = moved("paid", "2027-05-10", "20.00", "overrun");
    const gone = moved("paid", "2027-05-11", "7.00", "t9");
    const { lines } = evaluateLedger(terms, [paid, gone]);
    expect(lines.map(({ of, amount, overpaid, rest }) => [of, amount, overpaid, rest]).slice(2)).toEqual([
      ["overrun", "0.00", "20.00", "0.00"],
      ["t9", "0.00", "7.00", "0.00"],
    ]);
  });
});

describe("the ledger after an early end", () => {
  const ended = (amount?: Money): ContractEvent => ({
    id: "end",
    kind: "ended",
    on: "2026-09-01",
    ...(amount === undefined ? {} : { amount }),
  });
  const paid = [moved("paid", "2026-05-10", "40000.00"), moved("deducted", "2026-05-10", "1000.00")];

  it("releases what was open, and owes what the agreed price leaves", () => {
    const { lines, refundOwed } = evaluateLedger(terms, [...paid, ended("55000.00")]);
    expect(lines).toMatchObject([
      { of: "t1", rest: "0.00", released: "29000.00", paid: "40000.00" },
      { of: "t2", rest: "0.00", released: "30000.00" },
      { of: "settlement", amount: "14000.00", rest: "14000.00", released: "0.00" },
    ]);
    expect(lines[2]?.amountWhy.zh).toContain("55,000.00 − 41,000.00 = 14,000.00");
    expect(lines[2]?.amountWhy.en).toContain("55,000.00 − 41,000.00 = 14,000.00");
    expect(refundOwed).toBe("0.00");
    const after = [...paid, ended("55000.00"), moved("paid", "2026-10-01", undefined, "settlement")];
    expect(lineOf("settlement", after)).toMatchObject({ paid: "14000.00", rest: "0.00" });
  });

  it("wants back what was paid beyond that price, less what has come back", () => {
    const events = [...paid, ended("30000.00")];
    expect(evaluateLedger(terms, events).refundOwed).toBe("11000.00");
    expect(lineOf("settlement", events)).toMatchObject({ amount: "0.00", rest: "0.00" });
    const back = [...events, moved("refunded", "2026-10-01", "4000.00")];
    expect(evaluateLedger(terms, back).refundOwed).toBe("7000.00");
    expect(lineOf("t1", back)).toMatchObject({ released: "33000.00", rest: "0.00" });
    const whole = [...back, moved("refunded", "2026-10-02", "7000.00")];
    expect(evaluateLedger(terms, whole).refundOwed).toBe("0.00");
  });

  it("without a price only releases", () => {
    const { lines, refundOwed } = evaluateLedger(terms, [...paid, ended()]);
    expect(lines.map(({ of, rest }) => [of, rest])).toEqual([
      ["t1", "0.00"],
      ["t2", "0.00"],
    ]);
    expect(refundOwed).toBe("0.00");
  });
});

const anyAmount = fc.option(
  fc
    .integer({ min: 0, max: 9_000_000 })
    .map((fen) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`),
  { nil: undefined },
);
const anyMovement = fc.record({
  kind: fc.constantFrom<Moved>("paid", "paid", "deducted", "refunded", "invoiceReceived"),
  of: fc.constantFrom("t1", "t1", "t2", "settlement"),
  day: fc.integer({ min: 0, max: 12 }),
  amount: anyAmount,
});
const anyEvents = fc
  .tuple(fc.array(anyMovement, { maxLength: 14 }), anyAmount, fc.boolean())
  .map(([moves, price, over]): ContractEvent[] => [
    ...moves.map(({ kind, of, day, amount }, index) => ({
      ...moved(kind, addDays("2026-05-01", day), amount, of),
      id: `r${index}`,
    })),
    ...(over
      ? [
          {
            id: "end",
            kind: "ended",
            on: "2026-05-06",
            ...(price === undefined ? {} : { amount: price }),
          } as const,
        ]
      : []),
  ]);

describe("whatever moves", () => {
  it("nothing is lost: agreed + overpaid = paid − refunded + set off + released + rest", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        for (const line of evaluateLedger(terms, events).lines) {
          const kept = subtractMoney(line.paid, line.refunded);
          expect(addMoney(line.amount, line.overpaid)).toBe(
            sumMoney([kept, line.deducted, line.released, line.rest]),
          );
          const both = [line.rest, line.released, line.overpaid].filter((amount) => amount !== "0.00");
          expect(both.length).toBeLessThanOrEqual(1);
          for (const kind of ["paid", "refunded", "deducted"] as const) {
            const moves = line.movements.filter((movement) => movement.kind === kind);
            expect(sumMoney(moves.map(({ amount }) => amount))).toBe(line[kind]);
          }
        }
      }),
    );
  });

  it("the order in which it was recorded plays no part", () => {
    const shuffled = anyEvents.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([events, other]) => {
        const ledger = evaluateLedger(terms, events);
        expect(evaluateLedger(terms, other)).toEqual(ledger);
        for (const line of ledger.lines) {
          expect(findSettling(line, other)).toEqual(findSettling(line, events));
          expect(findCovering(line, other)).toEqual(findCovering(line, events));
        }
      }),
    );
  });

  it("a settled line stays settled however much more is paid, and is open again by what comes back", () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 1, max: 5000 }), (events, yuan) => {
        const running = events.filter(({ kind, of }) => kind !== "ended" && of === "t1");
        const settled = [...running, { ...moved("paid", "2026-06-01"), id: "zz1" }];
        const line = lineOf("t1", settled);
        expect(line.rest).toBe("0.00");
        expect(findSettling(line, settled)?.id).toBe("zz1");
        const back = { ...moved("refunded", "2026-06-02", `${yuan}.00`), id: "zz2" };
        const after = lineOf("t1", [...settled, back]);
        const gone = subtractMoney(after.refunded, line.refunded);
        const open = compareMoney(gone, line.overpaid) > 0 ? subtractMoney(gone, line.overpaid) : "0.00";
        expect(after.rest).toBe(open);
      }),
    );
  });
});
