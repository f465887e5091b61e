import { DomainError } from "@luyue/core/error";
import { normaliseAddress } from "@luyue/core/sign-in";
import type { Actor } from "../runtime/actor.ts";
import type { Platform } from "../runtime/store.ts";
import type { PartnerUser } from "../tenant/tenant.ts";
import { noSuchPartner } from "./erase-partner.ts";

/** Who of the actor's own company is in the portal. Throws `notFound` for who is of none. */
export async function listColleagues(actor: Actor, platform: Platform): Promise<readonly PartnerUser[]> {
  if (actor.kind !== "partner") throw noSuchPartner();
  return platform.vendor(actor.vendorId).listUsers();
}

/** Throws `conflict` for an address that somebody of the actor's company has already. */
export async function demandNewColleague(email: string, actor: Actor, platform: Platform): Promise<void> {
  const address = normaliseAddress(email);
  const colleagues = await listColleagues(actor, platform);
  if (!colleagues.some((user) => normaliseAddress(user.email) === address)) return;
  throw new DomainError("conflict", {
    zh: "该邮箱已属于一名同事",
    en: "this address already belongs to a colleague",
  });
}

/** The person of a vendor with a mail address. Throws `notFound`. */
export async function demandPartner(email: string, platform: Platform): Promise<PartnerUser> {
  const address = normaliseAddress(email);
  for (const seat of await platform.signIn.listSeats(address)) {
    const user = seat.kind === "partner" ? await platform.getPartnerUser(seat.subject) : undefined;
    if (user !== undefined && normaliseAddress(user.email) === address) return user;
  }
  throw noSuchPartner();
}
