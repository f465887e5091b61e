import * as z from "zod";
import { type CivilDate, civilDateOf, type Instant, toEpochMs } from "../civil-date/index.ts";
import type { Waiting } from "../date-rule/index.ts";
import type { Text } from "../text/index.ts";
import { deadlineOf } from "./deadline-of.ts";
import { goesOn } from "./goes-on.ts";
import type { Obligation } from "./obligation.ts";

/** Where an obligation stands at an instant: `held` is past its date, and what is missing is in other hands. */
export const obligationStateSchema = z.enum([
  "waiting",
  "upcoming",
  "open",
  "ongoing",
  "held",
  "overdue",
  "ended",
  "fulfilled",
]);
export type ObligationState = z.infer<typeof obligationStateSchema>;

export const obligationStateNames: Readonly<Record<ObligationState, Text>> = {
  waiting: { zh: "等待条件", en: "waiting" },
  upcoming: { zh: "未到起始日", en: "upcoming" },
  open: { zh: "待履行", en: "open" },
  ongoing: { zh: "持续中", en: "ongoing" },
  held: { zh: "待对方办理", en: "held by the other side" },
  overdue: { zh: "已逾期", en: "overdue" },
  ended: { zh: "已结束", en: "ended" },
  fulfilled: { zh: "已履行", en: "fulfilled" },
};

/** The state of an obligation at `now`: derived, never stored. */
export function stateOf(obligation: Obligation, now: Instant): ObligationState {
  const today = civilDateOf(now);
  if (obligation.fulfilment !== undefined) return "fulfilled";
  const { opensOn, dueAt } = obligation;
  const dueOn = deadlineOf(obligation);
  if (opensOn === undefined && dueOn === undefined) return "waiting";
  if (opensOn !== undefined && today < opensOn) return "upcoming";
  if (goesOn(obligation)) {
    return dueOn !== undefined && today > dueOn ? "ended" : "ongoing";
  }
  const passed =
    dueAt === undefined ? dueOn !== undefined && today > dueOn : toEpochMs(now) > toEpochMs(dueAt);
  if (!passed) return "open";
  if (obligation.lapses === true) return "ended";
  return isHeldByOther(obligation, today) ? "held" : "overdue";
}

/** Whether something is missing today that is not in the debtor's own hands: then a date that passes is no delay of the debtor's. */
function isHeldByOther(
  obligation: Pick<Obligation, "waitingFor" | "debtor" | "findings">,
  today: CivilDate,
): boolean {
  const hold = readHold(obligation);
  return hold !== undefined && (hold.until === undefined || today <= hold.until);
}

/**
 * How long something is in other hands than the debtor's: through a day, or until it has been done. The day of findings is for
 * the unit's answers: review and re-test are other people's work, be they of the same side.
 */
export function readHold({
  waitingFor,
  debtor,
  findings,
}: Pick<Obligation, "waitingFor" | "debtor" | "findings">): { readonly until?: CivilDate } | undefined {
  if (findings !== undefined) return findings.open === 0 ? {} : undefined;
  const held = waitingFor.filter(({ holder }) => holder !== debtor);
  if (held.length === 0) return undefined;
  const days = held.flatMap(({ until }) => until ?? []).toSorted();
  const until = days.length < held.length ? undefined : days.at(-1);
  return until === undefined ? {} : { until };
}

/** What an obligation waits for on a day: not for what nobody can bring about any more. */
export function listAwaited(
  { waitingFor }: Pick<Obligation, "waitingFor">,
  today: CivilDate,
): readonly Waiting[] {
  return waitingFor.filter(({ until }) => until === undefined || today <= until);
}
