import type { CivilDate } from "../civil-date/index.ts";
import type { Evidence } from "../event/index.ts";
import type { Money } from "../money/index.ts";
import type { Act, Side } from "../party/index.ts";

/**
 * An invoice 发票 for a payment (`of`), entered by the vendor or, from paper, by the agency. `receivedOn` is the day that
 * counts: an invoice is in time by the day on which it came, not by the day on which it was found to be right.
 */
interface InvoiceFacts {
  readonly id: string;
  readonly of: string;
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly receivedOn: CivilDate;
  readonly amount: Money;
  readonly evidence: readonly Evidence[];
  readonly submitted: Act & { readonly side: Side };
}

export type Invoice = InvoiceFacts &
  (
    | { readonly state: "submitted" }
    | { readonly state: "accepted"; readonly decided: Act }
    | { readonly state: "rejected"; readonly decided: Act & { readonly reason: string } }
    | { readonly state: "withdrawn"; readonly decided: Act & { readonly reason: string } }
  );
