import * as z from "zod";
import { civilDateOf, type Instant, toEpochMs } from "../civil-date/index.ts";
import type { Text } from "../text/index.ts";
import type { Obligation } from "./obligation.ts";

/** Where an obligation stands at an instant. */
export const obligationStateSchema = z.enum([
  "waiting",
  "upcoming",
  "open",
  "ongoing",
  "overdue",
  "ended",
  "fulfilled",
]);
export type ObligationState = z.infer<typeof obligationStateSchema>;

export const obligationStateNames: Readonly<Record<ObligationState, Text>> = {
  waiting: { zh: "等待条件", en: "waiting" },
  upcoming: { zh: "未到窗口", en: "upcoming" },
  open: { zh: "待履行", en: "open" },
  ongoing: { zh: "持续中", en: "ongoing" },
  overdue: { zh: "已逾期", en: "overdue" },
  ended: { zh: "已结束", en: "ended" },
  fulfilled: { zh: "已履行", en: "fulfilled" },
};

/** The state of an obligation at `now`: derived, never stored. */
export function stateOf(obligation: Obligation, now: Instant): ObligationState {
  const today = civilDateOf(now);
  if (obligation.fulfilment !== undefined) return "fulfilled";
  const { opensOn, dueOn, dueAt } = obligation;
  if (opensOn === undefined && dueOn === undefined) return "waiting";
  if (opensOn !== undefined && today < opensOn) return "upcoming";
  if (obligation.shape === "continuous" || obligation.shape === "onDemand") {
    return dueOn !== undefined && today > dueOn ? "ended" : "ongoing";
  }
  if (dueAt !== undefined) return toEpochMs(now) > toEpochMs(dueAt) ? "overdue" : "open";
  return dueOn !== undefined && today > dueOn ? "overdue" : "open";
}
