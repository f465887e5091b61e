import type { Calendar } from "@luyue/core/calendar";
import { type CivilDate, civilDateOf, type Instant } from "@luyue/core/civil-date";
import { renderExplanation } from "@luyue/core/date-rule";
import { eventKindSchema } from "@luyue/core/event";
import {
  assessPace,
  listAwaited,
  type Obligation,
  obligationKindSchema,
  obligationStateSchema,
  stateOf,
} from "@luyue/core/obligation";
import { holderSchema, sideSchema } from "@luyue/core/party";
import type { StoredObligation } from "@luyue/usecases/contract";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";

const dateView = z.string().nullable().meta({ description: "civil date in Asia/Shanghai" });

const checkpointView = z.object({ number: z.int(), on: z.string(), expected: z.int() });

const paceView = z.object({
  state: z.enum(["done", "onPace", "behind"]),
  expected: z.int().meta({ description: "how much should have been done by now" }),
  left: z.int(),
  daysLeft: z.int(),
  next: checkpointView.nullable(),
  why: textView,
});

const findingsView = z
  .object({ open: z.int(), answered: z.int(), approved: z.int(), closed: z.int() })
  .meta({ description: "how far the findings are that a unit has to answer by one day" });

const quotaView = z.object({
  count: z.int(),
  unit: z.string(),
  done: z.int(),
  atMost: z.boolean().meta({ description: "an allowance: `count` may be used and need not be" }),
  pace: paceView.nullable().meta({ description: "none for an allowance, or while the span has no end" }),
});

export const obligationView = nameSchema(
  "Obligation",
  z.object({
    contractId: z.string(),
    contractNumber: z.string(),
    contractName: z.string(),
    buyerName: z.string(),
    vendorName: z.string(),
    key: z.string(),
    kind: obligationKindSchema,
    title: textView,
    debtor: sideSchema,
    state: obligationStateSchema,
    windowOpensOn: dateView,
    dueOn: dateView,
    dueAt: z.string().nullable(),
    statutoryOn: dateView.meta({
      description: "the latest day by law for a payment to a small or medium enterprise",
    }),
    amount: z.string().nullable().meta({ description: "yuan, two decimals" }),
    rest: z.string().nullable().meta({ description: "what is still owed of a payment" }),
    quota: quotaView.nullable(),
    findings: findingsView.nullable(),
    keyPeriod: z
      .object({ key: z.string(), name: textView })
      .nullable()
      .meta({ description: "the agency's key period that it is for" }),
    waitingFor: listOf(
      z.object({ event: eventKindSchema, of: z.string().nullable(), holder: holderSchema, label: textView }),
    ),
    provisional: z.boolean().meta({ description: "rests on a year whose holidays are not published yet" }),
    why: textView,
    amountWhy: textView.nullable(),
    clause: z.string().nullable(),
    fulfilment: z.object({ eventId: z.string(), on: z.string() }).nullable(),
  }),
);
export type ObligationView = z.infer<typeof obligationView>;

/** What everybody sees of an obligation: where it stands at `now`, what it waits for, and why it is due when it is. */
export function viewObligation(stored: StoredObligation, now: Instant, calendar: Calendar): ObligationView {
  const { obligation, contractId, contractNumber, contractName, buyerName, vendorName } = stored;
  const { key, kind, title, debtor, explanation } = obligation;
  return {
    contractId,
    contractNumber,
    contractName,
    buyerName,
    vendorName,
    key,
    kind,
    title,
    debtor,
    state: stateOf(obligation, now),
    windowOpensOn: obligation.opensOn ?? null,
    dueOn: obligation.dueOn ?? null,
    dueAt: obligation.dueAt ?? null,
    statutoryOn: obligation.statutory?.dueOn ?? null,
    amount: obligation.amount ?? null,
    rest: obligation.balance?.rest ?? null,
    quota: viewQuota(obligation, civilDateOf(now)),
    findings: obligation.findings ?? null,
    keyPeriod: obligation.keyPeriod ?? null,
    waitingFor: listAwaited(obligation, civilDateOf(now)).map(({ event, of, holder, label }) => ({
      event,
      of: of ?? null,
      holder,
      label,
    })),
    provisional: explanation.provisionalYears.length > 0,
    why: renderExplanation(explanation, calendar),
    amountWhy: obligation.amountWhy ?? null,
    clause: obligation.clause ?? null,
    fulfilment: obligation.fulfilment ?? null,
  };
}

function viewQuota(obligation: Obligation, today: CivilDate): z.infer<typeof quotaView> | null {
  const { quota } = obligation;
  if (quota === undefined) return null;
  const pace = assessPace(obligation, today);
  return {
    count: quota.count,
    unit: quota.unit,
    done: quota.done,
    atMost: quota.atMost === true,
    pace: pace === undefined ? null : { ...pace, next: pace.next ?? null },
  };
}
