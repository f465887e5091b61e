import type { CivilDate } from "../civil-date/index.ts";
import { windowBounds } from "./calendar-window.ts";
import type { Anchor, Span } from "./date-rule.ts";
import type { Explanation, Waiting } from "./explanation.ts";
import { mergeExplanations, resolveAnchor } from "./resolve-anchor.ts";
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
      : [resolveAnchor(span.from, context), resolveAnchor(span.to, context), isFixedDate(span.from)];
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

function isFixedDate(anchor: Anchor): boolean {
  return anchor.anchor === "date";
}
