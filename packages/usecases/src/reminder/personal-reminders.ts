import type { Instant } from "@luyue/core/civil-date";
import type { ObligationKind } from "@luyue/core/obligation";
import type { Digest } from "@luyue/core/reminder";

/**
 * What one person has chosen for the mails of a tenant, by their address in lower case, whether they can sign in or not; and the
 * calendars that they have subscribed to.
 */
export interface PersonalReminders {
  readonly address: string;
  /** The kinds of obligations that they want no mail about; they find them in the product. */
  readonly off: readonly ObligationKind[];
  /** One mail each, or one a day or week, whatever the tenant has set. */
  readonly digest?: Digest;
  readonly feeds?: readonly CalendarFeed[];
}

/** A calendar that a person reads without signing in 日历订阅; of one contract, or of all that is theirs. */
export interface CalendarFeed {
  readonly id: string;
  readonly contractId?: string;
  /** Of a vendor's person, who has one for all agencies. */
  readonly vendorId?: string;
  readonly createdAt: Instant;
}
