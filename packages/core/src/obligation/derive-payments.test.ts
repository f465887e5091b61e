import { describe, expect, it } from "vitest";
import type { ContractTerms } from "../contract/index.ts";
import type { ContractEvent } from "../event/index.ts";
import {
  days,
  derive,
  find,
  main,
  onSigned,
  sampleTranche,
  signed,
  title,
  waitsFor,
  wasSigned,
} from "./sample-derivation.ts";

const t1 = sampleTranche();

describe("payments", () => {
  const gates: NonNullable<ContractTerms["tranches"][number]["gates"]> = [
    { gate: "fundsAppropriated", holder: "both" },
    { gate: "bondInForce" },
    { gate: "invoiceReceived" },
  ];
  const bond = { key: "bond", title, amount: "10000.00", due: days(10, signed) };

  it("name the gates that are closed and who holds them, until they are paid", () => {
    const payment = find(derive({ bond, tranches: [{ ...t1, gates }] }, [wasSigned]), "payment.t1");
    expect(payment).toMatchObject({ dueOn: "2026-05-13", amount: "100000.00", debtor: "buyer" });
    expect(waitsFor(payment)).toEqual(["fundsAppropriated t1", "bondReceived bond", "invoiceReceived t1"]);
    expect(payment.waitingFor[0]?.holder).toBe("both");
    const events: ContractEvent[] = [
      wasSigned,
      { id: "b", kind: "bondReceived", of: "bond", on: "2026-05-01" },
      { id: "p", kind: "paid", of: "t1", on: "2026-05-12" },
    ];
    const paid = find(derive({ bond, tranches: [{ ...t1, gates }] }, events), "payment.t1");
    expect(paid).toMatchObject({ fulfilment: { eventId: "p", on: "2026-05-12" }, waitingFor: [] });
  });

  it("open no earlier than the months to be served, once their date is known", () => {
    const served = [{ gate: "monthsServed", months: 6, term: "main" } as const];
    const dated = { ...t1, gates: served, due: { rule: "window", window: "2026" } as const };
    expect(find(derive({ tranches: [dated] }), "payment.t1")).toMatchObject({
      opensOn: "2026-10-28",
      dueOn: "2026-12-31",
      explanation: {
        steps: [{ step: "window" }, { step: "term" }, { step: "count", end: "2026-10-28" }],
      },
    });
    const soon = [{ gate: "monthsServed", months: 3, term: "main" } as const];
    const late = { ...t1, gates: soon, due: { rule: "window", window: "2026-Q4" } as const };
    expect(find(derive({ tranches: [late] }), "payment.t1").opensOn).toBe("2026-10-01");
    const waiting = find(derive({ tranches: [{ ...t1, gates: served }] }), "payment.t1");
    expect(waiting).not.toHaveProperty("opensOn");
    expect(waitsFor(waiting)).toEqual(["signed"]);
  });

  it("wait for effect by the contract's own rule", () => {
    const over: Partial<ContractTerms> = {
      effect: onSigned,
      tranches: [{ ...t1, gates: [{ gate: "effective" }] }],
    };
    expect(waitsFor(find(derive(over), "payment.t1"))).toEqual(["signed"]);
    expect(find(derive(over, [wasSigned]), "payment.t1").waitingFor).toEqual([]);
  });

  it("wait for deliverables to be accepted, a quota of them too", () => {
    const over: Partial<ContractTerms> = {
      tranches: [
        { ...t1, due: onSigned, gates: [{ gate: "deliverablesAccepted", of: "deliverable.reports" }] },
      ],
      deliverables: [
        { key: "reports", title, schedule: { schedule: "count", count: 3, unit: "system", span: main } },
      ],
    };
    const of = "deliverable.reports";
    const accepted = (id: string, quantity: number): ContractEvent => ({
      id,
      kind: "deliverableAccepted",
      of,
      on: "2026-06-01",
      quantity,
    });
    const submitted: ContractEvent = { ...accepted("s", 3), kind: "deliverableSubmitted" };
    const holderOf = (events: readonly ContractEvent[]) =>
      find(derive(over, [wasSigned, ...events]), "payment.t1").waitingFor.map(({ holder }) => holder);
    expect(waitsFor(find(derive(over, [wasSigned, accepted("a", 2)]), "payment.t1"))).toEqual([
      "fulfilled deliverable.reports",
    ]);
    expect(holderOf([accepted("a", 2)])).toEqual(["vendor"]);
    expect(holderOf([submitted, accepted("a", 2)])).toEqual(["buyer"]);
    expect(holderOf([{ ...submitted, quantity: 2 }])).toEqual(["vendor"]);
    const all = derive(over, [wasSigned, accepted("a", 2), accepted("b", 1)]);
    expect(find(all, "payment.t1").waitingFor).toEqual([]);
    expect(find(all, "deliverable.reports")).toMatchObject({
      quota: { count: 3, unit: "system", done: 3 },
      fulfilment: { eventId: "b", on: "2026-06-01" },
    });
  });
});
