import type { Money } from "../money/index.ts";
import type { FindingCounts } from "../finding/index.ts";
import type { ObligationKind, Pace, Quota } from "../obligation/index.ts";
import type { Side } from "../party/index.ts";
import type { Language, Text } from "../text/index.ts";
import type { ReminderStep } from "./reminder-step.ts";

/** What is to be done. `amount` is in yuan, dates are `YYYY-MM-DD` and `dueTime` is `HH:MM`, all in Asia/Shanghai. */
export interface RemindedObligation {
  readonly title: Text;
  readonly kind: ObligationKind;
  readonly kindName: Text;
  readonly debtor: Side;
  readonly amount?: Money;
  /** What is still owed of the amount, where part of it has been paid or set off. */
  readonly rest?: Money;
  /** How far the findings are that a unit has to answer. */
  readonly findings?: FindingCounts;
  /** The latest day that the law allows for a payment to a small or medium enterprise. */
  readonly statutoryOn?: string;
  readonly dueOn?: string;
  readonly dueTime?: string;
  /** Of a clock that runs by the minute: how much of its own hours is left, in whole minutes; 0 once it has run out. */
  readonly minutesLeft?: number;
  readonly windowOpensOn?: string;
  /** The key period that it is for, by its name. */
  readonly keyPeriod?: Text;
  /** How much is owed of a quota and has been done, or may be used of an allowance (`atMost`) and has been. */
  readonly quota?: Quota;
  /** Of a quota that is behind: how much should be done by now, how much is left, and for how many days. */
  readonly pace?: Pick<Pace, "expected" | "left" | "daysLeft">;
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
