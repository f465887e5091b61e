import type { Seat } from "@luyue/core/sign-in";
import { executeCommand } from "../runtime/execute-command.ts";
import { joinMember } from "../tenant/join-member.ts";
import { actorOfMember } from "./actor-of-seat.ts";
import type { SignInDependencies } from "./sign-in-dependencies.ts";

/** The seat after its first use: an invited person becomes a member, under this subject. Others' seats are as they are. */
export async function joinAgency(
  seat: Seat,
  { platform, runtime }: Pick<SignInDependencies, "platform" | "runtime">,
  subject?: string,
): Promise<Seat> {
  if (seat.kind !== "member") return seat;
  const { tenantId } = seat;
  const store = platform.tenant(tenantId);
  const member = await store.getMember(seat.subject);
  if (member?.invitedUntil === undefined) return seat;
  const input = { subject: subject ?? seat.subject };
  const actor = actorOfMember(member, tenantId);
  const { answer } = await executeCommand(joinMember, { actor, tenantId, input }, { store, runtime });
  return { ...seat, subject: answer.subject };
}
