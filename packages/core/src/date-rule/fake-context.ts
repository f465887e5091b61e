import { type Calendar, createCalendar } from "../calendar/index.ts";
import { type ContractEvent, eventKindFacts, eventLabel } from "../event/index.ts";
import type { ResolvedAnchor } from "./explanation.ts";
import type { RuleContext } from "./rule-context.ts";

interface Known {
  readonly events?: readonly Omit<ContractEvent, "id">[];
  readonly calendar?: Calendar;
  readonly effective?: ResolvedAnchor;
  readonly terms?: Readonly<Record<string, ResolvedAnchor>>;
  readonly due?: Readonly<Record<string, ResolvedAnchor>>;
  readonly fulfilled?: Readonly<Record<string, ResolvedAnchor>>;
  readonly trigger?: Omit<ContractEvent, "id">;
}

/** A context for tests of single rules: it knows what it is given, keyed `main start` for terms, and nothing else. */
export function fakeContext(known: Known = {}): RuleContext {
  const find = (table: Readonly<Record<string, ResolvedAnchor>> | undefined, key: string): ResolvedAnchor => {
    const found = table?.[key];
    if (found === undefined) throw new RangeError(`the test's context has no ${key}`);
    return found;
  };
  const events = (known.events ?? []).map((event, index) => ({ ...event, id: `e${index + 1}` }));
  return {
    calendar: known.calendar ?? createCalendar(),
    event: (kind, of) => events.find((event) => event.kind === kind && event.of === of),
    effective: () => known.effective,
    ...(known.trigger === undefined ? {} : { trigger: { ...known.trigger, id: "trigger" } }),
    termEdge: (term, edge) => find(known.terms, `${term} ${edge}`),
    due: (of) => find(known.due, of),
    fulfilled: (of) => find(known.fulfilled, of),
    labelOf: (kind, of) => eventLabel(kind, of === undefined ? undefined : { zh: of, en: of }),
    holderOf: (kind) => eventKindFacts(kind).holder,
  };
}

/** An anchor that is known to stand on a date. */
export function fixedOn(on: string, at?: string): ResolvedAnchor {
  const moment = at === undefined ? {} : { at };
  return { state: "fixed", on, ...moment, steps: [{ step: "date", on }], provisionalYears: [] };
}
