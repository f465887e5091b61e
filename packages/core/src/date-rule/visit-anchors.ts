import type { Anchor, DateRule, Schedule, Span } from "./date-rule.ts";

type Path = (string | number)[];
type Visit = (anchor: Anchor, path: Path) => void;

/** Calls `visit` for each anchor of a rule or a schedule, nested ones included, with its path below `path`. */
export function visitAnchors(value: DateRule | Schedule, path: Path, visit: Visit): void {
  if ("rule" in value) visitRule(value, path, visit);
  else visitSchedule(value, path, visit);
}

function visitSchedule(schedule: Schedule, path: Path, visit: Visit): void {
  if (schedule.schedule === "once" || schedule.schedule === "onEach") {
    visitRule(schedule.due, [...path, "due"], visit);
  } else {
    visitSpan(schedule.span, [...path, "span"], visit);
  }
}

function visitSpan(span: Span, path: Path, visit: Visit): void {
  if (span.span === "between") {
    visitAnchor(span.from, [...path, "from"], visit);
    visitAnchor(span.to, [...path, "to"], visit);
  } else if (span.span === "term") {
    visit({ anchor: "term", term: span.term, edge: "start" }, [...path, "term"]);
  }
}

function visitRule(rule: DateRule, path: Path, visit: Visit): void {
  switch (rule.rule) {
    case "on":
    case "from":
      return visitAnchor(rule.anchor, [...path, "anchor"], visit);
    case "within":
    case "clock":
      return visitAnchor(rule.after, [...path, "after"], visit);
    case "before":
      return visitAnchor(rule.before, [...path, "before"], visit);
    case "between":
      visitAnchor(rule.from, [...path, "from"], visit);
      return visitAnchor(rule.to, [...path, "to"], visit);
    case "later":
    case "earlier":
      for (const [index, each] of rule.of.entries()) visitRule(each, [...path, "of", index], visit);
      return;
    case "window":
      return;
  }
}

function visitAnchor(anchor: Anchor, path: Path, visit: Visit): void {
  visit(anchor, path);
  if (anchor.anchor === "lastOf" || anchor.anchor === "firstOf") {
    for (const [index, each] of anchor.of.entries()) visitAnchor(each, [...path, "of", index], visit);
  } else if (anchor.anchor === "rule") {
    visitRule(anchor.rule, [...path, "rule"], visit);
  }
}
