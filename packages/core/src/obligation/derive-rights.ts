import type { Calendar } from "../calendar/index.ts";
import type { CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import type { ContractEvent } from "../event/index.ts";
import type { Side } from "../party/index.ts";
import type { Text } from "../text/index.ts";
import { buildObligation } from "./build-obligation.ts";
import { createContext } from "./create-context.ts";
import { type Obligation, obligationKindNames } from "./obligation.ts";

/** A right that has arisen, for its holder to decide on. */
interface ArisenRight {
  readonly key: string;
  readonly title: Text;
  readonly holder: Side;
  readonly arisenOn: CivilDate;
  readonly clause?: string;
}

/** Nobody has to use a right: its holder is told of it until it is exercised or let go. */
export function deriveRights(
  rights: readonly ArisenRight[],
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
): Obligation[] {
  if (rights.length === 0) return [];
  const context = createContext(terms, events, calendar);
  const kind = obligationKindNames.right;
  return rights.map(({ key, title, holder, arisenOn, clause }) =>
    buildObligation(
      {
        key: `right.${key}`,
        kind: "right",
        shape: "single",
        title: { zh: `${kind.zh}：${title.zh}`, en: `${kind.en}: ${title.en}` },
        debtor: holder,
        clause,
        rule: { rule: "from", anchor: { anchor: "date", on: arisenOn } },
        fulfilledBy: [{ event: "rightDecided", of: key }],
      },
      {
        state: "fixed",
        opensOn: arisenOn,
        steps: [{ step: "event", label: title, on: arisenOn }, { step: "noDeadline" }],
        provisionalYears: [],
      },
      context,
    ),
  );
}
