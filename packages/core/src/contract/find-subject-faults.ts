import type { ContractTerms } from "./contract-terms.ts";
import { type Known, missingSubject, type Path, type ReferenceFault } from "./known-keys.ts";
import type { Gate } from "./money-terms.ts";

/** References outside date rules to what the terms do not have: bases, gates, terms, services, events. */
export function findSubjectFaults(terms: ContractTerms, known: Known): ReferenceFault[] {
  const faults: ReferenceFault[] = [];
  const need = (missing: string | undefined, path: Path) => {
    if (missing === undefined) return;
    faults.push({ path, message: `找不到所引用的 ${missing} / there is no ${missing} to refer to` });
  };
  checkTranches(terms, known, need);
  checkWork(terms, known, need);
  need(absent(terms.bond?.coversTerm, known.terms), ["bond", "coversTerm"]);
  need(absent(terms.overrun?.term, known.terms), ["overrun", "term"]);
  for (const [index, { term }] of (terms.earlyEnds ?? []).entries()) {
    need(absent(term, known.terms), ["earlyEnds", index, "term"]);
  }
  need(absent(terms.secrecy?.lasts?.afterTerm, known.terms), ["secrecy", "lasts", "afterTerm"]);
  return faults;
}

type Need = (missing: string | undefined, path: Path) => void;

function absent(key: string | undefined, pool: ReadonlySet<string>): string | undefined {
  return key === undefined || pool.has(key) ? undefined : key;
}

function checkTranches(terms: ContractTerms, known: Known, need: Need): void {
  const bases = new Set(["total", ...(terms.price.bases ?? []).map((base) => base.key)]);
  for (const [index, { amount, gates }] of terms.tranches.entries()) {
    const of = amount.amount === "fixed" ? undefined : amount.of;
    need(absent(of, bases), ["tranches", index, "amount", "of"]);
    for (const [at, gate] of (gates ?? []).entries()) {
      const part = gate.gate === "monthsServed" ? "term" : "of";
      need(missingOfGate(gate, known), ["tranches", index, "gates", at, part]);
    }
  }
}

/** A gate without `of` is about its own tranche, a bond's about the bond; deliverables have to be named. */
function missingOfGate(gate: Gate, known: Known): string | undefined {
  if (gate.gate === "monthsServed") return absent(gate.term, known.terms);
  if (gate.gate === "deliverablesAccepted") {
    return gate.of === undefined ? `${gate.gate}.of` : absent(gate.of, known.obligations);
  }
  return absent(gate.of, known.keys);
}

function checkWork(terms: ContractTerms, known: Known, need: Need): void {
  const services = new Set((terms.services ?? []).map(({ key }) => key));
  const deliverables = new Set((terms.deliverables ?? []).map(({ key }) => key));
  for (const [index, { prior }] of (terms.services ?? []).entries()) {
    need(absent(prior, deliverables), ["services", index, "prior"]);
  }
  for (const [index, { service }] of (terms.deliverables ?? []).entries()) {
    need(absent(service, services), ["deliverables", index, "service"]);
  }
  for (const list of ["services", "deliverables", "reports"] as const) {
    for (const [index, { schedule }] of (terms[list] ?? []).entries()) {
      if (schedule.schedule !== "onEach") continue;
      need(missingSubject(schedule.event, schedule.of, known), [list, index, "schedule", "of"]);
    }
  }
  for (const [index, { event, of }] of (terms.notices ?? []).entries()) {
    need(missingSubject(event, of, known), ["notices", index, "of"]);
  }
}
