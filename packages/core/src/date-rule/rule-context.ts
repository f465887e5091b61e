import type { Calendar } from "../calendar/index.ts";
import type { ContractEvent, EventKind } from "../event/index.ts";
import type { Holder } from "../party/index.ts";
import type { Text } from "../text/index.ts";
import type { ResolvedAnchor } from "./explanation.ts";

/** What a rule needs to know of its contract. */
export interface RuleContext {
  readonly calendar: Calendar;
  /** The event of the kind about the subject, where it has been recorded. */
  readonly event: (kind: EventKind, of: string | undefined) => ContractEvent | undefined;
  /** When the contract took effect, by an event or by the contract's own rule. */
  readonly effective: () => ResolvedAnchor | undefined;
  /** The event that a series is derived from (`onEach`). */
  readonly trigger?: ContractEvent;
  readonly termEdge: (term: string, edge: "start" | "end") => ResolvedAnchor;
  readonly due: (of: string) => ResolvedAnchor;
  readonly fulfilled: (of: string) => ResolvedAnchor;
  readonly labelOf: (kind: EventKind, of: string | undefined) => Text;
  readonly holderOf: (kind: EventKind, of: string | undefined) => Holder;
}
