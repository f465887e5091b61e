import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import { normaliseAddress, type Seat } from "@luyue/core/sign-in";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { Platform } from "../runtime/store.ts";
import type { Member, PartnerUser } from "../tenant/tenant.ts";

type Where = { readonly platform: Platform; readonly runtime: Pick<Runtime, "now"> };

/** Who has a seat, and what they may do, as the store says at this moment; nobody where it is gone or over. */
export async function actorOfSeat(seat: Seat, { platform, runtime }: Where): Promise<Actor | undefined> {
  switch (seat.kind) {
    case "operator":
      return { kind: "operator", id: seat.subject, name: seat.subject };
    case "partner": {
      const user = await platform.getPartnerUser(seat.subject);
      return user && actorOfPartner(user);
    }
    case "member": {
      const member = await platform.tenant(seat.tenantId).getMember(seat.subject);
      return member === undefined || isOver(member.emergencyUntil, runtime.now())
        ? undefined
        : actorOfMember(member, seat.tenantId);
    }
  }
}

/**
 * The same for who comes by a link mailed to an address: it has to be theirs, their invitation to hold, and their agency not to
 * send its people to an issuer of its own, unless the operator has let them in.
 */
export async function actorByMail(
  seat: Seat,
  address: string,
  { platform, runtime }: Where,
): Promise<Actor | undefined> {
  const now = runtime.now();
  const isTheirs = ({ email }: Pick<Member, "email">) => normaliseAddress(email) === address;
  if (seat.kind === "operator") return undefined;
  if (seat.kind === "partner") {
    const user = await platform.getPartnerUser(seat.subject);
    return user !== undefined && isTheirs(user) ? actorOfPartner(user) : undefined;
  }
  const store = platform.tenant(seat.tenantId);
  const [tenant, member] = await Promise.all([store.getTenant(), store.getMember(seat.subject)]);
  if (tenant === undefined || member === undefined || member.roles.length === 0) return undefined;
  const { invitedUntil, emergencyUntil } = member;
  if (!isTheirs(member) || isOver(invitedUntil, now) || isOver(emergencyUntil, now)) return undefined;
  const isLetIn = tenant.issuer?.client === undefined || emergencyUntil !== undefined;
  return isLetIn ? actorOfMember(member, seat.tenantId) : undefined;
}

/** A seat with who has it. */
export interface OpenSeat {
  readonly seat: Seat;
  readonly actor: Actor;
}

/** The seats that a mailed link opens. */
export async function listOpenSeats(address: string, where: Where): Promise<readonly OpenSeat[]> {
  const seats = await where.platform.signIn.listSeats(address);
  const actors = await Promise.all(seats.map((seat) => actorByMail(seat, address, where)));
  return seats.flatMap((seat, at) => {
    const actor = actors[at];
    return actor === undefined ? [] : [{ seat, actor }];
  });
}

export function actorOfMember(
  { id, name, roles }: Member,
  tenantId: string,
): Extract<Actor, { kind: "member" }> {
  return { kind: "member", id, tenantId, name, roles };
}

function actorOfPartner({ id, vendorId, name }: PartnerUser): Actor {
  return { kind: "partner", id, vendorId, name };
}

export function isOver(until: Instant | undefined, now: Instant): boolean {
  return until !== undefined && toEpochMs(until) <= toEpochMs(now);
}
