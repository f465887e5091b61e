import type { Calendar } from "@luyue/core/calendar";
import { civilDateOf, type CivilDate, type Instant } from "@luyue/core/civil-date";
import { countServiceMs, renderExplanation } from "@luyue/core/date-rule";
import { assessPace, listAwaited, type Obligation, obligationKindNames } from "@luyue/core/obligation";
import { sideNames } from "@luyue/core/party";
import {
  findClock,
  type RemindedObligation,
  type ReminderMessage,
  type ReminderStep,
  sayStep,
} from "@luyue/core/reminder";
import type { Text } from "@luyue/core/text";
import type { StoredObligation } from "../contract/contract.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** What a message is worked out by, besides its obligation: `baseUrl` begins its link, `now` is when it speaks. */
interface Place {
  readonly calendar: Calendar;
  readonly baseUrl: string;
  readonly now: Instant;
}

/** What a reminder says, for a recipient; the same facts for mail and webhook. */
export function buildMessage(
  id: string,
  { obligation, ...stored }: StoredObligation,
  step: ReminderStep,
  recipient: ReminderMessage["recipient"],
  tenant: Pick<Tenant, "name">,
  { calendar, baseUrl, now }: Place,
): ReminderMessage {
  const today = civilDateOf(now);
  const { dueAt, dueOn, opensOn, amount, clause, balance, statutory, findings } = obligation;
  const rest = balance === undefined || balance.rest === amount ? undefined : balance.rest;
  const statutoryOn = statutory?.dueOn;
  return {
    id,
    tenant: { name: tenant.name },
    contract: { number: stored.contractNumber, name: stored.contractName },
    counterpart: stored.vendorName,
    obligation: {
      title: obligation.title,
      kind: obligation.kind,
      kindName: obligationKindNames[obligation.kind],
      debtor: obligation.debtor,
      ...(amount === undefined ? {} : { amount }),
      ...(rest === undefined ? {} : { rest }),
      ...(findings === undefined ? {} : { findings }),
      ...(statutoryOn === undefined ? {} : { statutoryOn }),
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(dueAt === undefined ? {} : { dueTime: dueAt.slice(11, 16) }),
      ...(opensOn === undefined ? {} : { windowOpensOn: opensOn }),
      ...(obligation.keyPeriod === undefined ? {} : { keyPeriod: obligation.keyPeriod.name }),
      ...(obligation.quota === undefined || findings !== undefined ? {} : { quota: obligation.quota }),
      ...(step.kind === "pace" ? paceOf(obligation, today) : {}),
      ...(step.kind === "clock" ? minutesLeftOf(obligation, calendar, now) : {}),
      provisional: obligation.explanation.provisionalYears.length > 0,
    },
    waitingFor: listAwaited(obligation, today).map(({ label, holder }) => ({
      label,
      holder: sideNames[holder],
    })),
    why: explain(obligation, calendar),
    ...(clause === undefined ? {} : { clause }),
    link: `${baseUrl}/contracts/${stored.contractId}#${obligation.key}`,
    step: sayStep(obligation, step, today),
    recipient,
  };
}

function paceOf(obligation: Obligation, today: CivilDate): Pick<RemindedObligation, "pace"> {
  const pace = assessPace(obligation, today);
  if (pace === undefined) return {};
  const { expected, left, daysLeft } = pace;
  return { pace: { expected, left, daysLeft } };
}

function minutesLeftOf(
  obligation: Obligation,
  calendar: Calendar,
  now: Instant,
): Pick<RemindedObligation, "minutesLeft"> {
  const clock = findClock(obligation);
  const { dueAt } = obligation;
  if (clock === undefined || dueAt === undefined) return {};
  return { minutesLeft: Math.floor(countServiceMs(now, dueAt, clock.hours, calendar) / 60_000) };
}

/** Why the contract's day is what it is, and beside it the law's. */
function explain({ explanation, statutory }: Obligation, calendar: Calendar): Text {
  const own = renderExplanation(explanation, calendar);
  if (statutory?.dueOn === undefined) return own;
  const law = renderExplanation(statutory.explanation, calendar);
  return {
    zh: `${own.zh}\n法定最迟付款日：${law.zh}`,
    en: `${own.en}\nLatest day by law: ${law.en}`,
  };
}
