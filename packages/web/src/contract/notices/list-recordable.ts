import type { ContractTerms } from "@luyue/core/contract";
import { type EventKind, eventKindFacts, eventKinds, eventLabel, ownCommandOf } from "@luyue/core/event";
import type { Text } from "@luyue/core/text";
import type { ContractState } from "../contract-place.ts";
import type { Obligation } from "../../obligation/obligation-queries.ts";
import type { Subject } from "./event-facts.ts";

export interface Recordable extends Subject {
  readonly label: Text;
  readonly holder: "buyer" | "vendor" | "both";
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys of a literal object are their key type
const allKinds = Object.keys(eventKinds) as EventKind[];
const keyOf = ({ kind, of }: Subject) => `${kind} ${of ?? ""}`;

/** What dates wait for, each once. */
export function listAwaited(obligations: readonly Obligation[]): readonly Recordable[] {
  const awaited = new Map<string, Recordable>();
  for (const { event: kind, of, label, holder } of obligations.flatMap(({ waitingFor }) => waitingFor)) {
    const subject = { kind, of: of ?? undefined };
    if (kind !== "fulfilled" && ownCommandOf(kind) === undefined)
      awaited.set(keyOf(subject), { ...subject, label, holder });
  }
  return [...awaited.values()];
}

type Terms = Pick<ContractTerms, "services" | "deliverables" | "reports" | "names">;

/** What else may happen: to any contract, and what this one's duties are triggered by. */
export function listOthers(
  terms: Terms,
  events: Pick<ContractState, "events">["events"],
  awaited: readonly Recordable[],
): readonly Recordable[] {
  const known = new Set(events.map(({ kind }) => kind));
  const taken = new Set(awaited.map(keyOf));
  const plain = allKinds.flatMap((kind): Recordable[] => {
    const { about, repeats, name, holder } = eventKindFacts(kind);
    if (about !== "nothing" || (!repeats && known.has(kind))) return [];
    return [{ kind, of: undefined, label: name, holder }];
  });
  return [...plain, ...listTriggers(terms)].filter(
    (each) => ownCommandOf(each.kind) === undefined && !taken.has(keyOf(each)),
  );
}

/** Requests for services on demand, and the circumstances that a duty is owed on. */
function listTriggers({ services = [], deliverables = [], reports = [], names = {} }: Terms): Recordable[] {
  const found = new Map<string, Recordable>();
  for (const { key, title, schedule } of [...services, ...deliverables, ...reports]) {
    if (schedule.schedule === "onDemand") {
      const label = eventLabel("requested", { zh: title.zh, en: title.en ?? title.zh });
      found.set(`requested ${key}`, { kind: "requested", of: key, label, holder: "buyer" });
    }
    if (schedule.schedule === "onEach" && schedule.event === "occurred" && schedule.of !== undefined) {
      const name = names[schedule.of] ?? schedule.of;
      const label = eventLabel("occurred", { zh: name, en: name });
      found.set(`occurred ${schedule.of}`, { kind: "occurred", of: schedule.of, label, holder: "buyer" });
    }
  }
  return [...found.values()];
}

/** What an event is about, in words: a part of the terms, a name of the contract's own, or one of its obligations. */
export function nameSubject(
  terms: ContractTerms,
  obligations: readonly Pick<Obligation, "key" | "title">[],
  of: string | undefined,
): Text | undefined {
  if (of === undefined) return undefined;
  const named = terms.names?.[of];
  if (named !== undefined) return { zh: named, en: named };
  const owed = obligations.find(({ key }) => key === of);
  if (owed !== undefined) return owed.title;
  const {
    tranches,
    services = [],
    deliverables = [],
    reports = [],
    acceptances = [],
    terms: periods,
  } = terms;
  const part = [...tranches, ...services, ...deliverables, ...reports, ...acceptances, ...periods].find(
    ({ key }) => key === of,
  );
  return part === undefined ? undefined : { zh: part.title.zh, en: part.title.en ?? part.title.zh };
}
