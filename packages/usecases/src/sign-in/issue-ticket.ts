import { addMinutes } from "@luyue/core/civil-date";
import { type Ticket, ticketMinutes } from "@luyue/core/sign-in";
import type { SignInDependencies } from "./sign-in-dependencies.ts";

type Content<T> = T extends Ticket ? Omit<T, "hash" | "expiresAt"> : never;

/** Keeps what is good once and for ten minutes, under a fresh secret; gives the secret, which is kept nowhere else. */
export async function issueTicket(
  content: Content<Ticket>,
  { platform, runtime }: Pick<SignInDependencies, "platform" | "runtime">,
): Promise<string> {
  const secret = runtime.newKeySecret();
  const expiresAt = addMinutes(runtime.now(), ticketMinutes);
  await platform.signIn.putTicket({ ...content, hash: runtime.digest(secret), expiresAt });
  return secret;
}
