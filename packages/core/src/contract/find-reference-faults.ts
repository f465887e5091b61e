import type { Anchor, DateRule, Schedule } from "../date-rule/index.ts";
import { visitAnchors } from "../date-rule/index.ts";
import { eventKindFacts } from "../event/index.ts";
import type { ContractTerms } from "./contract-terms.ts";
import { listObligationKeys } from "./list-obligation-keys.ts";
import { listTermKeys } from "./list-term-keys.ts";

export interface ReferenceFault {
  readonly path: (string | number)[];
  readonly message: string;
}

type Path = (string | number)[];

/** What the terms refer to and do not have, and keys that stand twice: each with its path in the terms. */
export function findReferenceFaults(terms: ContractTerms): ReferenceFault[] {
  const faults: ReferenceFault[] = [];
  const listed = listTermKeys(terms);
  const keys = new Set<string>();
  for (const { key, path } of listed) {
    if (keys.has(key)) faults.push({ path, message: `键 ${key} 重复 / key ${key} stands twice` });
    keys.add(key);
  }
  const known: Known = {
    terms: new Set(terms.terms.map((term) => term.key)),
    keys,
    obligations: new Set(listObligationKeys(terms)),
    names: new Set(Object.keys(terms.names ?? {})),
  };
  checkBases(terms, faults);
  walkRules(terms, (value, path) => {
    visitAnchors(value, path, (anchor, at) => {
      const wrong = missingReference(anchor, known);
      if (wrong !== undefined) {
        faults.push({ path: at, message: `找不到所引用的 ${wrong} / there is no ${wrong} to refer to` });
      }
    });
  });
  return faults;
}

interface Known {
  readonly terms: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly obligations: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

function missingReference(anchor: Anchor, known: Known): string | undefined {
  switch (anchor.anchor) {
    case "term":
      return known.terms.has(anchor.term) ? undefined : anchor.term;
    case "due":
    case "fulfilled":
      return known.obligations.has(anchor.of) ? undefined : anchor.of;
    case "event": {
      const { about } = eventKindFacts(anchor.event);
      if (about === "nothing") return anchor.of === undefined ? undefined : anchor.of;
      const pool = about === "term" ? known.keys : about === "obligation" ? known.obligations : known.names;
      return anchor.of !== undefined && pool.has(anchor.of) ? undefined : (anchor.of ?? `${anchor.event}.of`);
    }
    default:
      return undefined;
  }
}

function checkBases(terms: ContractTerms, faults: ReferenceFault[]): void {
  const bases = new Set((terms.price.bases ?? []).map((base) => base.key));
  for (const [index, tranche] of terms.tranches.entries()) {
    const of = tranche.amount.amount === "fixed" ? undefined : tranche.amount.of;
    if (of !== undefined && of !== "total" && !bases.has(of)) {
      const message = `找不到计算基数 ${of} / there is no base ${of}`;
      faults.push({ path: ["tranches", index, "amount", "of"], message });
    }
  }
}

function walkRules(terms: ContractTerms, visit: (value: DateRule | Schedule, path: Path) => void): void {
  if (terms.effect !== undefined) visit(terms.effect, ["effect"]);
  for (const [index, term] of terms.terms.entries()) {
    visit(term.start, ["terms", index, "start"]);
    visit(term.end, ["terms", index, "end"]);
  }
  for (const [index, tranche] of terms.tranches.entries()) {
    visit(tranche.due, ["tranches", index, "due"]);
    if (tranche.invoice !== undefined) visit(tranche.invoice.due, ["tranches", index, "invoice", "due"]);
  }
  if (terms.bond !== undefined) visit(terms.bond.due, ["bond", "due"]);
  for (const list of ["services", "deliverables", "reports"] as const) {
    for (const [index, duty] of (terms[list] ?? []).entries())
      visit(duty.schedule, [list, index, "schedule"]);
  }
  for (const [index, acceptance] of (terms.acceptances ?? []).entries()) {
    for (const step of ["application", "review", "decision", "plan"] as const) {
      const part = acceptance[step];
      if (part !== undefined) visit(part.due, ["acceptances", index, step, "due"]);
    }
  }
  for (const [index, notice] of (terms.notices ?? []).entries()) visit(notice.due, ["notices", index, "due"]);
  if (terms.secrecy?.handBack !== undefined)
    visit(terms.secrecy.handBack.due, ["secrecy", "handBack", "due"]);
}
