import type { Seat } from "@luyue/core/sign-in";
import type { Platform } from "../runtime/store.ts";
import type { Member, PartnerUser } from "../tenant/tenant.ts";

/** The person on file who has a seat; none of the operator, whom its issuer knows alone. */
export async function personOfSeat(
  seat: Seat,
  platform: Platform,
): Promise<Member | PartnerUser | undefined> {
  if (seat.kind === "member") return platform.tenant(seat.tenantId).getMember(seat.subject);
  return seat.kind === "partner" ? platform.getPartnerUser(seat.subject) : undefined;
}
