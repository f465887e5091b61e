import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type ContractTerms, contractTermsSchema } from "./contract-terms.ts";
import { listObligationKeys } from "./list-obligation-keys.ts";
import { sampleTerms } from "./sample-terms.ts";

const signed = { anchor: "event", event: "signed" } as const;
const title = { zh: "某项", en: "item" };
const trigger = { anchor: "trigger" } as const;
const onTrigger = { rule: "on", anchor: trigger } as const;
const onSigned = { rule: "on", anchor: signed } as const;
const [t1] = sampleTerms().tranches;
const [main] = sampleTerms().terms;
if (t1 === undefined || main === undefined) throw new Error("the sample has a tranche and a term");

/** JSON pointers of what is wrong. */
function faults(over: Partial<ContractTerms>): string[] {
  const { error } = contractTermsSchema.safeParse(sampleTerms(over));
  return (error?.issues ?? []).map(({ path }) => `/${path.join("/")}`);
}

const dueAt = (anchor: unknown) => ({
  ...t1,
  due: { rule: "within", count: 1, unit: "day", after: anchor } as ContractTerms["tranches"][number]["due"],
});

describe("contractTermsSchema", () => {
  it("takes the sample, and says nothing of what is right", () => {
    expect(contractTermsSchema.parse(sampleTerms())).toEqual(sampleTerms());
  });

  it.each([
    [{ anchor: "term", term: "other", edge: "end" }, "/tranches/0/due/after"],
    [{ anchor: "due", of: "payment.t2" }, "/tranches/0/due/after"],
    [{ anchor: "fulfilled", of: "service.scan" }, "/tranches/0/due/after"],
    [{ anchor: "event", event: "paid", of: "t2" }, "/tranches/0/due/after"],
    [{ anchor: "event", event: "paid" }, "/tranches/0/due/after"],
    [{ anchor: "event", event: "signed", of: "t1" }, "/tranches/0/due/after"],
    [{ anchor: "event", event: "milestone", of: "handover" }, "/tranches/0/due/after"],
    [{ anchor: "event", event: "deliverableAccepted", of: "deliverable.none" }, "/tranches/0/due/after"],
    [{ anchor: "lastOf", of: [signed, { anchor: "due", of: "payment.t2" }] }, "/tranches/0/due/after/of/1"],
    [
      {
        anchor: "rule",
        rule: { rule: "between", from: signed, to: { anchor: "term", term: "x", edge: "end" } },
      },
      "/tranches/0/due/after/rule/to",
    ],
    // Nothing has happened that the rule could count from.
    [trigger, "/tranches/0/due/after"],
  ])("refuses an anchor to nothing, %j, and points at it", (anchor, path) => {
    expect(faults({ tranches: [dueAt(anchor)] })).toEqual([path]);
  });

  it.each([
    [signed],
    [{ anchor: "event", event: "paid", of: "t1" }],
    [{ anchor: "due", of: "payment.t1" }],
    [{ anchor: "term", term: "main", edge: "start" }],
  ])("takes an anchor to what is there, %j", (anchor) => {
    expect(faults({ tranches: [dueAt(anchor)] })).toEqual([]);
  });

  it("takes names as what milestones are about", () => {
    const tranches = [dueAt({ anchor: "event", event: "milestone", of: "handover" })];
    expect(faults({ tranches, names: { handover: "交接完成" } })).toEqual([]);
  });

  it.each([
    [{ effect: onTrigger }, "/effect/anchor"],
    [{ terms: [{ ...main, end: onTrigger }] }, "/terms/0/end/anchor"],
    [{ tranches: [{ ...t1, invoice: { due: onTrigger } }] }, "/tranches/0/invoice/due/anchor"],
    [
      { services: [{ key: "a", title, schedule: { schedule: "once", due: onTrigger } }] },
      "/services/0/schedule/due/anchor",
    ],
    [
      {
        reports: [
          {
            key: "a",
            title,
            schedule: { schedule: "throughout", span: { span: "between", from: signed, to: trigger } },
          },
        ],
      },
      "/reports/0/schedule/span/to",
    ],
    [
      { acceptances: [{ key: "a", title, stage: "final", decision: { due: onTrigger } }] },
      "/acceptances/0/decision/due/anchor",
    ],
  ] satisfies [Partial<ContractTerms>, string][])(
    "refuses a trigger where nothing triggers: %j",
    (over, path) => {
      expect(faults(over)).toEqual([path]);
    },
  );

  it("takes a trigger where something triggers", () => {
    const acceptance = { key: "final", title, stage: "final" as const };
    const over: Partial<ContractTerms> = {
      acceptances: [
        {
          ...acceptance,
          review: { due: onTrigger },
          plan: { due: onTrigger },
          rectification: { due: onTrigger },
          decision: { due: onSigned },
        },
      ],
      notices: [{ key: "n", title, event: "forceMajeure", debtor: "affected", due: onTrigger }],
      deliverables: [
        {
          key: "d",
          title,
          schedule: { schedule: "onEach", event: "acceptanceFailed", of: "final", due: onTrigger },
        },
      ],
      secrecy: { key: "s", title, handBack: { due: onTrigger } },
    };
    expect(faults(over)).toEqual([]);
  });

  it("checks what a rectification counts from", () => {
    const acceptance = { key: "final", title, stage: "final" as const, decision: { due: onSigned } };
    const nowhere = { rule: "on", anchor: { anchor: "due", of: "service.none" } } as const;
    expect(faults({ acceptances: [{ ...acceptance, rectification: { due: nowhere } }] })).toEqual([
      "/acceptances/0/rectification/due/anchor",
    ]);
  });

  it.each([
    [
      {
        services: [
          { key: "a", title, schedule: { schedule: "onEach", event: "performed", of: "b", due: onTrigger } },
        ],
      },
      "/services/0/schedule/of",
    ],
    [
      { notices: [{ key: "n", title, event: "acceptanceFailed", debtor: "vendor", due: onTrigger }] },
      "/notices/0/of",
    ],
    [
      { notices: [{ key: "n", title, event: "forceMajeure", of: "t1", debtor: "affected", due: onTrigger }] },
      "/notices/0/of",
    ],
    [
      {
        services: [
          { key: "a", title, schedule: { schedule: "throughout", span: { span: "term", term: "other" } } },
        ],
      },
      "/services/0/schedule/span/term",
    ],
    [
      { deliverables: [{ key: "a", title, service: "none", schedule: { schedule: "once", due: onSigned } }] },
      "/deliverables/0/service",
    ],
    [{ bond: { key: "b", title, amount: "1.00", due: onSigned, coversTerm: "other" } }, "/bond/coversTerm"],
    [
      { secrecy: { key: "s", title, lasts: { count: 3, unit: "year", afterTerm: "other" } } },
      "/secrecy/lasts/afterTerm",
    ],
    [{ tranches: [{ ...t1, amount: { amount: "remainder", of: "year-one" } }] }, "/tranches/0/amount/of"],
    [{ tranches: [{ ...t1, gates: [{ gate: "acceptancePassed", of: "final" }] }] }, "/tranches/0/gates/0/of"],
    [{ tranches: [{ ...t1, gates: [{ gate: "deliverablesAccepted" }] }] }, "/tranches/0/gates/0/of"],
    [
      {
        tranches: [
          { ...t1, gates: [{ gate: "effective" }, { gate: "monthsServed", months: 6, term: "other" }] },
        ],
      },
      "/tranches/0/gates/1/term",
    ],
  ] satisfies [Partial<ContractTerms>, string][])("refuses %j and points at it", (over, path) => {
    expect(faults(over)).toEqual([path]);
  });

  it.each([
    [{ tranches: [t1, t1] }, "/tranches/1/key"],
    [{ reports: [{ key: "main", title, schedule: { schedule: "once", due: onSigned } }] }, "/reports/0/key"],
    [{ names: { t1: "首付" } }, "/names/t1"],
    [{ secrecy: { key: "t1", title } }, "/secrecy/key"],
    [
      {
        price: {
          total: "100000.00",
          bases: [
            { key: "y1", title, amount: "1.00" },
            { key: "y1", title, amount: "2.00" },
          ],
        },
      },
      "/price/bases/1/key",
    ],
    [
      { price: { total: "100000.00", bases: [{ key: "total", title, amount: "1.00" }] } },
      "/price/bases/0/key",
    ],
    [
      {
        services: [
          {
            key: "help",
            title,
            schedule: {
              schedule: "onDemand",
              span: { span: "term", term: "main" },
              limits: [
                { key: "respond", title, count: 30, unit: "minute" },
                { key: "respond", title, count: 2, unit: "hour" },
              ],
            },
          },
        ],
      },
      "/services/0/schedule/limits/1/key",
    ],
  ] satisfies [Partial<ContractTerms>, string][])("refuses a key that stands twice: %j", (over, path) => {
    expect(faults(over)).toEqual([path]);
  });

  it("says it in both languages", () => {
    const { error } = contractTermsSchema.safeParse(sampleTerms({ tranches: [t1, t1] }));
    expect(error?.issues[0]?.message).toBe("键 t1 重复 / key t1 stands twice");
  });

  it("refuses a deliverable to be accepted beforehand that is not there", () => {
    const span = { span: "term", term: "main" } as const;
    const schedule = { schedule: "throughout", span } as const;
    const training = { key: "training", title, schedule, people: 30, prior: "plan" };
    const plan = { key: "plan", title, schedule };
    expect(faults({ services: [training] })).toEqual(["/services/0/prior"]);
    expect(faults({ services: [{ ...training, prior: "training" }] })).toEqual(["/services/0/prior"]);
    expect(faults({ services: [training], deliverables: [plan] })).toEqual([]);
    expect(faults({ services: [{ ...training, people: 0 }], deliverables: [plan] })).toEqual([
      "/services/0/people",
    ]);
  });

  it("refuses to count from an allowance, which is neither due nor done, and from a term that is not there", () => {
    const span = { span: "term", term: "main" } as const;
    const count = { schedule: "count", count: 30, unit: "day", span } as const;
    const duty = (bound: "atMost" | "atLeast") => ({
      services: [{ key: "duty", title, schedule: { ...count, bound } }],
      tranches: [dueAt({ anchor: "fulfilled", of: "service.duty" })],
    });
    expect(faults(duty("atLeast"))).toEqual([]);
    expect(faults(duty("atMost"))).toEqual(["/tranches/0/due/after"]);
    const schedule = { schedule: "keyPeriods", each: "day", span: { span: "term", term: "other" } } as const;
    expect(faults({ reports: [{ key: "daily", title, schedule }] })).toEqual([
      "/reports/0/schedule/span/term",
    ]);
  });

  it.each([
    [{ schemaVersion: 2 }],
    [{ extra: true }],
    [{ terms: [] }],
    [{ tranches: [] }],
    [{ price: { total: "100000" } }],
    [{ parties: { buyer: { name: " " }, vendor: { name: "乙方" } } }],
  ])("refuses %j", (over) => {
    expect(contractTermsSchema.safeParse({ ...sampleTerms(), ...over }).success).toBe(false);
  });
});

