import {
  type CivilDate,
  civilDateOf,
  fromEpochMs,
  type Instant,
  instantAt,
  toEpochMs,
} from "@luyue/core/civil-date";

/** The clock of a local stack: it stands still at an instant, or runs at the machine's pace from the one it was set to. */
export interface LocalClock {
  readonly now: () => Instant;
  readonly today: () => CivilDate;
  readonly set: (to: Instant) => void;
  /** Lets a clock that stood still go on. */
  readonly run: () => void;
  /** How far the clock is ahead of the machine's, in milliseconds. */
  readonly offset: () => number;
}

/** A clock that stands still: what it gives does not depend on how fast the machine is. */
export function createStillClock(at: Instant, machine: () => number = Date.now): LocalClock {
  return createClock({ still: toEpochMs(at) }, machine);
}

/** A clock that runs, ahead of the machine's by `offset` milliseconds. */
export function createRunningClock(offset: number, machine: () => number = Date.now): LocalClock {
  return createClock({ ahead: offset }, machine);
}

type State = { readonly still: number } | { readonly ahead: number };

function createClock(start: State, machine: () => number): LocalClock {
  let state = start;
  const current = () => ("still" in state ? state.still : machine() + state.ahead);
  const now = () => fromEpochMs(current());
  return {
    now,
    today: () => civilDateOf(now()),
    set: (to) => {
      state = "still" in state ? { still: toEpochMs(to) } : { ahead: toEpochMs(to) - machine() };
    },
    run: () => {
      state = { ahead: current() - machine() };
    },
    offset: () => current() - machine(),
  };
}

/** The instant at which a day of a local stack begins to be lived. */
export function morningOf(date: CivilDate): Instant {
  return instantAt(date, "08:30");
}
