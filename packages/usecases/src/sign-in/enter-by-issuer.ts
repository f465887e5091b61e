import { DomainError } from "@luyue/core/error";
import { normaliseAddress, type Seat, type TicketOf } from "@luyue/core/sign-in";
import { isOver } from "./actor-of-seat.ts";
import { joinAgency } from "./join-agency.ts";
import { openSession, type OpenedSession } from "./open-session.ts";
import type { Caller, SignInDependencies } from "./sign-in-dependencies.ts";

type Deps = Pick<SignInDependencies, "platform" | "runtime">;

/** What an issuer says of who has signed in there, once its token was verified. */
export interface Claims {
  readonly subject: string;
  /** Set where the issuer vouches for it. */
  readonly verifiedEmail?: string;
}

/** What the browser was sent with, once. Throws `forbidden` for one that is over, used or unknown. */
export async function recallIssuer(
  secret: string | undefined,
  { platform, runtime }: Deps,
): Promise<TicketOf<"issuer">> {
  const hash = runtime.digest(secret ?? "");
  const ticket = secret === undefined ? undefined : await platform.signIn.getTicket(hash);
  if (ticket?.step !== "issuer" || !(await platform.signIn.takeTicket(hash))) {
    throw new DomainError("forbidden", {
      zh: "登录已中断或过期，请重新登录",
      en: "this sign-in was interrupted or is over, please sign in again",
    });
  }
  return ticket;
}

/**
 * Signs in whoever an issuer vouches for: the operator, a member by their subject, or an invited person by an address that
 * the issuer has verified. Throws `forbidden` for anybody else.
 */
export async function enterByIssuer(
  tenantId: string | undefined,
  claims: Claims,
  caller: Caller,
  deps: Deps,
): Promise<OpenedSession> {
  const seat: Seat | undefined =
    tenantId === undefined
      ? { kind: "operator", subject: claims.subject }
      : await findSeat(tenantId, claims, deps);
  if (seat === undefined) throw notKnown();
  return openSession({ seat, by: "issuer" }, caller, deps);
}

async function findSeat(tenantId: string, claims: Claims, deps: Deps): Promise<Seat | undefined> {
  const { subject, verifiedEmail } = claims;
  const store = deps.platform.tenant(tenantId);
  const seat: Seat = { kind: "member", tenantId, subject };
  const member = await store.getMember(subject);
  if (member !== undefined) return member.emergencyUntil === undefined ? seat : undefined;
  if (verifiedEmail === undefined) return undefined;
  const address = normaliseAddress(verifiedEmail);
  const invited = (await store.listMembers()).find(
    ({ email, invitedUntil }) =>
      normaliseAddress(email) === address &&
      invitedUntil !== undefined &&
      !isOver(invitedUntil, deps.runtime.now()),
  );
  return invited === undefined
    ? undefined
    : joinAgency({ kind: "member", tenantId, subject: invited.subject }, deps, subject);
}

function notKnown(): DomainError {
  return new DomainError("forbidden", {
    zh: "该账户不是本单位在履约系统中的人员，请联系本单位管理员",
    en: "this account is nobody's of the agency here: ask its administrator to invite you",
  });
}
