import { describe, expect, it } from "vitest";
import type { ContractTerms, Tranche } from "../contract/index.ts";
import { renderExplanation } from "../date-rule/index.ts";
import type { ContractEvent } from "../event/index.ts";
import type { VendorSize } from "../vendor/index.ts";
import type { StatutoryDate } from "./obligation.ts";
import { assessOne, happened } from "./sample-assessment.ts";
import { calendar, days, onSigned, sampleTranche, signed, title, wasSigned } from "./sample-derivation.ts";

type Gates = NonNullable<Tranche["gates"]>;
const accepted: Gates = [{ gate: "acceptancePassed", of: "final" }];
const passed = { anchor: "event", event: "acceptancePassed", of: "final" } as const;
const acceptance = (decision: Tranche["due"]): Partial<ContractTerms> => ({
  acceptances: [{ key: "final", title, stage: "final", decision: { due: decision } }],
});

function statutoryOf(
  gates: Gates,
  more: readonly ContractEvent[],
  over: Partial<ContractTerms> & { readonly due?: Tranche["due"] } = {},
  size: VendorSize | undefined = "small",
): StatutoryDate | undefined {
  const { due = onSigned, ...terms } = over;
  const tranches = [{ ...sampleTranche(), gates, due }];
  const given = { ...acceptance(days(14, signed)), ...terms, tranches };
  return assessOne(given, [wasSigned, ...more], "2026-05-01", size).obligation.statutory;
}

describe("the latest day that the law allows", () => {
  it("is 60 days after acceptance where the contract agrees on a period, else 30", () => {
    const done = [happened("acceptancePassed", "2026-05-08", "final")];
    const agreed = { rule: "within", count: 10, unit: "workingDay", after: passed } as const;
    expect(statutoryOf(accepted, done, { due: agreed })).toMatchObject({ dueOn: "2026-07-07" });
    const open = { rule: "from", anchor: passed } as const;
    expect(statutoryOf(accepted, done, { due: open })).toMatchObject({ dueOn: "2026-06-08" });
  });

  it("says in both languages how it came about", () => {
    const statutory = statutoryOf(accepted, [happened("acceptancePassed", "2026-05-08", "final")]);
    if (statutory === undefined) throw new Error("there is a day");
    const { zh, en } = renderExplanation(statutory.explanation, calendar);
    expect(zh).toContain("“某项”通过：2026-05-08");
    expect(zh).toContain("自 2026-05-08 次日起算60日：2026-07-07（民法典第201条）");
    expect(en).toContain("item passed: 2026-05-08");
    expect(en).toContain("60 days counted from the day after 2026-05-08: 2026-07-07 (Civil Code 201)");
  });

  it("waits for the delivery, and says for whom", () => {
    const statutory = statutoryOf(accepted, []);
    expect(statutory).toMatchObject({ waitingFor: [{ event: "acceptancePassed", holder: "buyer" }] });
    expect(statutory).not.toHaveProperty("dueOn");
  });

  it.each<VendorSize>(["medium", "small", "micro"])("protects a %s enterprise", (size) => {
    expect(statutoryOf(accepted, [], {}, size)).toBeDefined();
  });

  it("is none for a large enterprise, for one of no known size, and for a payment that hangs on nothing delivered", () => {
    expect(statutoryOf(accepted, [], {}, "large")).toBeUndefined();
    const unknown = assessOne(
      { tranches: [{ ...sampleTranche(), gates: accepted }], ...acceptance(onSigned) },
      [],
      "2026-05-01",
    );
    expect(unknown.obligation).not.toHaveProperty("statutory");
    expect(statutoryOf([], [])).toBeUndefined();
    const others: Gates = [
      { gate: "effective" },
      { gate: "fundsAppropriated" },
      { gate: "invoiceReceived" },
      { gate: "bondInForce" },
    ];
    const bond = { key: "bond", title, amount: "10000.00", due: days(10, signed) };
    expect(statutoryOf(others, [], { bond })).toBeUndefined();
  });

  it("counts from whatever the payment hangs on, the last of several", () => {
    const satisfied = happened("satisfied", "2026-05-04", "t1");
    expect(statutoryOf([{ gate: "satisfied" }], [satisfied])).toMatchObject({ dueOn: "2026-07-03" });
    const deliverables = [{ key: "plan", title, schedule: { schedule: "once", due: onSigned } as const }];
    const plan = happened("deliverableAccepted", "2026-05-06", "deliverable.plan");
    const delivered: Gates = [{ gate: "deliverablesAccepted", of: "deliverable.plan" }];
    expect(statutoryOf(delivered, [plan], { deliverables })).toMatchObject({ dueOn: "2026-07-06" });
    const served: Gates = [{ gate: "monthsServed", months: 1, term: "main" }];
    expect(statutoryOf(served, [])).toMatchObject({ dueOn: "2026-07-27" });
    const both: Gates = [{ gate: "satisfied" }, ...delivered];
    expect(statutoryOf(both, [satisfied, plan], { deliverables })).toMatchObject({ dueOn: "2026-07-06" });
    expect(statutoryOf(both, [satisfied], { deliverables })?.waitingFor).toMatchObject([
      { event: "fulfilled", holder: "vendor" },
    ]);
  });
});

describe("an acceptance that comes later than agreed", () => {
  // Agreed for 2026-05-11, fourteen days after signing.
  const late = happened("acceptancePassed", "2026-06-02", "final");
  const dueOn = (...events: ContractEvent[]) => statutoryOf(accepted, events)?.dueOn;

  it("counts from the agreed day; one in time from its own", () => {
    expect(dueOn(late)).toBe("2026-07-10");
    expect(dueOn(happened("acceptancePassed", "2026-05-11", "final"))).toBe("2026-07-10");
    expect(dueOn(happened("acceptancePassed", "2026-05-06", "final"))).toBe("2026-07-06");
  });

  it("counts from its own day where the work was refused before the agreed one", () => {
    // 60 days after 2026-06-02 are 2026-08-01, a Saturday.
    expect(dueOn(happened("acceptanceFailed", "2026-05-11", "final"), late)).toBe("2026-08-03");
    expect(dueOn(happened("acceptanceObjected", "2026-05-09", "final"), late)).toBe("2026-08-03");
    expect(dueOn(happened("acceptanceFailed", "2026-05-12", "final"), late)).toBe("2026-07-10");
  });

  it("counts from its own day where no last day was agreed", () => {
    const open = acceptance({ rule: "from", anchor: signed });
    expect(statutoryOf(accepted, [late], open)?.dueOn).toBe("2026-08-03");
  });
});
