import { countPhrase } from "@luyue/core/date-rule";
import { totalOf } from "@luyue/core/finding";
import type { Quota } from "@luyue/core/obligation";
import type { ClockTime, Matter, Phrases } from "./phrases.ts";
import type { ReminderStep } from "@luyue/core/reminder";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? "" : "s"}`;

function remaining(step: ReminderStep): string | undefined {
  switch (step.kind) {
    case "lead":
      return `${count(step.days, "day")} left`;
    case "dueToday":
      return "Due today";
    case "overdue":
      return `${count(step.workingDays, "working day")} overdue`;
    case "opening":
      return step.days === 0 ? "Begins today" : `Begins in ${count(step.days, "day")}`;
    case "waiting":
    case "pace":
    case "clock":
      return undefined;
  }
}

const stages = { started: "The clock runs", closing: "Time is running out", broken: "Out of time" } as const;

/** Two hours and more are said in hours. */
function duration(minutes: number): string {
  if (minutes < 120) return count(minutes, "minute");
  const rest = minutes % 60;
  return `${count(Math.floor(minutes / 60), "hour")}${rest === 0 ? "" : ` ${count(rest, "minute")}`}`;
}

function clockTime({ minutesLeft, dueOn, dueTime, broken }: ClockTime): string {
  const end = `${dueOn} ${dueTime}`;
  return broken ? `Out of time since ${end}` : `${duration(minutesLeft)} left, until ${end}`;
}

function headline(step: ReminderStep, minutesLeft: number | undefined): string {
  if (step.kind === "clock") {
    return step.stage === "closing" && minutesLeft !== undefined
      ? `${duration(minutesLeft)} left`
      : stages[step.stage];
  }
  return step.kind === "pace" ? "Behind schedule" : (remaining(step) ?? "Still waiting");
}

function quota({ count: owed, unit, done, atMost }: Quota): string {
  const say = (amount: number) => countPhrase(amount, unit).en;
  if (atMost !== true) return `${say(owed)} owed, ${done} done`;
  const over = done > owed ? `, ${done - owed} too many` : "";
  return `at most ${say(owed)}, ${done} used${over}`;
}

function request(step: ReminderStep, { own, waiting, duty }: Matter): string {
  if (step.kind === "waiting") {
    return "This cannot go ahead until the conditions below are met. Please see to those that are yours.";
  }
  if (step.kind === "overdue" && duty) {
    const record = "The days of duty are over, and its record has not been handed in or not been accepted.";
    return own ? `${record} Please hand it in.` : `${record} Please follow it up, or check the record.`;
  }
  if (step.kind === "overdue") {
    return own
      ? "This is for you to perform and is overdue. Please see to it as soon as possible."
      : "This is for the other party to perform and is overdue. Please follow it up.";
  }
  if (step.kind === "opening") {
    return own
      ? "This is for you to perform. Please be ready before it begins."
      : "This is for the other party to perform. Please make sure that they are ready.";
  }
  if (step.kind === "pace") {
    return own
      ? "This is for you to perform, and less has been done than the time gone by calls for. Please catch up."
      : "This is for the other party to perform, and less has been done than the time gone by calls for. Please follow it up.";
  }
  if (step.kind === "clock") return clock(step.stage, own);
  if (waiting) return "This falls due soon, and some of its conditions have not been met yet.";
  return own
    ? "This is for you to perform. Please do so in time."
    : "This is for the other party to perform. Please keep an eye on it.";
}

function clock(stage: keyof typeof stages, own: boolean): string {
  if (stage === "broken") {
    return own
      ? "The time for this is over. Please see to it at once and enter when it was done."
      : "The other party's time for this is over. Please follow it up at once.";
  }
  if (stage === "closing") {
    return own
      ? "The time for this is running out. Please see to it at once."
      : "The other party's time for this is running out. Please follow it up.";
  }
  return own
    ? "The clock for this has started. Please see to it at once, and enter when it is done."
    : "The other party's clock for this has started. Please keep an eye on it.";
}

export const englishPhrases: Phrases = {
  locale: "en",
  subjectLimit: 78,
  subjectPrefix: "[Lüyue] ",
  colon: ": ",
  rows: {
    contract: "Contract",
    number: "Number",
    kind: "Kind",
    amount: "Amount",
    rest: "Still owed",
    findings: "Findings",
    dueOn: "Due",
    statutory: "Latest by law",
    window: "Window",
    debtor: "Owed by",
    remaining: "Time",
    quota: "Count",
    pace: "Pace",
    clause: "Clause",
  },
  undated: "Set once the conditions are met",
  provisional:
    "This date is provisional: the holiday arrangement of its year has not been published, and the date will be computed anew when it is.",
  waitingTitle: "Waiting for",
  whyTitle: (dated) => (dated ? "Why this date" : "Why"),
  button: "View details",
  bracket: (inner) => ` (${inner})`,
  amount: (grouped) => `CNY ${grouped}`,
  findings: (counts) =>
    `${counts.open} to answer, ${counts.answered} under review, ${counts.approved} to re-test, ${counts.closed} closed, of ${totalOf(counts)}`,
  date: (on, weekday) => {
    const [year = "", month = "", day = ""] = on.split("-");
    return `${WEEKDAYS[weekday]}, ${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
  },
  dueTime: (time) => `, before ${time} (China time)`,
  opensOn: (date) => `From ${date}`,
  party: (side, name, own) => `${name} (${side}${own ? ", your side" : ""})`,
  awaited: (label, holder) => `${label} (held by ${holder})`,
  headline,
  remaining,
  time: clockTime,
  request,
  quota,
  pace: ({ unit }, { expected, left, daysLeft }) =>
    `${countPhrase(expected, unit).en} expected by now, ${left} left to do in ${count(daysLeft, "day")}`,
  footer: (tenant) =>
    `Sent automatically by Lüyue on behalf of ${tenant}. Please do not reply to this message.`,
};
