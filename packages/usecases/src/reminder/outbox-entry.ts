import { normaliseAddress } from "@luyue/core/sign-in";
import type { Instant } from "@luyue/core/civil-date";
import type { Side } from "@luyue/core/party";
import type { ReminderStep } from "@luyue/core/reminder";
import type { Language } from "@luyue/core/text";

/** Something to be sent to one recipient by one channel, and what became of it. Its id is the identity of the message. */
export interface OutboxEntry {
  readonly id: string;
  readonly tenantId: string;
  readonly contractId: string;
  readonly type: string;
  readonly to: OutboxRecipient;
  /** Set for reminders: what they are about; a reminder whose obligation has moved or is done is withdrawn unsent. */
  readonly reminder?: {
    readonly obligationKey: string;
    readonly step: ReminderStep;
    /** The day that the step speaks of: the one by which it has to be done, or the first of what begins; of a clock the instant. */
    readonly dueOn?: string;
  };
  readonly payload: unknown;
  readonly createdAt: Instant;
  /** `bundled`: it goes out as a part of the entry that `bundledIn` names, and shares its end. */
  readonly state: "pending" | "bundled" | "delivered" | "failed" | "withdrawn";
  readonly attempts: readonly Attempt[];
  /** When somebody should look at it again; absent once nothing is left to do. */
  readonly wakeAt?: Instant;
  /** It waits until `wakeAt` for others to the same recipient, to be one message with them. */
  readonly gathers?: true;
  readonly bundledIn?: string;
  /** Of a bundle: the entries that it carries. */
  readonly parts?: readonly EntryName[];
  /** When the person that it is addressed to has marked it as read in the product. */
  readonly readAt?: Instant;
}

/** Where an entry stands: its contract, and its key in there. */
export interface EntryName {
  readonly contractId: string;
  readonly key: string;
}

/** One attempt to deliver; of a webhook with the receiver's status, the start of its answer, and how long it took in ms. */
export interface Attempt {
  readonly at: Instant;
  readonly outcome: string;
  readonly detail: string;
  readonly status?: number;
  readonly response?: string;
  readonly tookMs?: number;
}

/** An entry that is not to be sent any more. */
export function withdrawn({ wakeAt: _wakeAt, ...entry }: OutboxEntry): OutboxEntry {
  return { ...entry, state: "withdrawn" };
}

/** How many entries go out as one message at most: its writes and theirs are one transaction. */
export const mostParts = 90;

/** The key under which an entry is found in its contract: `<obligation or ->#<id>`. */
export function entryKeyOf({ id, reminder }: Pick<OutboxEntry, "id" | "reminder">): string {
  return `${reminder?.obligationKey ?? "-"}#${id}`;
}

/** A person that messages go to, on one side; of a vendor's the vendor, in whose portal they are listed. */
export interface Addressee {
  readonly address: string;
  readonly name: string;
  readonly side: Side;
  readonly language: Language;
  readonly vendorId?: string;
}

/**
 * To a person by mail, or in the product alone; to a webhook or a group chat's robot of the tenant; or to whoever has to be
 * told (`people`), which a sender makes into one entry for each.
 */
export type OutboxRecipient =
  | ({ readonly channel: "email" | "inApp" } & Addressee)
  | { readonly channel: "webhook" | "robot"; readonly endpointId: string }
  | { readonly channel: "people" };

/** The part of a recipient that tells it from others of its tenant; addresses are the same in any case of letters. */
export function recipientKey(to: OutboxRecipient): string {
  switch (to.channel) {
    case "email":
    case "inApp":
      return normaliseAddress(to.address);
    case "webhook":
    case "robot":
      return to.endpointId;
    case "people":
      return "people";
  }
}
