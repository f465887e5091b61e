import { addMinutes, type Instant, toEpochMs } from "../civil-date/index.ts";
import type { Seat } from "./seat.ts";

/** One signed-in browser 会话, under the hash of the secret in its cookie. */
export interface Session {
  readonly hash: string;
  readonly seat: Seat;
  /** By the agency's own issuer, or by a mailed link and a second factor; then to which address. */
  readonly by: "issuer" | "mail";
  readonly address?: string;
  /** What the browser calls itself, and from which network address it signed in: shown to its person alone. */
  readonly agent: string;
  readonly from: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
}

const idleMinutes = 30;
const longestMinutes = 12 * 60;
/** A session is written anew no more often than this. */
const touchMinutes = 1;

/** When a session ends: half an hour after it was last used, and twelve hours after it began. */
export function sessionEndsAt({ createdAt, seenAt }: Session): Instant {
  const [idle, last] = [addMinutes(seenAt, idleMinutes), addMinutes(createdAt, longestMinutes)];
  return toEpochMs(idle) < toEpochMs(last) ? idle : last;
}

export function isLive(session: Session, now: Instant): boolean {
  return toEpochMs(now) < toEpochMs(sessionEndsAt(session));
}

/** Whether it is time to note that a session is in use. */
export function wantsTouch({ seenAt }: Session, now: Instant): boolean {
  return toEpochMs(now) >= toEpochMs(addMinutes(seenAt, touchMinutes));
}
