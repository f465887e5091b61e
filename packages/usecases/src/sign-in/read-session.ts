import { DomainError } from "@luyue/core/error";
import { type Session, wantsTouch } from "@luyue/core/sign-in";
import type { Actor } from "../runtime/actor.ts";
import { actorByMail, actorOfSeat } from "./actor-of-seat.ts";
import type { SignInDependencies } from "./sign-in-dependencies.ts";

/**
 * Who a session stands for, as the store says at this moment; undefined where it is over, was revoked, or its seat is gone. One
 * that was begun by mail ends with the seat's being open by mail. Notes that it is in use.
 */
export async function readSession(
  secret: string,
  deps: Pick<SignInDependencies, "platform" | "runtime">,
): Promise<{ readonly actor: Actor; readonly session: Session } | undefined> {
  const { platform, runtime } = deps;
  const session = await platform.signIn.getSession(runtime.digest(secret));
  if (session === undefined) return undefined;
  const { seat, address } = session;
  const actor = await (address === undefined ? actorOfSeat(seat, deps) : actorByMail(seat, address, deps));
  if (actor === undefined) return undefined;
  const now = runtime.now();
  if (wantsTouch(session, now)) await platform.signIn.touchSession({ ...session, seenAt: now });
  return { actor, session };
}

export function sessionIsOver(): DomainError {
  return new DomainError("forbidden", {
    zh: "登录已失效，请重新登录",
    en: "your sign-in is over, please sign in again",
  });
}
