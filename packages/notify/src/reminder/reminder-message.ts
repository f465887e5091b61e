import type { Money } from "@luyue/core/money";
import type { Language, Text } from "@luyue/core/text";

/** Which reminder of an obligation this is: days before the date, the day itself, working days after it, or a nudge to whoever holds the closed gate. */
export type ReminderStep =
  | { readonly kind: "lead"; readonly days: number }
  | { readonly kind: "dueToday" }
  | { readonly kind: "overdue"; readonly workingDays: number }
  | { readonly kind: "waiting" };

export type Side = "buyer" | "vendor";

/** What is to be done. `amount` is in yuan, dates are `YYYY-MM-DD` and `dueTime` is `HH:MM`, all in Asia/Shanghai. */
export interface RemindedObligation {
  readonly title: Text;
  readonly kind: string;
  readonly kindName: Text;
  readonly debtor: Side;
  readonly amount?: Money;
  readonly dueOn?: string;
  readonly dueTime?: string;
  readonly windowOpensOn?: string;
  readonly provisional: boolean;
}

/** Something that has not happened yet, and who is to bring it about. */
export interface AwaitedGate {
  readonly label: Text;
  readonly holder: Text;
}

/** One reminder for one recipient. The tenant is the buyer and `counterpart` is the vendor's name, whichever side the recipient is on. */
export interface ReminderMessage {
  readonly id: string;
  readonly tenant: { readonly name: string };
  readonly contract: { readonly number: string; readonly name: string };
  readonly counterpart: string;
  readonly obligation: RemindedObligation;
  readonly waitingFor: readonly AwaitedGate[];
  readonly why: Text;
  readonly clause?: string;
  readonly link: string;
  readonly step: ReminderStep;
  readonly recipient: {
    readonly name: string;
    readonly email: string;
    readonly language: Language;
    readonly side: Side;
  };
}
