import type { Calendar } from "@luyue/core/calendar";
import type { CivilDate } from "@luyue/core/civil-date";
import { renderExplanation } from "@luyue/core/date-rule";
import type { Money } from "@luyue/core/money";
import type { Obligation } from "@luyue/core/obligation";
import type { Text } from "@luyue/core/text";
import type { ContractState } from "./contract.ts";
import type { Derivation } from "./plan-derivation.ts";

/** One obligation that a change would touch: what of it, its day and amount before and after, and why it is that day. */
export interface Effect {
  readonly effect: "created" | "moved" | "waiting" | "fulfilled" | "reopened" | "withdrawn" | "kept";
  readonly key: string;
  readonly title: Text;
  readonly before?: CivilDate;
  readonly after?: CivilDate;
  readonly amountBefore?: Money;
  readonly amountAfter?: Money;
  readonly why?: Text;
  /** What it waits for that it did not wait for before. */
  readonly waitsFor: readonly Text[];
}

/** A preview stays readable however much would change; the counts have all of it. */
const mostListed = 100;

/** What a planned derivation does to the obligations that are stored, for people to read before it is done. */
export function listEffects(
  { obligations }: Pick<ContractState, "obligations">,
  { changes, summary }: Pick<Derivation, "changes" | "summary">,
  calendar: Calendar,
): readonly Effect[] {
  const stored = new Map(obligations.map(({ obligation }) => [obligation.key, obligation]));
  const effects = changes.flatMap((change): Effect[] => {
    if (change.change === "deleteObligation") {
      const before = stored.get(change.key);
      return before === undefined
        ? []
        : [{ ...about(before), ...daysOf(before, undefined), effect: "withdrawn", waitsFor: [] }];
    }
    if (change.change !== "putObligation") return [];
    const { obligation: after } = change.stored;
    const before = stored.get(after.key);
    const effect = effectOf(before, after);
    if (effect === undefined) return [];
    return [
      {
        ...about(after),
        ...daysOf(before, after),
        effect,
        why: renderExplanation(after.explanation, calendar),
        waitsFor: listWaits(before, after),
      },
    ];
  });
  const kept = summary.keptWithoutTerm.flatMap((key): Effect[] => {
    const before = stored.get(key);
    return before === undefined
      ? []
      : [{ ...about(before), ...daysOf(before, before), effect: "kept", waitsFor: [] }];
  });
  return [...effects.toSorted(byDay), ...kept].slice(0, mostListed);
}

function about({ key, title }: Obligation): Pick<Effect, "key" | "title"> {
  return { key, title };
}

function daysOf(before: Obligation | undefined, after: Obligation | undefined) {
  return {
    ...(before?.dueOn === undefined ? {} : { before: before.dueOn }),
    ...(after?.dueOn === undefined ? {} : { after: after.dueOn }),
    ...(before?.amount === undefined ? {} : { amountBefore: before.amount }),
    ...(after?.amount === undefined ? {} : { amountAfter: after.amount }),
  };
}

/** None where only something changes that people do not go by. */
function effectOf(before: Obligation | undefined, after: Obligation): Effect["effect"] | undefined {
  if (before === undefined) return "created";
  if (before.fulfilment === undefined && after.fulfilment !== undefined) return "fulfilled";
  if (before.fulfilment !== undefined && after.fulfilment === undefined) return "reopened";
  if (before.dueOn !== after.dueOn || before.amount !== after.amount) return "moved";
  return listWaits(before, after).length === 0 ? undefined : "waiting";
}

/** What an obligation waits for now that it did not wait for before. */
function listWaits(before: Obligation | undefined, after: Obligation): readonly Text[] {
  const known = new Set(before?.waitingFor.map(({ event, of }) => `${event} ${of ?? ""}`));
  return after.waitingFor
    .filter(({ event, of }) => !known.has(`${event} ${of ?? ""}`))
    .map(({ label }) => label);
}

function byDay(one: Effect, other: Effect): number {
  const [left, right] = [one, other].map(({ before, after }) => after ?? before ?? "9999");
  return (left ?? "") < (right ?? "") ? -1 : 1;
}
