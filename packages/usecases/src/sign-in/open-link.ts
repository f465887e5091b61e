import { DomainError } from "@luyue/core/error";
import { listOpenSeats } from "./actor-of-seat.ts";
import { issueTicket } from "./issue-ticket.ts";
import { limitAttempts } from "./limit-attempts.ts";
import type { Caller, SignInDependencies } from "./sign-in-dependencies.ts";

const mostFrom = 60;

/** What comes after the link: a code of the second factor, which is to be set up first where there is none. */
export interface CodeStep {
  /** For the browser to keep; it names the step. */
  readonly secret: string;
  readonly newFactor?: { readonly secret: string; readonly uri: string };
}

/**
 * Opens a mailed link, once, in the browser that asked for it. Throws `forbidden` for one that is used, over, unknown or
 * another browser's, without saying which; `tooMany`.
 */
export async function openLink(
  linkSecret: string,
  browserSecret: string | undefined,
  { from }: Caller,
  deps: SignInDependencies,
): Promise<CodeStep> {
  const { platform, runtime, factor } = deps;
  const { signIn } = platform;
  if (from !== undefined) await limitAttempts(`links from ${from}`, mostFrom, deps);
  const hash = runtime.digest(linkSecret);
  const ticket = await signIn.getTicket(hash);
  const isGood =
    ticket?.step === "link" &&
    browserSecret !== undefined &&
    ticket.browser === runtime.digest(browserSecret) &&
    (await listOpenSeats(ticket.address, deps)).length > 0 &&
    (await signIn.takeTicket(hash));
  if (!isGood || ticket?.step !== "link") throw badLink();
  const { address } = ticket;
  const account = await signIn.getAccount(address);
  if (account?.factor !== undefined) return { secret: await issueTicket({ step: "code", address }, deps) };
  const newSecret = factor.newSecret();
  const newFactor = runtime.seal(newSecret, address);
  const secret = await issueTicket({ step: "code", address, newFactor }, deps);
  return { secret, newFactor: { secret: newSecret, uri: factor.uriOf(newSecret, address) } };
}

function badLink(): DomainError {
  return new DomainError("forbidden", {
    zh: "该登录链接无效：可能已使用、已过期，或不是在申请它的浏览器中打开。请重新申请。",
    en: "this sign-in link does not hold: it was used, is over, or was not asked for in this browser. Please ask for another.",
  });
}
