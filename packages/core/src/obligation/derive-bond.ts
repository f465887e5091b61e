import { type ContractTerms, titleText } from "../contract/index.ts";
import { resolveRule } from "../date-rule/index.ts";
import { type ContractEvent, eventDate } from "../event/index.ts";
import type { CivilDate } from "../civil-date/index.ts";
import type { Text } from "../text/index.ts";
import { buildObligation, waysOf } from "./build-obligation.ts";
import type { DeriveContext } from "./create-context.ts";
import type { Obligation } from "./obligation.ts";

type BondTerms = NonNullable<ContractTerms["bond"]>;

/** The bond 履约保函 that the vendor hands in, and its extension where it ends before what it has to cover. */
export function deriveBond(context: DeriveContext): Obligation[] {
  const { bond } = context.terms;
  if (bond === undefined) return [];
  const key = `bond.${bond.key}`;
  const facts = {
    key,
    kind: "bond",
    shape: "single",
    title: titleText(bond.title),
    debtor: "vendor",
  } as const;
  const money = { amount: bond.amount, clause: bond.clause, rule: bond.due };
  const handedIn = buildObligation(
    { ...facts, ...money, fulfilledBy: waysOf(key, context) },
    resolveRule(bond.due, context),
    context,
  );
  return [handedIn, ...deriveExtensions(bond, context)];
}

/**
 * Each bond on file that ends before the term that it covers, or while service goes on beyond it, is to be extended by its
 * last day; a bond that is valid for longer does that.
 */
function deriveExtensions(bond: BondTerms, context: DeriveContext): Obligation[] {
  const { log } = context;
  if (log.first("bondReleased", bond.key) !== undefined) return [];
  const held = log
    .all("bondReceived", bond.key)
    .flatMap((event) => (event.until === undefined ? [] : [{ event, until: event.until }]))
    .toSorted((one, other) => (one.until < other.until ? -1 : 1));
  const needed = neededUntil(bond, context);
  return held.flatMap(({ event, until }, at) => {
    if (needed === undefined || (needed.on !== "open" && needed.on <= until)) return [];
    return [deriveExtension(bond, event, until, held[at + 1]?.event, needed.why, context)];
  });
}

interface Needed {
  /** The last day on which a bond has to be valid; `open` while nobody knows it. */
  readonly on: "open" | (CivilDate & {});
  readonly why: Text;
}

function neededUntil({ coversTerm, validThrough }: BondTerms, context: DeriveContext): Needed | undefined {
  const { log } = context;
  const over = log.first("overrunEnded", undefined);
  if (log.first("overrunStarted", undefined) !== undefined && coversTerm !== undefined) {
    return over === undefined
      ? { on: "open", why: overrunRuns }
      : {
          on: eventDate(over),
          why: { zh: "保函须覆盖超期服务", en: "the bond covers the service beyond the term" },
        };
  }
  const end = coversTerm === undefined ? undefined : context.termEdge(coversTerm, "end");
  const days = [validThrough, end?.state === "fixed" ? end.on : undefined].filter((day) => day !== undefined);
  const on = days.toSorted().at(-1);
  if (on === undefined) return undefined;
  return {
    on,
    why: { zh: `保函有效期须至 ${on}`, en: `the bond has to be valid through ${on}` },
  };
}

const overrunRuns: Text = {
  zh: "超期服务期间保函须继续有效",
  en: "the bond has to go on while service does beyond the term",
};

function deriveExtension(
  { key, title, clause, amount }: BondTerms,
  event: ContractEvent,
  until: CivilDate,
  later: ContractEvent | undefined,
  why: Text,
  context: DeriveContext,
): Obligation {
  const { zh, en } = titleText(title);
  const built = buildObligation(
    {
      key: `bondExtension.${event.id}`,
      kind: "bondExtension",
      shape: "single",
      title: { zh: `${zh}续期`, en: `Extension: ${en}` },
      debtor: "vendor",
      clause,
      amount,
      rule: { rule: "on", anchor: { anchor: "date", on: until } },
      fulfilledBy: [],
    },
    {
      state: "fixed",
      dueOn: until,
      steps: [
        { step: "event", label: context.labelOf("bondReceived", key), on: eventDate(event) },
        { step: "date", on: until },
      ],
      provisionalYears: [],
    },
    context,
  );
  return {
    ...built,
    explanation: { ...built.explanation, rule: why },
    fulfilledBy: [{ event: "bondReceived", of: key }],
    ...(later === undefined ? {} : { fulfilment: { eventId: later.id, on: eventDate(later) } }),
  };
}
