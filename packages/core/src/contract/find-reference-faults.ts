import { type Anchor, type DateRule, type Schedule, visitAnchors } from "../date-rule/index.ts";
import type { ContractTerms } from "./contract-terms.ts";
import { findKeyFaults } from "./find-key-faults.ts";
import { findRemedyFaults } from "./find-remedy-faults.ts";
import { findRiskFaults } from "./find-risk-faults.ts";
import { findSubjectFaults } from "./find-subject-faults.ts";
import { type Known, knowTerms, missingSubject, type Path, type ReferenceFault } from "./known-keys.ts";

/** What the terms refer to and do not have, and keys that stand twice: each with its path in the terms. */
export function findReferenceFaults(terms: ContractTerms): ReferenceFault[] {
  const known = knowTerms(terms);
  const faults = [
    ...findKeyFaults(terms),
    ...findSubjectFaults(terms, known),
    ...findRemedyFaults(terms),
    ...findRiskFaults(terms),
  ];
  walkRules(terms, (value, path, triggered) => {
    visitAnchors(value, path, (anchor, at) => {
      const fault = faultOf(anchor, at, known, triggered);
      if (fault !== undefined) faults.push(fault);
    });
  });
  return faults;
}

function faultOf(anchor: Anchor, path: Path, known: Known, triggered: boolean): ReferenceFault | undefined {
  if (anchor.anchor === "trigger" && !triggered) {
    const message =
      "此处没有触发事件可供起算 / a trigger stands only in a rule that applies to each event of a kind";
    return { path, message };
  }
  const wrong = missingReference(anchor, known);
  return wrong === undefined
    ? undefined
    : { path, message: `找不到所引用的 ${wrong} / there is no ${wrong} to refer to` };
}

function missingReference(anchor: Anchor, known: Known): string | undefined {
  switch (anchor.anchor) {
    case "term":
      return known.terms.has(anchor.term) ? undefined : anchor.term;
    case "due":
    case "fulfilled":
      return known.obligations.has(anchor.of) ? undefined : anchor.of;
    case "event":
      return missingSubject(anchor.event, anchor.of, known);
    default:
      return undefined;
  }
}

/** Visits each rule and schedule with its path; `triggered` where it is worked out for each event of a kind. */
type Visit = (value: DateRule | Schedule, path: Path, triggered: boolean) => void;

function walkRules(terms: ContractTerms, visit: Visit): void {
  if (terms.effect !== undefined) visit(terms.effect, ["effect"], false);
  for (const [index, term] of terms.terms.entries()) {
    visit(term.start, ["terms", index, "start"], false);
    visit(term.end, ["terms", index, "end"], false);
  }
  for (const [index, tranche] of terms.tranches.entries()) {
    visit(tranche.due, ["tranches", index, "due"], false);
    if (tranche.invoice === undefined) continue;
    const { due, late } = tranche.invoice;
    visit(due, ["tranches", index, "invoice", "due"], false);
    if (late?.late === "moves") visit(late.due, ["tranches", index, "invoice", "late", "due"], false);
  }
  if (terms.bond !== undefined) visit(terms.bond.due, ["bond", "due"], false);
  walkWork(terms, visit);
}

function walkWork(terms: ContractTerms, visit: Visit): void {
  for (const list of ["services", "deliverables", "reports"] as const) {
    for (const [index, { schedule }] of (terms[list] ?? []).entries()) {
      visit(schedule, [list, index, "schedule"], schedule.schedule === "onEach");
    }
  }
  for (const [index, acceptance] of (terms.acceptances ?? []).entries()) {
    for (const step of ["application", "review", "decision", "plan", "rectification"] as const) {
      const part = acceptance[step];
      const triggered = step !== "application" && step !== "decision";
      if (part !== undefined) visit(part.due, ["acceptances", index, step, "due"], triggered);
    }
  }
  for (const [index, notice] of (terms.notices ?? []).entries()) {
    visit(notice.due, ["notices", index, "due"], true);
  }
  const agreement = terms.people?.agreement;
  if (agreement !== undefined) visit(agreement.due, ["people", "agreement", "due"], true);
  if (terms.cure !== undefined) visit(terms.cure.due, ["cure", "due"], true);
  const handBack = terms.secrecy?.handBack;
  if (handBack !== undefined) visit(handBack.due, ["secrecy", "handBack", "due"], true);
}
