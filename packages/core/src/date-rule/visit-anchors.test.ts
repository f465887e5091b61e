import { describe, expect, it } from "vitest";
import type { Anchor, DateRule, Schedule } from "./date-rule.ts";
import { visitAnchors } from "./visit-anchors.ts";

const signed: Anchor = { anchor: "event", event: "signed" };
const due: Anchor = { anchor: "due", of: "payment.t1" };

function paths(value: DateRule | Schedule): string[] {
  const found: string[] = [];
  visitAnchors(value, ["x"], (anchor, path) => found.push(`${path.join("/")} ${anchor.anchor}`));
  return found;
}

describe("visitAnchors", () => {
  it.each([
    [{ rule: "on", anchor: signed }, ["x/anchor event"]],
    [{ rule: "from", anchor: signed }, ["x/anchor event"]],
    [{ rule: "within", count: 1, unit: "day", after: signed }, ["x/after event"]],
    [{ rule: "clock", count: 1, unit: "hour", after: signed }, ["x/after event"]],
    [{ rule: "before", count: 1, unit: "day", before: due }, ["x/before due"]],
    [{ rule: "between", from: signed, to: due }, ["x/from event", "x/to due"]],
    [{ rule: "window", window: "2026" }, []],
    [
      {
        rule: "earlier",
        of: [
          { rule: "on", anchor: signed },
          { rule: "on", anchor: due },
        ],
      },
      ["x/of/0/anchor event", "x/of/1/anchor due"],
    ],
    [
      {
        rule: "on",
        anchor: { anchor: "lastOf", of: [signed, { anchor: "rule", rule: { rule: "on", anchor: due } }] },
      },
      ["x/anchor lastOf", "x/anchor/of/0 event", "x/anchor/of/1 rule", "x/anchor/of/1/rule/anchor due"],
    ],
    [{ schedule: "once", due: { rule: "on", anchor: signed } }, ["x/due/anchor event"]],
    [{ schedule: "throughout", span: { span: "term", term: "main" } }, ["x/span/term term"]],
    [{ schedule: "throughout", span: { span: "window", window: "2026" } }, []],
    [
      { schedule: "every", period: "day", span: { span: "between", from: signed, to: due } },
      ["x/span/from event", "x/span/to due"],
    ],
    [
      {
        schedule: "onEach",
        event: "performed",
        of: "scan",
        due: { rule: "on", anchor: { anchor: "trigger" } },
      },
      ["x/due/anchor trigger"],
    ],
  ] satisfies [DateRule | Schedule, string[]][])("%j", (value, expected) => {
    expect(paths(value)).toEqual(expected);
  });
});
