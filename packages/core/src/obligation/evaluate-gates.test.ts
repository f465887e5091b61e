import { describe, expect, it } from "vitest";
import { type ContractTerms, contractTermsSchema } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { ContractEvent } from "../event/index.ts";
import { createContext } from "./create-context.ts";
import { evaluateGates, type GateStatus } from "./evaluate-gates.ts";
import { calendar, days, onSigned, sampleTranche, signed, title, wasSigned } from "./sample-derivation.ts";

type Gates = NonNullable<ContractTerms["tranches"][number]["gates"]>;

const invoiceDue = {
  rule: "before",
  count: 3,
  unit: "workingDay",
  before: { anchor: "due", of: "payment.t1" },
} as const;
const work: Partial<ContractTerms> = {
  bond: { key: "bond", title, amount: "10000.00", due: days(10, signed) },
  deliverables: [{ key: "plan", title, schedule: { schedule: "once", due: days(7, signed) } }],
  acceptances: [{ key: "final", title, stage: "final", decision: { due: days(14, signed) } }],
};

/** The gates of the sample's payment, which is due on 2026-05-13 once signed on 2026-04-27; its invoice three working days before. */
function gatesOf(
  gates: Gates,
  events: readonly ContractEvent[] = [wasSigned],
  over: Partial<ContractTerms> = {},
): GateStatus[] {
  const tranche = { ...sampleTranche(), gates, invoice: { due: invoiceDue } };
  const terms = contractTermsSchema.parse(sampleTerms({ ...work, tranches: [tranche], ...over }));
  const context = createContext(terms, events, calendar);
  return terms.tranches.flatMap((each) => evaluateGates(each, context));
}
const gateOf = (...given: Parameters<typeof gatesOf>): GateStatus => {
  const [gate, more] = gatesOf(...given);
  if (gate === undefined || more !== undefined) throw new Error("one gate was asked for");
  return gate;
};
const happened = (kind: ContractEvent["kind"], on: string, of?: string): ContractEvent => ({
  id: `${kind}-${on}`,
  kind,
  on,
  ...(of === undefined ? {} : { of }),
});

interface Kind {
  readonly gates: Gates;
  readonly holder: "buyer" | "vendor" | "both";
  readonly by: string;
  readonly opens: ContractEvent;
}
const kinds: readonly Kind[] = [
  {
    gates: [{ gate: "effective" }],
    holder: "both",
    by: "2026-05-13",
    opens: happened("effective", "2026-05-02"),
  },
  {
    gates: [{ gate: "fundsAppropriated" }],
    holder: "buyer",
    by: "2026-05-13",
    opens: happened("fundsAppropriated", "2026-05-03", "t1"),
  },
  {
    gates: [{ gate: "invoiceReceived" }],
    holder: "vendor",
    by: "2026-05-09",
    opens: happened("invoiceReceived", "2026-05-04", "t1"),
  },
  {
    gates: [{ gate: "acceptancePassed", of: "final" }],
    holder: "buyer",
    by: "2026-05-11",
    opens: happened("acceptancePassed", "2026-05-05", "final"),
  },
  {
    gates: [{ gate: "deliverablesAccepted", of: "deliverable.plan" }],
    holder: "vendor",
    by: "2026-05-06",
    opens: happened("deliverableAccepted", "2026-05-06", "deliverable.plan"),
  },
  {
    gates: [{ gate: "bondInForce" }],
    holder: "vendor",
    by: "2026-05-07",
    opens: happened("bondReceived", "2026-05-07", "bond"),
  },
  {
    gates: [{ gate: "satisfied" }],
    holder: "buyer",
    by: "2026-05-13",
    opens: happened("satisfied", "2026-05-08", "t1"),
  },
];

describe.each(kinds)("the gate $gates.0.gate", ({ gates, holder, by, opens }) => {
  it("is closed until what it waits for happens, and names who has to act and by when", () => {
    const gate = gateOf(gates);
    expect(gate).toMatchObject({ gate: gates[0]?.gate, open: false, by, waitingFor: [{ holder }] });
    expect(gate).not.toHaveProperty("openedOn");
    expect(gate.waitingFor).toHaveLength(1);
    for (const text of [gate.label.zh, gate.label.en]) expect(text).not.toBe("");
  });

  it("is open from the day on which it happened", () => {
    const gate = gateOf(gates, [wasSigned, opens]);
    expect(gate).toMatchObject({ open: true, openedOn: opens.on, waitingFor: [] });
    expect(gate).not.toHaveProperty("by");
  });

  it("lies with whom the contract names", () => {
    const [gate] = gates;
    if (gate === undefined || gate.gate === "monthsServed") throw new Error("a gate of an event");
    for (const named of ["buyer", "vendor", "both"] as const) {
      expect(gateOf([{ ...gate, holder: named }]).waitingFor).toMatchObject([{ holder: named }]);
    }
  });

  it("does not open by what is about something else", () => {
    if (opens.of === undefined) return;
    expect(gateOf(gates, [wasSigned, { ...opens, of: "other" }]).open).toBe(false);
  });
});

