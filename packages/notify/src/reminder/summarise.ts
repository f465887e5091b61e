import { formatMoney } from "@luyue/core/money";
import { type NoticeMessage, noticeEvents, type ReminderMessage } from "@luyue/core/reminder";
import type { Language } from "@luyue/core/text";
import { type Urgency, urgencyOf } from "./compose-letter.ts";
import { phrasesFor } from "./phrases.ts";

/** Of what a summary is about: a reminder by how urgent it is, or something that has happened. */
export type SummaryGroup = Urgency | "news";

/** A reminder or notice in one line, as a digest or a group chat has it. */
export interface Summary {
  readonly group: SummaryGroup;
  readonly headline: string;
  readonly title: string;
  readonly contract: string;
  readonly day?: string;
  /** The day is the first of what begins. */
  readonly opens?: true;
  readonly amount?: string;
  readonly link: string;
}

export function summarise(message: ReminderMessage | NoticeMessage, language: Language): Summary {
  const phrases = phrasesFor(language);
  const contract = `${message.contract.name}${phrases.bracket(message.contract.number)}`;
  const { link } = message;
  if ("event" in message) {
    const facts = message.rows.map(
      ({ label, value }) => `${label[language]}${phrases.colon}${value[language]}`,
    );
    const headline = noticeEvents[message.event][language];
    const title = message.title[language];
    return {
      group: "news",
      headline,
      title,
      contract: [contract, ...facts].join(language === "zh" ? "；" : "; "),
      link,
    };
  }
  const { obligation, step } = message;
  const day =
    step.kind === "opening" ? obligation.windowOpensOn : (obligation.dueOn ?? obligation.statutoryOn);
  const owed = obligation.rest ?? obligation.amount;
  return {
    group: urgencyOf(step),
    headline: phrases.headline(step, obligation.minutesLeft),
    title: obligation.title[language],
    contract,
    link,
    ...(day === undefined ? {} : { day }),
    ...(step.kind === "opening" ? { opens: true } : {}),
    ...(owed === undefined ? {} : { amount: phrases.amount(formatMoney(owed)) }),
  };
}

export const summaryGroups: readonly SummaryGroup[] = ["overdue", "today", "ahead", "waiting", "news"];

/** The most urgent first, then by day, then by contract. */
export function sortSummaries(summaries: readonly Summary[]): readonly Summary[] {
  const keyOf = ({ group, day = "9999-12-31", contract }: Summary) =>
    `${summaryGroups.indexOf(group)} ${day} ${contract}`;
  return summaries.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
