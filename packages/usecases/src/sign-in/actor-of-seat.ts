import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import { normaliseAddress, type Seat } from "@luyue/core/sign-in";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { Platform } from "../runtime/store.ts";
import type { Member } from "../tenant/tenant.ts";

type Where = { readonly platform: Platform; readonly runtime: Pick<Runtime, "now"> };

/** Who has a seat, and what they may do, as the store says at this moment; nobody where it is gone or over. */
export async function actorOfSeat(seat: Seat, { platform, runtime }: Where): Promise<Actor | undefined> {
  switch (seat.kind) {
    case "operator":
      return { kind: "operator", id: seat.subject, name: seat.subject };
    case "partner": {
      const user = await platform.getPartnerUser(seat.subject);
      if (user === undefined) return undefined;
      const { id, vendorId, name } = user;
      return { kind: "partner", id, vendorId, name };
    }
    case "member": {
      const member = await platform.tenant(seat.tenantId).getMember(seat.subject);
      return member === undefined || isOver(member.emergencyUntil, runtime.now())
        ? undefined
        : actorOfMember(member, seat.tenantId);
    }
  }
}

export function actorOfMember(
  { id, name, roles }: Member,
  tenantId: string,
): Extract<Actor, { kind: "member" }> {
  return { kind: "member", id, tenantId, name, roles };
}

/**
 * Whether somebody may come to a seat by a link mailed to an address: it is theirs, their invitation holds, and their agency
 * does not send its people to an issuer of its own, unless the operator has let them in.
 */
export async function isOpenByMail(
  seat: Seat,
  address: string,
  { platform, runtime }: Where,
): Promise<boolean> {
  if (seat.kind === "operator") return false;
  if (seat.kind === "partner") {
    const user = await platform.getPartnerUser(seat.subject);
    return user !== undefined && isTheirs(user, address, runtime.now());
  }
  const store = platform.tenant(seat.tenantId);
  const [tenant, member] = await Promise.all([store.getTenant(), store.getMember(seat.subject)]);
  if (tenant === undefined || member === undefined || member.roles.length === 0) return false;
  if (!isTheirs(member, address, runtime.now()) || isOver(member.emergencyUntil, runtime.now())) return false;
  return tenant.issuer?.client === undefined || member.emergencyUntil !== undefined;
}

/** The seats that a mailed link opens. */
export async function listOpenSeats(address: string, where: Where): Promise<readonly Seat[]> {
  const seats = await where.platform.signIn.listSeats(address);
  const open = await Promise.all(seats.map((seat) => isOpenByMail(seat, address, where)));
  return seats.filter((_, at) => open[at]);
}

interface Invited {
  readonly email: string;
  readonly invitedUntil?: Instant;
}

function isTheirs({ email, invitedUntil }: Invited, address: string, now: Instant): boolean {
  return normaliseAddress(email) === address && !isOver(invitedUntil, now);
}

export function isOver(until: Instant | undefined, now: Instant): boolean {
  return until !== undefined && toEpochMs(until) <= toEpochMs(now);
}
