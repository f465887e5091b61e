import { DomainError } from "@luyue/core/error";
import { newAccount, type Session } from "@luyue/core/sign-in";
import { noteAccess } from "../record/note-access.ts";
import type { Actor } from "../runtime/actor.ts";
import { unavailable } from "../runtime/refusals.ts";
import { endSessions } from "./own-sessions.ts";
import { recordStoreOf } from "./record-store-of.ts";
import type { SignInDependencies } from "./sign-in-dependencies.ts";

/**
 * Somebody forgets their own second factor, say after a recovery code, and is signed out everywhere: the next link sets up another
 * one. Gives how many sessions that ended. Throws `conflict` for who signs in at an issuer.
 */
export async function forgetFactor(
  { address, seat }: Session,
  actor: Actor,
  deps: Pick<SignInDependencies, "platform" | "runtime">,
): Promise<number> {
  const { signIn } = deps.platform;
  const account = address === undefined ? undefined : await signIn.getAccount(address);
  if (account === undefined) {
    throw new DomainError("conflict", {
      zh: "您通过单位统一登录，没有由本系统管理的验证器",
      en: "you sign in at your agency's issuer and have no second factor here",
    });
  }
  const line = { command: "factor.forget", subject: actor.id };
  await noteAccess(recordStoreOf(seat, deps.platform), actor, line, deps.runtime);
  const next = { ...newAccount(account.address), version: account.version + 1 };
  if (!(await signIn.putAccount(next, account.version))) throw unavailable();
  return endSessions(seat, actor, deps);
}
