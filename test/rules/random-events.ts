import { addDays } from "@luyue/core/civil-date";
import { type ContractTerms, listObligationKeys } from "@luyue/core/contract";
import { type ContractEvent, type EventFacts, type EventKind, eventKinds } from "@luyue/core/event";
import fc from "fast-check";

type About = Pick<EventFacts, "kind" | "of" | "by">;

/** Everything that can happen to a contract but its early end, each once about each thing that it can be about. */
function listPossible(terms: ContractTerms): About[] {
  const { tranches, acceptances = [], bond, names = {} } = terms;
  const services = (terms.services ?? []).map(({ key }) => key);
  const proofs = listObligationKeys(terms).filter((key) => /^(deliverable|report)\./.test(key));
  const of = (kind: EventKind, keys: readonly string[]): About[] => keys.map((key) => ({ kind, of: key }));
  const payable = tranches.map(({ key }) => key);
  const stages = acceptances.map(({ key }) => key);
  const nothing = (Object.keys(eventKinds) as EventKind[]).filter(
    (kind) => eventKinds[kind].about === "nothing" && kind !== "ended",
  ); // keys of a literal; what an early end leaves has tests of its own
  return [
    ...nothing.map((kind): About => ({ kind })),
    { kind: "forceMajeure", by: "buyer" },
    { kind: "forceMajeure", by: "vendor" },
    ...(["fundsAppropriated", "invoiceReceived", "paid", "satisfied"] as const).flatMap((kind) =>
      of(kind, payable),
    ),
    ...(
      [
        "acceptanceApplied",
        "acceptanceApplied",
        "acceptanceObjected",
        "acceptanceFailed",
        "acceptancePassed",
      ] as const
    ).flatMap((kind) => of(kind, stages)),
    ...of("bondReceived", bond === undefined ? [] : [bond.key]),
    ...(["performed", "performed", "requested"] as const).flatMap((kind) => of(kind, services)),
    ...(
      ["deliverableSubmitted", "deliverableSubmitted", "deliverableAccepted", "deliverableAccepted"] as const
    ).flatMap((kind) => of(kind, proofs)),
    ...of("fulfilled", listObligationKeys(terms)),
    ...(["milestone", "occurred"] as const).flatMap((kind) => of(kind, Object.keys(names))),
  ];
}

export const anyDate = fc.integer({ min: 0, max: 900 }).map((days) => addDays("2025-12-01", days));

/** Lists of events of a contract: once-only kinds once, in no order, signed more often than not. */
export function anyEvents(terms: ContractTerms): fc.Arbitrary<ContractEvent[]> {
  const possible = listPossible(terms);
  const picked = fc.subarray(possible, { maxLength: 25 });
  return fc.tuple(picked, fc.integer({ min: 0, max: 3 })).chain(([some, signing]) => {
    const wanted =
      signing > 0 && !some.some(({ kind }) => kind === "signed")
        ? [{ kind: "signed" as const }, ...some]
        : some;
    return fc
      .shuffledSubarray(wanted, { minLength: wanted.length })
      .chain((about) => fc.tuple(...about.map((facts, index) => anyEvent(facts, `e${index + 1}`))));
  });
}

const counted: ReadonlySet<EventKind> = new Set(["performed", "deliverableSubmitted", "deliverableAccepted"]);

function anyEvent(facts: About, id: string): fc.Arbitrary<ContractEvent> {
  return fc
    .record({
      on: anyDate,
      quantity: fc.integer({ min: 1, max: 20 }),
      hour: fc.option(fc.integer({ min: 0, max: 23 })),
    })
    .map(({ on, quantity, hour }) => ({
      id,
      ...facts,
      ...(counted.has(facts.kind) ? { quantity } : {}),
      ...(hour === null ? { on } : { at: `${on}T${String(hour).padStart(2, "0")}:00:00+08:00` }),
    }));
}
