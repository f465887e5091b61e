import type { Instant } from "../civil-date/index.ts";

/** Somebody's doing: who, by which name, and when. What another person has to confirm is compared by `actorId`. */
export interface Act {
  readonly actorId: string;
  readonly name: string;
  readonly at: Instant;
}