describe("gates", () => {
  it("of an acceptance lie with the vendor once it was sent back", () => {
    const passed: Gates = [{ gate: "acceptancePassed", of: "final" }];
    const applied = happened("acceptanceApplied", "2026-05-04", "final");
    const failed = happened("acceptanceFailed", "2026-05-06", "final");
    const again = happened("acceptanceApplied", "2026-05-08", "final");
    const holders = (...events: readonly ContractEvent[]) =>
      gateOf(passed, [wasSigned, ...events]).waitingFor.map(({ holder }) => holder);
    expect(holders(applied)).toEqual(["buyer"]);
    expect(holders(applied, failed)).toEqual(["vendor"]);
    expect(holders(applied, failed, again)).toEqual(["buyer"]);
  });

  it("months to be served open by themselves, once the term has begun", () => {
    const served: Gates = [{ gate: "monthsServed", months: 6, term: "main" }];
    expect(gateOf(served)).toEqual({
      gate: "monthsServed",
      of: "main",
      label: { zh: "服务满6个月", en: "6 months of service" },
      open: true,
      openedOn: "2026-10-28",
      waitingFor: [],
    });
    const end = { rule: "on", anchor: { anchor: "date", on: "2027-04-27" } } as const;
    const terms = [{ key: "main", title, start: onSigned, end }];
    expect(gateOf(served, [], { terms })).toMatchObject({ open: false, waitingFor: [{ event: "signed" }] });
  });

  it("of effect follow the contract's own rule where there is one", () => {
    const over = { effect: onSigned };
    expect(gateOf([{ gate: "effective" }], [wasSigned], over)).toMatchObject({ openedOn: "2026-04-27" });
    expect(gateOf([{ gate: "effective" }], [], over).waitingFor).toMatchObject([{ event: "signed" }]);
  });

  it("come in the order of the contract, without a day while none is known", () => {
    const gates = gatesOf([{ gate: "satisfied" }, { gate: "bondInForce" }, { gate: "invoiceReceived" }], []);
    expect(gates.map(({ gate }) => gate)).toEqual(["satisfied", "bondInForce", "invoiceReceived"]);
    for (const gate of gates) expect(gate).not.toHaveProperty("by");
  });

  it("of an invoice lie with the buyer while it is being checked, and open when all of it is in", () => {
    const gates: Gates = [{ gate: "invoiceReceived" }];
    const handedIn = happened("invoiceSubmitted", "2026-05-04", "t1");
    const checking = gateOf(gates, [wasSigned, handedIn]);
    expect(checking).toMatchObject({ open: false, by: "2026-05-09", waitingFor: [{ holder: "buyer" }] });
    const part = (id: string, on: string, amount: string): ContractEvent => ({
      id,
      kind: "invoiceReceived",
      of: "t1",
      on,
      amount,
    });
    const [first, rest] = [part("a", "2026-05-04", "60000.00"), part("b", "2026-05-08", "40000.00")] as const;
    expect(gateOf(gates, [wasSigned, first])).toMatchObject({
      open: false,
      waitingFor: [{ holder: "vendor" }],
    });
    expect(gateOf(gates, [wasSigned, first, rest])).toMatchObject({ open: true, openedOn: "2026-05-08" });
  });

  it("name no day for what may be done from some day on, without an end", () => {
    const from = { rule: "from", anchor: signed } as const;
    const acceptances = [{ key: "final", title, stage: "final", decision: { due: from } }] as const;
    const gates: Gates = [{ gate: "acceptancePassed", of: "final" }];
    expect(gateOf(gates, [wasSigned], { acceptances: [...acceptances] }).by).toBe("2026-05-13");
    const tranche = { ...sampleTranche(), gates, due: from };
    const open = gateOf(gates, [wasSigned], { acceptances: [...acceptances], tranches: [tranche] });
    expect(open).not.toHaveProperty("by");
  });
});
