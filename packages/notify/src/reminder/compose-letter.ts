import { formatMoney } from "@luyue/core/money";
import { phrasesFor, type Phrases, type RowName } from "./phrases.ts";
import type { RemindedObligation, ReminderMessage, ReminderStep } from "@luyue/core/reminder";
import { shorten } from "./shorten.ts";

export type Urgency = "overdue" | "today" | "ahead" | "waiting";

/** A reminder in one language, before it is laid out. */
export interface Letter {
  readonly locale: string;
  readonly subject: string;
  readonly urgency: Urgency;
  readonly headline: string;
  readonly title: string;
  readonly request: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly waitingTitle: string;
  readonly waiting: readonly string[];
  /** Why a date is what it is. */
  readonly why?: { readonly title: string; readonly text: string };
  readonly note?: string;
  readonly button: string;
  readonly link: string;
  readonly footer: string;
  readonly colon: string;
}

const URGENCIES = {
  lead: "ahead",
  dueToday: "today",
  overdue: "overdue",
  waiting: "waiting",
  opening: "ahead",
  pace: "waiting",
} as const;

export function urgencyOf(step: ReminderStep): Urgency {
  if (step.kind === "clock") return step.stage === "broken" ? "overdue" : "today";
  return URGENCIES[step.kind];
}

export function composeLetter(message: ReminderMessage): Letter {
  const { language, side } = message.recipient;
  const phrases = phrasesFor(language);
  const { obligation, step, waitingFor } = message;
  const dated = (obligation.dueOn ?? obligation.statutoryOn) !== undefined;
  return {
    locale: phrases.locale,
    subject: composeSubject(message, phrases),
    urgency: urgencyOf(step),
    headline: phrases.headline(step, obligation.minutesLeft),
    title: obligation.title[language],
    request: phrases.request(step, {
      own: obligation.debtor === side,
      waiting: waitingFor.length > 0,
      duty: obligation.kind === "service" && obligation.keyPeriod !== undefined,
    }),
    rows: composeRows(message, phrases),
    waitingTitle: phrases.waitingTitle,
    waiting: waitingFor.map((gate) => phrases.awaited(gate.label[language], gate.holder[language])),
    why: { title: phrases.whyTitle(dated), text: message.why[language] },
    ...(dated && obligation.provisional ? { note: phrases.provisional } : {}),
    button: phrases.button,
    link: message.link,
    footer: phrases.footer(message.tenant.name),
    colon: phrases.colon,
  };
}

function composeSubject({ obligation, step, recipient }: ReminderMessage, phrases: Phrases): string {
  const headline = phrases.headline(step, obligation.minutesLeft);
  const start = `${phrases.subjectPrefix}${headline}${phrases.colon}`;
  const opening = step.kind === "opening" ? obligation.windowOpensOn : undefined;
  const day = opening ?? obligation.dueOn ?? obligation.statutoryOn;
  const end = day === undefined ? "" : phrases.bracket(day);
  const room = phrases.subjectLimit - [...start, ...end].length;
  return `${start}${shorten(withoutEnd(obligation.title[recipient.language], end), room)}${end}`;
}

/** A title that ends as the subject does, with the day: daily instances are called by it. */
function withoutEnd(title: string, end: string): string {
  return title.endsWith(end) ? title.slice(0, title.length - end.length) : title;
}

function composeRows(message: ReminderMessage, phrases: Phrases): Letter["rows"] {
  const { obligation, contract, recipient, step } = message;
  const values: readonly (readonly [RowName, string | undefined])[] = [
    ["amount", obligation.amount === undefined ? undefined : phrases.amount(formatMoney(obligation.amount))],
    ["rest", obligation.rest === undefined ? undefined : phrases.amount(formatMoney(obligation.rest))],
    ["findings", obligation.findings === undefined ? undefined : phrases.findings(obligation.findings)],
    ["dueOn", composeDue(message, phrases)],
    [
      "statutory",
      obligation.statutoryOn === undefined ? undefined : writeDate(obligation.statutoryOn, phrases),
    ],
    [
      "window",
      obligation.windowOpensOn === undefined
        ? undefined
        : phrases.opensOn(writeDate(obligation.windowOpensOn, phrases)),
    ],
    ["remaining", composeTime(message, phrases) ?? phrases.remaining(step)],
    ["quota", obligation.quota === undefined ? undefined : phrases.quota(obligation.quota)],
    ["pace", composePace(obligation, phrases)],
    ["debtor", composeDebtor(message, phrases)],
    ["kind", obligation.kindName[recipient.language]],
    ["contract", contract.name],
    ["number", contract.number],
    ["clause", message.clause],
  ];
  return values.flatMap(([name, value]) =>
    value === undefined ? [] : [{ label: phrases.rows[name], value }],
  );
}

/** A payment that the contract sets no day for has the law's alone. */
function composeDue({ obligation }: ReminderMessage, phrases: Phrases): string | undefined {
  if (obligation.dueOn === undefined)
    return obligation.statutoryOn === undefined ? phrases.undated : undefined;
  const time = obligation.dueTime === undefined ? "" : phrases.dueTime(obligation.dueTime);
  return `${writeDate(obligation.dueOn, phrases)}${time}`;
}

/** How many minutes of a clock are left, or since when it has run out. */
function composeTime({ obligation, step }: ReminderMessage, phrases: Phrases): string | undefined {
  const { minutesLeft, dueOn, dueTime } = obligation;
  if (step.kind !== "clock" || minutesLeft === undefined || dueOn === undefined || dueTime === undefined) {
    return undefined;
  }
  return phrases.time({ minutesLeft, dueOn, dueTime, broken: step.stage === "broken" });
}

function composePace({ quota, pace }: RemindedObligation, phrases: Phrases): string | undefined {
  return quota === undefined || pace === undefined ? undefined : phrases.pace(quota, pace);
}

function composeDebtor(
  { obligation, tenant, counterpart, recipient }: ReminderMessage,
  phrases: Phrases,
): string {
  const name = obligation.debtor === "buyer" ? tenant.name : counterpart;
  return phrases.party(obligation.debtor, name, obligation.debtor === recipient.side);
}

function writeDate(on: string, phrases: Phrases): string {
  return phrases.date(on, new Date(`${on}T00:00:00Z`).getUTCDay());
}
