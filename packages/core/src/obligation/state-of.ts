import * as z from "zod";
import { civilDateOf, type Instant, toEpochMs } from "../civil-date/index.ts";
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
  return isHeldByOther(obligation) ? "held" : "overdue";
}

/**
 * Whether something is missing that is not in the debtor's own hands: then a date that passes is no delay of the debtor's. The
 * day of findings is for the unit's answers: review and re-test are other people's work, be they of the same side.
 */
export function isHeldByOther({ waitingFor, debtor, findings }: Obligation): boolean {
  if (findings !== undefined) return findings.open === 0;
  return waitingFor.some(({ holder }) => holder !== debtor);
}
