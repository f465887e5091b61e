import { countPunctual, type Submission } from "@luyue/core/deliverable";
import type { MeasureFacts } from "@luyue/core/measurement";
import { goesOn, type Obligation, owedOfQuota } from "@luyue/core/obligation";

/** A deliverable or report of the terms: how many are owed, which versions were accepted, and how many came in time. */
export interface DeliverableLine {
  readonly className: string;
  readonly number: string;
  readonly title: string;
  readonly owed: number;
  readonly accepted: number;
  /** Accepted pieces by version: the first as handed in, later ones after a return. */
  readonly versions: readonly { readonly version: number; readonly count: number }[];
  /** Of those that can be judged: their day is past, or they have been accepted. */
  readonly inTime?: { readonly owed: number; readonly inTime: number };
}

/** Deliverables in the order of the terms, then reports, which are a class of their own. */
export function listDeliverables(facts: MeasureFacts): readonly DeliverableLine[] {
  const { deliverables = [], reports = [] } = facts.terms;
  const lines = [
    ...deliverables.map(({ key, title, className = "交付物", number = "" }) => ({
      prefix: `deliverable.${key}`,
      title: title.zh,
      className,
      number,
    })),
    ...reports.map(({ key, title }) => ({
      prefix: `report.${key}`,
      title: title.zh,
      className: "报告",
      number: "",
    })),
  ];
  return lines.map(({ prefix, ...named }) => ({ ...named, ...countOf(prefix, facts) }));
}

function countOf(
  prefix: string,
  facts: MeasureFacts,
): Omit<DeliverableLine, "className" | "number" | "title"> {
  const isOwn = (key: string) => key === prefix || key.startsWith(`${prefix}.`);
  const obligations = facts.obligations.filter(({ key }) => isOwn(key));
  const accepted = facts.submissions.filter((each) => isOwn(each.of) && each.state === "accepted");
  const past = obligations.flatMap((each) => countPunctual(each, facts.submissions, facts.now) ?? []);
  return {
    owed: sum(obligations.map(countOwed)),
    accepted: sum(obligations.map(acceptedOf(accepted))),
    versions: versionsOf(accepted),
    ...(past.length === 0
      ? {}
      : {
          inTime: { owed: sum(past.map(({ owed }) => owed)), inTime: sum(past.map((each) => each.inTime)) },
        }),
  };
}

/** What is handed in as it is needed, and an allowance, owe no number. */
function countOwed(obligation: Obligation): number {
  if (goesOn(obligation)) return 0;
  return obligation.quota === undefined ? 1 : owedOfQuota(obligation.quota);
}

/** What was accepted of one obligation, by its submissions or by an event alone. */
function acceptedOf(accepted: readonly Submission[]) {
  return (obligation: Obligation): number => {
    const { key, quota, fulfilment } = obligation;
    if (quota === undefined && !goesOn(obligation)) return fulfilment === undefined ? 0 : 1;
    const own = sum(accepted.filter(({ of }) => of === key).map(({ quantity }) => quantity));
    if (quota === undefined) return own;
    return Math.max(own, fulfilment === undefined ? quota.done : quota.count);
  };
}

function versionsOf(accepted: readonly Submission[]) {
  const counts = new Map<number, number>();
  for (const { version, quantity } of accepted) counts.set(version, (counts.get(version) ?? 0) + quantity);
  return [...counts].toSorted(([a], [b]) => a - b).map(([version, count]) => ({ version, count }));
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
