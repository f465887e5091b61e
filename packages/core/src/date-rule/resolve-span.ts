import type { CivilDate } from "../civil-date/index.ts";
import { windowBounds } from "./calendar-window.ts";
import type { Anchor, DateRule, Span } from "./date-rule.ts";
import type { Explanation, Waiting } from "./explanation.ts";
import { mergeExplanations, resolveAnchor } from "./resolve-anchor.ts";
import { resolveRule } from "./resolve-rule.ts";
import type { RuleContext } from "./rule-context.ts";

/**
 * The days of a span. `firstDayCounts` is false where it starts with an event: the day on which something happened
 * is not counted (Civil Code 201), so that a year from signing has 365 days. `to` is absent while the end is open.
 */
export type ResolvedSpan =
  | (Explanation & {
      readonly state: "fixed";
      readonly from: CivilDate;
      readonly to?: CivilDate;
      readonly firstDayCounts: boolean;
      readonly endWaitsFor: readonly Waiting[];
    })
  | (Explanation & { readonly state: "waiting"; readonly waitingFor: readonly Waiting[] });

/** What the context says of a term's way of counting. */
export type TermCounts = (term: string) => boolean;

export function resolveSpan(span: Span, context: RuleContext, termCounts: TermCounts): ResolvedSpan {
  if (span.span === "window") {
    const { from, to } = windowBounds(span.window);
    return {
      state: "fixed",
      from,
      to,
      firstDayCounts: true,
      endWaitsFor: [],
      steps: [{ step: "window", from, to }],
      provisionalYears: [],
    };
  }
  const [start, end, counts] =
    span.span === "term"
      ? [context.termEdge(span.term, "start"), context.termEdge(span.term, "end"), termCounts(span.term)]
      : [
          resolveAnchor(span.from, context, resolveRule),
          resolveAnchor(span.to, context, resolveRule),
          countsAnchorDay(span.from, termCounts),
        ];
  if (start.state === "waiting") return start;
  return {
    state: "fixed",
    from: start.on,
    ...(end.state === "fixed" ? { to: end.on } : {}),
    firstDayCounts: counts,
    endWaitsFor: end.state === "waiting" ? end.waitingFor : [],
    ...mergeExplanations(end.state === "fixed" ? [start, end] : [start]),
  };
}

/**
 * Whether the day that a rule gives is the first day of what starts with it: so where it is agreed as a date, not
 * where it is the day of an event or the last day of a period (Civil Code 201).
 */
export function countsFirstDay(rule: DateRule, termCounts: TermCounts): boolean {
  return (rule.rule === "on" || rule.rule === "from") && countsAnchorDay(rule.anchor, termCounts);
}

function countsAnchorDay(anchor: Anchor, termCounts: TermCounts): boolean {
  switch (anchor.anchor) {
    case "date":
      return true;
    case "term":
      return anchor.edge === "start" && termCounts(anchor.term);
    case "rule":
      return countsFirstDay(anchor.rule, termCounts);
    case "lastOf":
    case "firstOf":
      return anchor.of.every((each) => countsAnchorDay(each, termCounts));
    default:
      return false;
  }
}
