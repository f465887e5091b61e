import type { CivilDate } from "../civil-date/index.ts";
import { type ContractTerms, contractTermsSchema } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { ContractEvent } from "../event/index.ts";
import type { VendorSize } from "../vendor/index.ts";
import { assessPayments, type PaymentAssessment } from "./assess-payments.ts";
import { calendar } from "./sample-derivation.ts";

/** The sample's payments at nine in the morning of a day, with what is put over its terms. */
export function assess(
  over: Partial<ContractTerms>,
  events: readonly ContractEvent[],
  today: CivilDate,
  vendorSize?: VendorSize,
): PaymentAssessment[] {
  const terms = contractTermsSchema.parse(sampleTerms(over));
  return assessPayments(terms, events, calendar, { now: `${today}T09:00:00+08:00`, vendorSize });
}

/** The one payment that there is. */
export function assessOne(...given: Parameters<typeof assess>): PaymentAssessment {
  const [only, more] = assess(...given);
  if (only === undefined || more !== undefined) throw new RangeError("one payment was expected");
  return only;
}

/** An event on a day, about one thing. */
export function happened(
  kind: ContractEvent["kind"],
  on: CivilDate,
  of?: string,
  amount?: string,
): ContractEvent {
  const about = { ...(of === undefined ? {} : { of }), ...(amount === undefined ? {} : { amount }) };
  return { id: `${kind}-${on}`, kind, on, ...about };
}
