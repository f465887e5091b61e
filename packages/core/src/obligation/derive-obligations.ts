import type { Calendar } from "../calendar/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import type { CivilDate } from "../civil-date/index.ts";
import type { Text } from "../text/index.ts";
import type { VendorSize } from "../vendor/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { createContext } from "./create-context.ts";
import { deriveAcceptance } from "./derive-acceptances.ts";
import { deriveBond } from "./derive-bond.ts";
import { deriveDuty, type Duty } from "./derive-duties.ts";
import { deriveFindings, type FindingUnit } from "./derive-findings.ts";
import { derivePayments } from "./derive-payments.ts";
import { derivePeople } from "./derive-people.ts";
import { deriveRemedies } from "./derive-remedies.ts";
import { deriveScores } from "./derive-scores.ts";
import { deriveSecrecy } from "./derive-secrecy.ts";
import { markNudges } from "./mark-nudges.ts";
import { moveByForceMajeure } from "./move-by-force-majeure.ts";
import type { Obligation } from "./obligation.ts";
import type { ScorePeriod } from "../score/index.ts";
import { endEarly } from "./outlive-contract.ts";

export interface DeriveOptions {
  /** Daily and weekly instances that open after this day are left for a later derivation. */
  readonly horizonOn?: CivilDate;
  /** The periods that are scored by these terms, where other versions of them have periods too. */
  readonly scorePeriods?: readonly ScorePeriod[];
  /** The vendor's size when the contract was made; without it no statutory date is worked out. */
  readonly vendorSize?: VendorSize;
  /** The units that findings are handed to: their names and sides. */
  readonly units?: readonly FindingUnit[];
  /** What things with ids of their own are called: incidents, penalties, people, changes of people. */
  readonly names?: ReadonlyMap<string, Text>;
  /** What an early end releases stays in the list. */
  readonly withReleased?: true;
}

/**
 * Everything that somebody has to do under a contract: payments and invoices, bond, services, deliverables, reports,
 * acceptances, scores, notices, secrecy, findings, people, remedies. A pure function: the same terms, events and calendar give the same
 * obligations under the same keys. Throws `invalid` where rules rest on each other or a remainder cannot be worked out.
 */
export function deriveObligations(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
  options: DeriveOptions = {},
): Obligation[] {
  const context = createContext(terms, events, calendar, options.names);
  const duties = listDuties(terms).flatMap((duty) => deriveDuty(duty, context, options.horizonOn));
  const acceptances = (terms.acceptances ?? []).flatMap((acceptance) =>
    deriveAcceptance(acceptance, context),
  );
  const scores = deriveScores(context, options);
  const secrecy = terms.secrecy === undefined ? [] : deriveSecrecy(terms.secrecy, context);
  const payments = derivePayments(context, options.vendorSize);
  const findings = deriveFindings(context, options.units);
  const all = [
    ...payments,
    ...deriveBond(context),
    ...duties,
    ...acceptances,
    ...scores,
    ...secrecy,
    ...findings,
    ...derivePeople(context),
    ...deriveRemedies(context),
  ];
  const moved = moveByForceMajeure(all, context);
  const owed = options.withReleased === true ? moved : endEarly(moved, context);
  return markNudges(owed, context.index);
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
