import type { FindingCounts } from "@luyue/core/finding";
import type { Language } from "@luyue/core/text";
import type { Quota } from "@luyue/core/obligation";
import type { RemindedObligation, ReminderStep } from "@luyue/core/reminder";
import type { Side } from "@luyue/core/party";
import { englishPhrases } from "./phrases-en.ts";
import { chinesePhrases } from "./phrases-zh.ts";

export type RowName =
  | "contract"
  | "number"
  | "kind"
  | "amount"
  | "rest"
  | "findings"
  | "dueOn"
  | "statutory"
  | "window"
  | "debtor"
  | "remaining"
  | "quota"
  | "pace"
  | "clause";

/** What a reminder asks of its reader rests on: who owes it, whether something is missing, whether it is duty of a key period. */
export interface Matter {
  readonly own: boolean;
  readonly waiting: boolean;
  readonly duty: boolean;
}

/** How much of a clock is left, in whole minutes of its own hours, and when it runs out: date and `HH:MM`. */
export interface ClockTime {
  readonly minutesLeft: number;
  readonly dueOn: string;
  readonly dueTime: string;
  readonly broken: boolean;
}

/** Every word of a reminder that does not come from the contract. */
export interface Phrases {
  readonly locale: string;
  readonly subjectLimit: number;
  readonly subjectPrefix: string;
  readonly colon: string;
  readonly rows: Readonly<Record<RowName, string>>;
  readonly undated: string;
  readonly provisional: string;
  readonly waitingTitle: string;
  readonly whyTitle: (dated: boolean) => string;
  readonly button: string;
  readonly bracket: (inner: string) => string;
  readonly amount: (grouped: string) => string;
  readonly findings: (counts: FindingCounts) => string;
  readonly date: (on: string, weekday: number) => string;
  readonly dueTime: (time: string) => string;
  readonly opensOn: (date: string) => string;
  readonly party: (side: Side, name: string, own: boolean) => string;
  readonly awaited: (label: string, holder: string) => string;
  readonly headline: (step: ReminderStep, minutesLeft: number | undefined) => string;
  readonly remaining: (step: ReminderStep) => string | undefined;
  readonly time: (clock: ClockTime) => string;
  readonly request: (step: ReminderStep, matter: Matter) => string;
  readonly quota: (quota: Quota) => string;
  readonly pace: (quota: Quota, pace: NonNullable<RemindedObligation["pace"]>) => string;
  readonly footer: (tenant: string) => string;
}

export function phrasesFor(language: Language): Phrases {
  return language === "zh" ? chinesePhrases : englishPhrases;
}
