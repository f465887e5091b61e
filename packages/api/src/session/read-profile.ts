import type { Seat } from "@luyue/core/sign-in";
import type { Actor } from "@luyue/usecases/runtime";
import type { RouteDependencies } from "../app/environment.ts";

/** What stands on file of the person who has a seat. */
export async function readProfile(
  seat: Seat,
  { id, name }: Pick<Actor, "id" | "name">,
  { platform }: Pick<RouteDependencies, "platform">,
): Promise<{ readonly profile: object; readonly email: string }> {
  const found =
    seat.kind === "member"
      ? await platform.tenant(seat.tenantId).getMember(seat.subject)
      : seat.kind === "partner"
        ? await platform.getPartnerUser(seat.subject)
        : undefined;
  return { profile: found ?? { id, name }, email: found?.email ?? "" };
}
