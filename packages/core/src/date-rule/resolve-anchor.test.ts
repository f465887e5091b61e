import { describe, expect, it } from "vitest";
import type { Anchor } from "./date-rule.ts";
import { fakeContext, fixedOn } from "./fake-context.ts";
import { resolveAnchor as resolveWith } from "./resolve-anchor.ts";
import { resolveRule } from "./resolve-rule.ts";
import type { RuleContext } from "./rule-context.ts";

const resolveAnchor = (anchor: Anchor, context: RuleContext) => resolveWith(anchor, context, resolveRule);

const signed: Anchor = { anchor: "event", event: "signed" };
const funds: Anchor = { anchor: "event", event: "fundsAppropriated", of: "t1" };

describe("an anchor", () => {
  const context = fakeContext({
    events: [
      { kind: "signed", on: "2026-03-03" },
      { kind: "requested", of: "help", at: "2026-06-01T23:30:00Z" },
    ],
    trigger: { kind: "performed", of: "scan", on: "2026-07-01" },
    terms: { "main start": fixedOn("2026-04-28"), "main end": fixedOn("2027-04-27") },
    due: { "payment.t1": fixedOn("2026-05-27") },
    fulfilled: { "service.scan": fixedOn("2026-08-08") },
  });

  it.each([
    [{ anchor: "date", on: "2026-04-28" }, "2026-04-28"],
    [signed, "2026-03-03"],
    // The civil date of an instant is the one in Asia/Shanghai.
    [{ anchor: "event", event: "requested", of: "help" }, "2026-06-02"],
    [{ anchor: "trigger" }, "2026-07-01"],
    [{ anchor: "term", term: "main", edge: "start" }, "2026-04-28"],
    [{ anchor: "term", term: "main", edge: "end" }, "2027-04-27"],
    [{ anchor: "due", of: "payment.t1" }, "2026-05-27"],
    [{ anchor: "fulfilled", of: "service.scan" }, "2026-08-08"],
    [
      { anchor: "rule", rule: { rule: "within", count: 6, unit: "month", after: signed, roll: "none" } },
      "2026-09-03",
    ],
    [{ anchor: "rule", rule: { rule: "from", anchor: signed } }, "2026-03-03"],
    [{ anchor: "rule", rule: { rule: "window", window: "2026-Q3" } }, "2026-09-30"],
  ] satisfies [Anchor, string][])("%j stands on %s", (anchor, on) => {
    expect(resolveAnchor(anchor, context)).toMatchObject({ state: "fixed", on });
  });

  it("of an event names what it waits for, about what, and who has to act", () => {
    expect(resolveAnchor(funds, context)).toEqual({
      state: "waiting",
      waitingFor: [
        {
          event: "fundsAppropriated",
          of: "t1",
          holder: "buyer",
          label: { zh: "“t1”财政资金到位", en: "fiscal funds appropriated (t1)" },
        },
      ],
      steps: [
        {
          step: "waiting",
          holder: "buyer",
          label: { zh: "“t1”财政资金到位", en: "fiscal funds appropriated (t1)" },
        },
      ],
      provisionalYears: [],
    });
  });

  it("of a trigger keeps the hour, and outside a triggered rule is a fault of the caller", () => {
    const trigger = { kind: "requested", of: "help", at: "2026-06-01T09:00:00+08:00" } as const;
    expect(resolveAnchor({ anchor: "trigger" }, fakeContext({ trigger }))).toMatchObject({ at: trigger.at });
    expect(() => resolveAnchor({ anchor: "trigger" }, fakeContext())).toThrow(RangeError);
  });
});

describe("the day on which a contract takes effect", () => {
  const effective: Anchor = { anchor: "event", event: "effective" };

  it("is the event's, where there is one", () => {
    const context = fakeContext({
      events: [{ kind: "effective", on: "2026-05-05" }],
      effective: fixedOn("2026-04-27"),
    });
    expect(resolveAnchor(effective, context)).toMatchObject({ on: "2026-05-05" });
  });

  it("is the one of the contract's own rule else, and says so", () => {
    const anchor = resolveAnchor(effective, fakeContext({ effective: fixedOn("2026-04-27") }));
    expect(anchor).toMatchObject({ on: "2026-04-27" });
    expect(anchor.steps.at(-1)).toEqual({
      step: "event",
      label: { zh: "合同生效", en: "contract takes effect" },
      on: "2026-04-27",
    });
  });

  it("waits without either", () => {
    expect(resolveAnchor(effective, fakeContext())).toMatchObject({
      state: "waiting",
      waitingFor: [{ event: "effective", holder: "both" }],
    });
  });
});

describe("the last and the first of several", () => {
  const both = { of: [signed, funds] };
  const known = fakeContext({
    events: [
      { kind: "signed", on: "2026-03-03" },
      { kind: "fundsAppropriated", of: "t1", on: "2026-03-16" },
    ],
  });
  const half = fakeContext({ events: [{ kind: "signed", on: "2026-03-03" }] });

  it("lastOf needs all, firstOf one", () => {
    expect(resolveAnchor({ anchor: "lastOf", ...both }, known)).toMatchObject({ on: "2026-03-16" });
    expect(resolveAnchor({ anchor: "firstOf", ...both }, known)).toMatchObject({ on: "2026-03-03" });
    expect(resolveAnchor({ anchor: "lastOf", ...both }, half)).toMatchObject({
      state: "waiting",
      waitingFor: [{ event: "fundsAppropriated" }],
    });
    expect(resolveAnchor({ anchor: "firstOf", ...both }, half)).toMatchObject({ on: "2026-03-03" });
    for (const anchor of ["lastOf", "firstOf"] as const) {
      expect(resolveAnchor({ anchor, ...both }, fakeContext())).toMatchObject({
        state: "waiting",
        waitingFor: [{ event: "signed" }, { event: "fundsAppropriated" }],
      });
    }
  });

  it("keep the hour of the one chosen; a date alone stands at its midnight", () => {
    const anchors = (a: string, b: string, c: string) =>
      fakeContext({
        fulfilled: { a: fixedOn(a.slice(0, 10), a), b: fixedOn(b.slice(0, 10), b), c: fixedOn(c) },
      });
    const context = anchors("2026-06-01T09:00:00+08:00", "2026-06-01T17:00:00+08:00", "2026-06-01");
    const of = (...keys: string[]): Anchor[] => keys.map((key) => ({ anchor: "fulfilled", of: key }));
    expect(resolveAnchor({ anchor: "lastOf", of: of("b", "a") }, context)).toMatchObject({
      at: "2026-06-01T17:00:00+08:00",
    });
    expect(resolveAnchor({ anchor: "firstOf", of: of("b", "a") }, context)).toMatchObject({
      at: "2026-06-01T09:00:00+08:00",
    });
    expect(resolveAnchor({ anchor: "lastOf", of: of("c", "a") }, context)).toMatchObject({
      at: "2026-06-01T09:00:00+08:00",
    });
    expect(resolveAnchor({ anchor: "firstOf", of: of("a", "c") }, context)).not.toHaveProperty("at");
  });
});
