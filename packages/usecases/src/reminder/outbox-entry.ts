import type { Instant } from "@luyue/core/civil-date";
import type { ReminderStep } from "@luyue/core/reminder";

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
  readonly state: "pending" | "delivered" | "failed" | "withdrawn";
  readonly attempts: readonly { readonly at: Instant; readonly outcome: string; readonly detail: string }[];
  /** When somebody should look at it again; absent once nothing is left to do. */
  readonly wakeAt?: Instant;
}

/** The key under which an entry is found in its contract: `<obligation or ->#<id>`. */
export function entryKeyOf({ id, reminder }: Pick<OutboxEntry, "id" | "reminder">): string {
  return `${reminder?.obligationKey ?? "-"}#${id}`;
}

export type OutboxRecipient =
  | {
      readonly channel: "email";
      readonly address: string;
      readonly name: string;
      readonly side: "buyer" | "vendor";
      readonly language: "zh" | "en";
    }
  | { readonly channel: "webhook"; readonly endpointId: string };
