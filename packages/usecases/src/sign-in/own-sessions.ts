import { DomainError } from "@luyue/core/error";
import { isLive, type Seat, seatKey, type Session } from "@luyue/core/sign-in";
import { noteAccess } from "../record/note-access.ts";
import type { Actor } from "../runtime/actor.ts";
import { listOpenSeats } from "./actor-of-seat.ts";
import { openSession, type OpenedSession } from "./open-session.ts";
import { recordStoreOf } from "./record-store-of.ts";
import type { Caller, SignInDependencies } from "./sign-in-dependencies.ts";

type Deps = Pick<SignInDependencies, "platform" | "runtime">;

/** The live sessions of a seat, the newest first. */
export async function listSessions(seat: Seat, { platform, runtime }: Deps): Promise<readonly Session[]> {
  const sessions = await platform.signIn.listSessions(seat);
  return sessions.filter((session) => isLive(session, runtime.now()));
}

/** Ends a session of a seat, by the hash that it stands under. Throws `notFound` for one that is no session of that seat. */
export async function endSession(hash: string, seat: Seat, actor: Actor, deps: Deps): Promise<void> {
  const { platform, runtime } = deps;
  const session = await platform.signIn.getSession(hash);
  if (session === undefined || seatKey(session.seat) !== seatKey(seat)) {
    throw new DomainError("notFound", { zh: "找不到该登录会话", en: "no such session" });
  }
  const line = { command: "session.end", subject: seatKey(seat), after: { startedAt: session.createdAt } };
  await noteAccess(recordStoreOf(seat, platform), actor, line, runtime);
  await platform.signIn.deleteSession(hash);
}

/** Ends all sessions of a seat but the one that is named; gives how many those were. */
export async function endSessions(seat: Seat, actor: Actor, deps: Deps, but?: string): Promise<number> {
  const others = (await listSessions(seat, deps)).filter(({ hash }) => hash !== but);
  for (const { hash } of others) await endSession(hash, seat, actor, deps);
  return others.length;
}

/** Goes to another seat of the same mail address: a new session, for the old one is ended. Throws `notFound`. */
export async function changeSeat(
  session: Session,
  to: string,
  caller: Caller,
  deps: Deps,
): Promise<OpenedSession> {
  const { address } = session;
  const seats = address === undefined ? [] : await listOpenSeats(address, deps);
  const seat = seats.map((each) => each.seat).find((each) => seatKey(each) === to);
  if (seat === undefined || address === undefined) {
    throw new DomainError("notFound", { zh: "找不到该身份", en: "you have no such seat" });
  }
  const opened = await openSession({ seat, by: "mail", address }, caller, deps);
  await deps.platform.signIn.deleteSession(session.hash);
  return opened;
}
