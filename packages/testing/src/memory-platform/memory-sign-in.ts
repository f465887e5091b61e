import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import {
  isLive,
  normaliseAddress,
  type Seat,
  seatKey,
  type Session,
  type SignInAccount,
  type Ticket,
} from "@luyue/core/sign-in";
import type { Data } from "./data.ts";
import type { Kinds } from "./kinds.ts";

/** What is kept of signing in. */
export function createMemorySignIn<K extends Kinds>(data: Data<K>, { now }: { readonly now: () => Instant }) {
  const { accounts } = data;
  const tickets = new Map<string, Ticket>();
  const sessions = new Map<string, Session>();
  const counts = new Map<string, { count: number; readonly until: Instant }>();
  const isOver = (until: Instant) => toEpochMs(until) <= toEpochMs(now());
  return {
    getAccount: async (address: string) => accounts.get(address),
    putAccount: async (account: SignInAccount, seenVersion: number | undefined) => {
      if (accounts.get(account.address)?.version !== seenVersion) return false;
      accounts.set(account.address, account);
      return true;
    },
    listSeats: async (address: string) => listSeats(data, address),
    putTicket: async (ticket: Ticket) => void tickets.set(ticket.hash, ticket),
    getTicket: async (hash: string) => {
      const ticket = tickets.get(hash);
      return ticket === undefined || isOver(ticket.expiresAt) ? undefined : ticket;
    },
    takeTicket: async (hash: string) => tickets.delete(hash),
    createSession: async (session: Session) => void sessions.set(session.hash, session),
    getSession: async (hash: string) => {
      const session = sessions.get(hash);
      return session !== undefined && isLive(session, now()) ? session : undefined;
    },
    touchSession: async (session: Session) => {
      if (sessions.has(session.hash)) sessions.set(session.hash, session);
    },
    deleteSession: async (hash: string) => void sessions.delete(hash),
    listSessions: async (seat: Seat) =>
      [...sessions.values()].filter((each) => seatKey(each.seat) === seatKey(seat)).toReversed(),
    countUp: async (what: string, until: Instant) => {
      const known = counts.get(what) ?? { count: 0, until };
      counts.set(what, { ...known, count: known.count + 1 });
      return known.count + 1;
    },
  };
}

function listSeats<K extends Kinds>({ tenants, partnerUsers }: Data<K>, address: string): Seat[] {
  const isTheirs = ({ email }: { readonly email: string }) => normaliseAddress(email) === address;
  return [
    ...[...tenants].flatMap(([tenantId, { members }]) =>
      [...members.values()]
        .filter(isTheirs)
        .map(({ subject }): Seat => ({ kind: "member", tenantId, subject })),
    ),
    ...[...partnerUsers.values()].filter(isTheirs).map(({ subject }): Seat => ({ kind: "partner", subject })),
  ];
}
