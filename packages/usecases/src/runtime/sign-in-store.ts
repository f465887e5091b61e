import type { Instant } from "@luyue/core/civil-date";
import type { Seat, Session, SignInAccount, Ticket } from "@luyue/core/sign-in";

/** What is kept of signing in. It is of no tenant: who signs in has yet to say to which. Secrets are here as hashes alone. */
export interface SignInStore {
  readonly getAccount: (address: string) => Promise<SignInAccount | undefined>;
  /** Writes an account that is still as it was read, by its version (undefined: not there); false where it is not. */
  readonly putAccount: (account: SignInAccount, seenVersion: number | undefined) => Promise<boolean>;
  /** Where a mail address belongs to somebody; read a moment late, so each is to be looked at again. */
  readonly listSeats: (address: string) => Promise<readonly Seat[]>;
  readonly putTicket: (ticket: Ticket) => Promise<void>;
  /** A ticket, until it is over or used up. */
  readonly getTicket: (hash: string) => Promise<Ticket | undefined>;
  /** Uses a ticket up; false where it was already, or is not there. */
  readonly takeTicket: (hash: string) => Promise<boolean>;
  readonly createSession: (session: Session) => Promise<void>;
  /** A session, until it is over. */
  readonly getSession: (hash: string) => Promise<Session | undefined>;
  /** Notes that a session is in use, if it is still there. */
  readonly touchSession: (session: Session) => Promise<void>;
  readonly deleteSession: (hash: string) => Promise<void>;
  /** The sessions of a seat, those that are over among them. */
  readonly listSessions: (seat: Seat) => Promise<readonly Session[]>;
  /** Counts one more of something in a span of time that ends at `until`; gives how many that makes. */
  readonly countUp: (what: string, until: Instant) => Promise<number>;
}
