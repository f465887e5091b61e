import { normaliseAddress } from "@luyue/core/sign-in";
import { languageSchema } from "@luyue/core/text";
import * as z from "zod";
import { parseInput } from "../runtime/parse-input.ts";
import { issueTicket } from "./issue-ticket.ts";
import { limitAttempts } from "./limit-attempts.ts";
import type { Caller, SignInDependencies } from "./sign-in-dependencies.ts";

export const askForLinkInput = z.strictObject({
  email: z.email().max(254),
  language: languageSchema.optional(),
});

/** In a quarter of an hour: links to one address, and from one network address. */
const mostToAddress = 5;
const mostFrom = 30;

/**
 * Asks for a link to an address, for the browser with this secret alone. Whether the address is anybody's is neither said nor
 * shown by how long it takes. Throws `invalid`, `tooMany`.
 */
export async function askForLink(
  input: unknown,
  browserSecret: string,
  { from }: Caller,
  deps: SignInDependencies,
): Promise<void> {
  const { email, language = "zh" } = parseInput(askForLinkInput, input);
  const { runtime, requestLink } = deps;
  const address = normaliseAddress(email);
  if (from !== undefined) await limitAttempts(`from ${from}`, mostFrom, deps);
  await limitAttempts(`link to ${address}`, mostToAddress, deps);
  const secret = await issueTicket({ step: "link", address, browser: runtime.digest(browserSecret) }, deps);
  await requestLink({ address, secret, language });
}
