import { normaliseAddress } from "@luyue/core/sign-in";
import type { PartnerUser } from "@luyue/usecases/tenant";
import type { RouteDependencies } from "../app/environment.ts";

/** The person of a vendor with a mail address, if there is one. */
export async function findPartner(
  email: string,
  { platform }: RouteDependencies,
): Promise<PartnerUser | undefined> {
  const address = normaliseAddress(email);
  for (const seat of await platform.signIn.listSeats(address)) {
    const user = seat.kind === "partner" ? await platform.getPartnerUser(seat.subject) : undefined;
    if (user !== undefined && normaliseAddress(user.email) === address) return user;
  }
  return undefined;
}
