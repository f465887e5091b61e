import type { Calendar } from "../calendar/index.ts";
import { type ContractTerms, titleText } from "../contract/index.ts";
import type { CivilDate } from "../civil-date/index.ts";
import type { VendorSize } from "../vendor/index.ts";
import { resolveRule } from "../date-rule/index.ts";
import { type ContractEvent, eventDate } from "../event/index.ts";
import { buildObligation, waysOf } from "./build-obligation.ts";
import { createContext, type DeriveContext } from "./create-context.ts";
import { createEventLog } from "./event-log.ts";
import { deriveAcceptance } from "./derive-acceptances.ts";
import { deriveDuty, type Duty } from "./derive-duties.ts";
import { derivePayments } from "./derive-payments.ts";
import { deriveSecrecy } from "./derive-secrecy.ts";
import { indexTerms } from "./index-terms.ts";
import { markNudges } from "./mark-nudges.ts";
import type { Obligation } from "./obligation.ts";

export interface DeriveOptions {
  /** Daily and weekly instances that open after this day are left for a later derivation. */
  readonly horizonOn?: CivilDate;
  /** The vendor's size when the contract was made; without it no statutory date is worked out. */
  readonly vendorSize?: VendorSize;
}

/**
 * Everything that somebody has to do under a contract: payments and invoices, bond, services, deliverables, reports,
 * acceptances, notices, secrecy. A pure function: the same terms, events and calendar give the same obligations
 * under the same keys. Throws `invalid` where rules rest on each other or a remainder cannot be worked out.
 */
export function deriveObligations(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
  options: DeriveOptions = {},
): Obligation[] {
  const index = indexTerms(terms);
  const context = createContext(terms, createEventLog(events), calendar, index);
  const duties = listDuties(terms).flatMap((duty) => deriveDuty(duty, context, options.horizonOn));
  const acceptances = (terms.acceptances ?? []).flatMap((acceptance) =>
    deriveAcceptance(acceptance, context),
  );
  const secrecy = terms.secrecy === undefined ? [] : deriveSecrecy(terms.secrecy, context);
  const payments = derivePayments(context, options.vendorSize);
  const all = [...payments, ...deriveBond(context), ...duties, ...acceptances, ...secrecy];
  return markNudges(endEarly(all, context), index);
}

/**
 * After an early end only what survives the contract is owed: secrecy, hand-back, what is left to pay (民法典 567). A
 * tranche that was paid in part is done with that, for the settlement has taken the rest of it.
 */
function endEarly(obligations: readonly Obligation[], { log }: DeriveContext): readonly Obligation[] {
  const ended = log.first("ended", undefined);
  if (ended === undefined) return obligations;
  const survive = new Set(["secrecy", "handBack"]);
  const fulfilment = { eventId: ended.id, on: eventDate(ended) };
  return obligations.flatMap((obligation) => {
    const { kind, key, balance } = obligation;
    if (obligation.fulfilment !== undefined || survive.has(kind) || extra.has(key)) return [obligation];
    const begun = balance !== undefined && balance.movements.length > 0;
    return begun ? [{ ...obligation, waitingFor: [], fulfilment }] : [];
  });
}

const extra: ReadonlySet<string> = new Set(["payment.overrun", "payment.settlement"]);

function deriveBond(context: DeriveContext): Obligation[] {
  const { bond } = context.terms;
  if (bond === undefined) return [];
  const key = `bond.${bond.key}`;
  const facts = {
    key,
    kind: "bond",
    shape: "single",
    title: titleText(bond.title),
    debtor: "vendor",
  } as const;
  const money = { amount: bond.amount, clause: bond.clause, rule: bond.due };
  return [
    buildObligation(
      { ...facts, ...money, fulfilledBy: waysOf(key, context) },
      resolveRule(bond.due, context),
      context,
    ),
  ];
}

function listDuties(terms: ContractTerms): Duty[] {
  const kinds = ["service", "deliverable", "report"] as const;
  const vendors = kinds.flatMap((kind) =>
    (terms[`${kind}s`] ?? []).map(
      ({ key, title, clause, schedule }): Duty => ({ key, kind, title, debtor: "vendor", clause, schedule }),
    ),
  );
  const notices = (terms.notices ?? []).map(({ key, title, clause, debtor, event, of, due }): Duty => {
    const about = of === undefined ? {} : { of };
    return {
      key,
      kind: "notice",
      title,
      debtor,
      clause,
      schedule: { schedule: "onEach", event, ...about, due },
    };
  });
  return [...vendors, ...notices];
}
