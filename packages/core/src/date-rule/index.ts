export { countPeriod } from "./count-period.ts";
export { windowBounds } from "./calendar-window.ts";
export {
  type Anchor,
  anchorSchema,
  type DateRule,
  dateRuleSchema,
  type KeyPeriodSchedule,
  type PeriodUnit,
  periodUnitSchema,
  type Recurrence,
  type ResponseLimit,
  type Schedule,
  type ServiceHours,
  type Span,
  scheduleSchema,
} from "./date-rule.ts";
export { expandKeyPeriods } from "./expand-key-periods.ts";
export { expandRecurrence, type Occurrence } from "./expand-recurrence.ts";
export type { Explanation, ExplanationStep, ResolvedAnchor, ResolvedRule, Waiting } from "./explanation.ts";
export { isRolling } from "./is-rolling.ts";
export { listPeriods } from "./list-periods.ts";
export { periodPhrase } from "./phrase.ts";
export { type NameSubject, printRule } from "./print-rule.ts";
export { countPhrase, type CountUnit, printSchedule } from "./print-schedule.ts";
export { renderExplanation } from "./render-explanation.ts";
export { mergeExplanations, waitFor } from "./resolve-anchor.ts";
export { resolveRule } from "./resolve-rule.ts";
export { countsFirstDay, type ResolvedSpan, resolveSpan } from "./resolve-span.ts";
export type { RuleContext } from "./rule-context.ts";
export { visitAnchors } from "./visit-anchors.ts";
export { countServiceMs, resolveClock } from "./service-clock.ts";
