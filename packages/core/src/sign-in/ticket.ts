import type { Instant } from "../civil-date/index.ts";

/** Something that is good once and not for long, under the hash of its secret: a sign-in on its way. */
export type Ticket = {
  readonly hash: string;
  readonly expiresAt: Instant;
} & (
  | {
      /** A link was asked for; it is good in that browser alone, by the hash of its secret. */
      readonly step: "link";
      readonly address: string;
      readonly browser: string;
    }
  | {
      /** The link was opened; a code of the second factor is wanted, of this new one where there was none. */
      readonly step: "code";
      readonly address: string;
      readonly newFactor?: string;
    }
  | {
      /** Somebody was sent to an issuer: an agency's, or the operator's. */
      readonly step: "issuer";
      readonly tenantId?: string;
      readonly state: string;
      readonly nonce: string;
      readonly verifier: string;
    }
);

export type TicketOf<Step extends Ticket["step"]> = Extract<Ticket, { readonly step: Step }>;

export const ticketMinutes = 10;
