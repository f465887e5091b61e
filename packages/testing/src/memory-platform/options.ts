import type { Instant } from "@luyue/core/civil-date";
import type { Kinds, MemoryChange } from "./kinds.ts";

export interface MemoryPlatformOptions<K extends Kinds> {
  readonly now: () => Instant;
  /** The error of a transaction that did not go through: `(changes) => new WriteConflict(changes)`. */
  readonly conflict: (changes: readonly MemoryChange<K>[]) => Error;
}
