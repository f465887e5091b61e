import { type ContractTerms, type ScoreItem, titleText } from "../contract/index.ts";
import type { ContractEvent } from "../event/index.ts";
import type { Obligation } from "../obligation/index.ts";
import type { Text } from "../text/index.ts";
import { explainService } from "./explain-service.ts";
import type { ScorePeriod } from "./list-score-periods.ts";

/** Whether an item of the score sheet counts in a period, and why: a reason for each service that it follows. */
export interface ScheduledItem {
  readonly item: ScoreItem;
  readonly scheduled: boolean;
  readonly why: readonly Text[];
}

/**
 * Which items of the score count in a period, in the order of the terms. It follows from the obligations of the services
 * that an item names (`obligations`: derived through the period's end) and from what was requested and performed; an item
 * that names no services always counts.
 */
export function listScheduled(
  { score, services = [] }: Pick<ContractTerms, "score" | "services">,
  period: ScorePeriod,
  obligations: readonly Obligation[],
  events: readonly ContractEvent[],
): ScheduledItem[] {
  const byService = groupByService(obligations);
  const titles = new Map(services.map(({ key, title }) => [key, titleText(title)]));
  return (score?.items ?? []).map((item): ScheduledItem => {
    if (item.services === undefined) {
      const why = { zh: "该项每期都考核", en: "this item counts in every period" };
      return { item, scheduled: true, why: [why] };
    }
    const reasons = item.services.map((service) => {
      const title = titles.get(service) ?? { zh: service, en: service };
      return explainService({ service, title }, period, byService.get(service) ?? [], events);
    });
    const scheduled = reasons.some((reason) => reason.counts);
    return {
      item,
      scheduled,
      why: reasons.filter(({ counts }) => counts === scheduled).map(({ why }) => why),
    };
  });
}

function groupByService(obligations: readonly Obligation[]): ReadonlyMap<string, readonly Obligation[]> {
  const found = new Map<string, Obligation[]>();
  for (const obligation of obligations) {
    if (obligation.kind !== "service") continue;
    const [, service = ""] = obligation.key.split(".");
    const list = found.get(service);
    if (list === undefined) found.set(service, [obligation]);
    else list.push(obligation);
  }
  return found;
}