describe("listObligationKeys", () => {
  it("lists what stands on its own, not what recurs", () => {
    const span = { span: "term", term: "main" } as const;
    const over: Partial<ContractTerms> = {
      tranches: [{ ...t1, invoice: { due: onSigned } }],
      bond: { key: "b", title, amount: "1.00", due: onSigned },
      services: [
        { key: "scan", title, schedule: { schedule: "count", count: 6, unit: "time", span } },
        { key: "watch", title, schedule: { schedule: "throughout", span } },
        {
          key: "events",
          title,
          schedule: { schedule: "count", count: 30, unit: "day", bound: "atMost", span },
        },
        { key: "duty", title, schedule: { schedule: "keyPeriods", each: "period", span } },
      ],
      reports: [
        { key: "final-report", title, schedule: { schedule: "once", due: onSigned } },
        { key: "monthly", title, schedule: { schedule: "every", period: "month", span } },
      ],
      acceptances: [
        { key: "final", title, stage: "final", application: { due: onSigned }, decision: { due: onSigned } },
      ],
    };
    expect(listObligationKeys(sampleTerms(over))).toEqual([
      "payment.t1",
      "invoice.t1",
      "bond.b",
      "service.scan",
      "report.final-report",
      "application.final",
      "acceptance.final",
    ]);
  });
});

describe("as JSON Schema", () => {
  it("has the recursive rules as definitions and the required parts", () => {
    const schema = z.toJSONSchema(contractTermsSchema, { io: "input" });
    expect(schema.required).toEqual([
      "schemaVersion",
      "number",
      "name",
      "parties",
      "price",
      "terms",
      "tranches",
    ]);
    expect(schema.additionalProperties).toBe(false);
    const definitions = Object.values(schema.$defs ?? {}).map((each) =>
      JSON.stringify((each.oneOf ?? []).map((option) => Object.keys(option.properties ?? {})[0])),
    );
    const anchors = Array.from({ length: 9 }, () => "anchor");
    const rules = Array.from({ length: 9 }, () => "rule");
    expect(definitions.toSorted()).toEqual([JSON.stringify(anchors), JSON.stringify(rules)]);
  });
});
