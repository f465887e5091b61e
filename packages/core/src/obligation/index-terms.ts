import { type ContractTerms, titleText } from "../contract/index.ts";
import type { DateRule, Span } from "../date-rule/index.ts";
import type { EventKind } from "../event/index.ts";
import type { Side } from "../party/index.ts";
import type { Text } from "../text/index.ts";
import type { FulfilledBy, ObligationKind } from "./obligation.ts";

/** An obligation that stands on its own (not one of a series): what rules may refer to by its key. */
interface Standing {
  readonly title: Text;
  readonly debtor: Side;
  readonly fulfilledBy: readonly FulfilledBy[];
  readonly due: DateRule | { readonly endOf: Span };
  readonly quota?: { readonly count: number; readonly credit: FulfilledBy };
}

/** Obligations of the terms by key, and the name of everything that a rule or an event can be about. */
export interface TermsIndex {
  readonly standing: ReadonlyMap<string, Standing>;
  readonly nameOf: (subject: string) => Text;
}

/** `known`: what is no part of the terms and has a name of its own. */
export function indexTerms(terms: ContractTerms, known?: ReadonlyMap<string, Text>): TermsIndex {
  const standing = new Map<string, Standing>();
  const names = new Map<string, Text>();
  const add: Add = (key, entry, ways) => {
    const fulfilledBy = ways.some(({ event }) => shownAlone.has(event))
      ? ways
      : [...ways, { event: "fulfilled", of: key } as const];
    standing.set(key, { ...entry, fulfilledBy });
    names.set(key, entry.title);
  };
  for (const term of terms.terms) names.set(term.key, titleText(term.title));
  indexMoney(terms, names, add);
  indexDuties(terms, names, add);
  for (const acceptance of terms.acceptances ?? []) {
    const title = titleText(acceptance.title);
    names.set(acceptance.key, title);
    if (acceptance.application !== undefined) {
      add(
        `application.${acceptance.key}`,
        { title: applicationTitle(title), debtor: "vendor", due: acceptance.application.due },
        [{ event: "acceptanceApplied", of: acceptance.key }],
      );
    }
    add(`acceptance.${acceptance.key}`, { title, debtor: "buyer", due: acceptance.decision.due }, [
      { event: "acceptancePassed", of: acceptance.key },
    ]);
  }
  for (const [key, name] of Object.entries(terms.names ?? {})) names.set(key, { zh: name, en: name });
  return {
    standing,
    nameOf: (subject) => names.get(subject) ?? known?.get(subject) ?? { zh: subject, en: subject },
  };
}

/** Money is shown by what was paid and received, an acceptance by its rounds: never by somebody's word. */
const shownAlone: ReadonlySet<EventKind> = new Set([
  "paid",
  "invoiceReceived",
  "acceptanceApplied",
  "acceptancePassed",
]);

type Add = (key: string, entry: Omit<Standing, "fulfilledBy">, ways: readonly FulfilledBy[]) => void;

function indexMoney(terms: ContractTerms, names: Map<string, Text>, add: Add): void {
  for (const tranche of terms.tranches) {
    const title = titleText(tranche.title);
    names.set(tranche.key, title);
    add(`payment.${tranche.key}`, { title, debtor: "buyer", due: tranche.due }, [
      { event: "paid", of: tranche.key },
    ]);
    if (tranche.invoice !== undefined) {
      add(
        `invoice.${tranche.key}`,
        { title: invoiceTitle(title), debtor: "vendor", due: tranche.invoice.due },
        [{ event: "invoiceReceived", of: tranche.key }],
      );
    }
  }
  const { bond } = terms;
  if (bond !== undefined) {
    const title = titleText(bond.title);
    names.set(bond.key, title);
    add(`bond.${bond.key}`, { title, debtor: "vendor", due: bond.due }, [
      { event: "bondReceived", of: bond.key },
    ]);
  }
}

function indexDuties(terms: ContractTerms, names: Map<string, Text>, add: Add): void {
  for (const kind of ["service", "deliverable", "report"] as const) {
    for (const duty of terms[`${kind}s`] ?? []) {
      const title = titleText(duty.title);
      names.set(duty.key, title);
      const key = `${kind}.${duty.key}`;
      const { schedule } = duty;
      const credit = creditOf(kind, duty.key);
      if (schedule.schedule === "once") add(key, { title, debtor: "vendor", due: schedule.due }, [credit]);
      if (schedule.schedule === "count" && schedule.bound !== "atMost") {
        const quota = { count: schedule.count, credit };
        add(key, { title, debtor: "vendor", due: { endOf: schedule.span }, quota }, []);
      }
    }
  }
}

/** What counts for a duty: a service as performed, a deliverable or a report as accepted. */
export function creditOf(kind: ObligationKind, key: string): FulfilledBy {
  return kind === "service"
    ? { event: "performed", of: key }
    : { event: "deliverableAccepted", of: `${kind}.${key}` };
}

export function invoiceTitle(tranche: Text): Text {
  return { zh: `${tranche.zh}发票`, en: `Invoice: ${tranche.en}` };
}

export function applicationTitle(acceptance: Text): Text {
  return { zh: `申请${acceptance.zh}`, en: `Application: ${acceptance.en}` };
}
