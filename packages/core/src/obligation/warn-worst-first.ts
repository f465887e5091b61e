import { fromEpochMs, type Instant, toEpochMs } from "../civil-date/index.ts";
import type { Obligation } from "./obligation.ts";

/** One limit of a request: its obligation, and when three quarters of its time are gone. */
export interface TimedResponse {
  readonly response: Obligation;
  readonly closingAt: Instant;
}

/**
 * When each limit of one request warns: with a quarter of its time left, but the worst first and alone. One waits for those
 * that break before it, until they are met or have broken.
 */
export function warnWorstFirst(responses: readonly TimedResponse[]): Obligation[] {
  const open = responses
    .filter(({ response }) => response.fulfilment === undefined)
    .toSorted((one, other) => endOf(one) - endOf(other));
  return responses.map((each) => {
    const at = open.indexOf(each);
    if (at < 0 || each.response.dueAt === undefined) return each.response;
    const worse = open.slice(0, at).map(endOf);
    return { ...each.response, warnAt: fromEpochMs(Math.max(toEpochMs(each.closingAt), ...worse)) };
  });
}

function endOf({ response }: TimedResponse): number {
  return response.dueAt === undefined ? Number.POSITIVE_INFINITY : toEpochMs(response.dueAt);
}
