import type { Instant } from "../civil-date/index.ts";
import type { Evidence } from "../event/index.ts";
import type { Act, Side } from "../party/index.ts";

/** The instants of an incident, RFC 3339, in the order in which they come; what has not come yet is absent. */
export interface IncidentInstants {
  readonly happenedAt: Instant;
  readonly reportedAt: Instant;
  readonly respondedAt?: Instant;
  readonly onSiteAt?: Instant;
  readonly recoveredAt?: Instant;
}

/** What is known of an incident for its class, by the fact's key: a figure as a decimal string, or yes or no. */
export type IncidentFacts = Readonly<Record<string, string | boolean>>;

/** The class that a person gave an incident, or none of the contract's; `proposed`: what the facts came to then, if to anything. */
export interface Classification extends Act {
  readonly class: "none" | (string & {});
  readonly ground?: string;
  readonly proposed?: "none" | (string & {});
  /** Why, where it is another class than the facts came to. */
  readonly reason?: string;
  readonly termsVersion: number;
}

/**
 * An incident 安全事件: reported by one side, followed by its instants, classified by the agency, closed. `service` is the
 * on-demand service whose limits its clocks run against; `fault`: who answers for it, as far as somebody has found.
 */
interface IncidentBase extends IncidentInstants {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly description?: string;
  readonly service?: string;
  readonly kind?: string;
  readonly facts: IncidentFacts;
  readonly fault?: "vendor" | "buyer" | "other";
  readonly evidence: readonly Evidence[];
  readonly reported: Act & { readonly side: Side };
  readonly classified?: Classification;
}

export type Incident = IncidentBase &
  (
    | { readonly state: "open" }
    | { readonly state: "closed"; readonly closed: Act & { readonly note?: string } }
    | { readonly state: "withdrawn"; readonly withdrawn: Act & { readonly reason: string } }
  );
