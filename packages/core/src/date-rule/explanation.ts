import type { CivilDate, Instant } from "../civil-date/index.ts";
import type { EventKind } from "../event/index.ts";
import type { Holder } from "../party/index.ts";
import type { Text } from "../text/index.ts";
import type { PeriodUnit, ServiceHours } from "./date-rule.ts";

/** What a rule still waits for: the event, what it is about, who has to act, and its name in both languages. */
export interface Waiting {
  readonly event: EventKind;
  readonly of?: string;
  readonly holder: Holder;
  readonly label: Text;
  /** The last day on which its holder can bring it about; after it nobody waits for it any more. */
  readonly until?: CivilDate;
}

/** One step of how a date came about, as data; `renderExplanation` puts it into words. */
export type ExplanationStep =
  | { readonly step: "date"; readonly on: CivilDate }
  | { readonly step: "event"; readonly label: Text; readonly on: CivilDate; readonly at?: Instant }
  | { readonly step: "term"; readonly title: Text; readonly edge: "start" | "end"; readonly on: CivilDate }
  | { readonly step: "due"; readonly title: Text; readonly on: CivilDate }
  | { readonly step: "last" | "first"; readonly on: CivilDate }
  | {
      readonly step: "count";
      readonly count: number;
      readonly unit: PeriodUnit;
      readonly direction: "after" | "before";
      readonly start: CivilDate;
      readonly end: CivilDate;
    }
  | {
      readonly step: "clock";
      readonly count: number;
      readonly unit: "minute" | "hour";
      readonly start: Instant;
      readonly end: Instant;
      readonly hours?: ServiceHours;
    }
  | { readonly step: "window"; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly step: "period"; readonly ordinal: number; readonly from: CivilDate; readonly to: CivilDate }
  | {
      readonly step: "keyPeriod";
      readonly name: Text;
      readonly from: CivilDate;
      readonly to: CivilDate;
      /** The one day of it that is meant. */
      readonly on?: CivilDate;
    }
  | { readonly step: "byDay"; readonly day: number; readonly on: CivilDate }
  | { readonly step: "byTime"; readonly time: string }
  | { readonly step: "roll"; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly step: "forceMajeure"; readonly from: CivilDate; readonly to: CivilDate; readonly days: number }
  | { readonly step: "waiting"; readonly label: Text; readonly holder: Holder }
  | { readonly step: "noDeadline" };

/** How a date came about: the steps in order, and the years whose holidays are not published yet that it rests on. */
export interface Explanation {
  /** The rule in words, as the terms put it. */
  readonly rule?: Text;
  /** The law that gives the rule, where it is not the contract. */
  readonly source?: Text;
  readonly steps: readonly ExplanationStep[];
  readonly provisionalYears: readonly number[];
}

/** A point in time that a rule counts from, or what is missing for it. */
export type ResolvedAnchor =
  | (Explanation & { readonly state: "fixed"; readonly on: CivilDate; readonly at?: Instant })
  | (Explanation & { readonly state: "waiting"; readonly waitingFor: readonly Waiting[] });

/** What a rule comes to: its dates, or what is missing for them. `dueOn` is absent where no deadline was agreed. */
export type ResolvedRule =
  | (Explanation & {
      readonly state: "fixed";
      readonly opensOn?: CivilDate;
      readonly dueOn?: CivilDate;
      readonly dueAt?: Instant;
    })
  | (Explanation & { readonly state: "waiting"; readonly waitingFor: readonly Waiting[] });
