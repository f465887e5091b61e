import { seatKey, type Session } from "@luyue/core/sign-in";
import { noteAccess } from "../record/note-access.ts";
import type { Actor } from "../runtime/actor.ts";
import { actorOfSeat } from "./actor-of-seat.ts";
import { joinAgency } from "./join-agency.ts";
import { recordStoreOf } from "./record-store-of.ts";
import { sessionIsOver } from "./read-session.ts";
import type { Caller, SignInDependencies } from "./sign-in-dependencies.ts";

export interface OpenedSession {
  /** For the browser's cookie; nothing else keeps it. */
  readonly secret: string;
  readonly session: Session;
  readonly actor: Actor;
}

const longestAgent = 300;

/** Begins a session on a seat, under a secret of its own, and says so on the record. Throws `forbidden` where nobody has the seat. */
export async function openSession(
  how: Pick<Session, "seat" | "by" | "address">,
  { agent, from = "" }: Caller,
  deps: Pick<SignInDependencies, "platform" | "runtime">,
): Promise<OpenedSession> {
  const { platform, runtime } = deps;
  const seat = await joinAgency(how.seat, deps);
  const actor = await actorOfSeat(seat, deps);
  if (actor === undefined) throw sessionIsOver();
  const secret = runtime.newKeySecret();
  const now = runtime.now();
  const session: Session = {
    ...how,
    seat,
    hash: runtime.digest(secret),
    agent: agent.slice(0, longestAgent),
    from,
    createdAt: now,
    seenAt: now,
  };
  const line = { command: "session.start", subject: seatKey(seat), after: { by: how.by, from } };
  await noteAccess(recordStoreOf(seat, platform), actor, line, runtime);
  await platform.signIn.createSession(session);
  return { secret, session, actor };
}
