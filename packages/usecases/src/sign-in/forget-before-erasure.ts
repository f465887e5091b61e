import type { Actor } from "../runtime/actor.ts";
import { versionMismatch } from "../runtime/refusals.ts";
import type { TenantStore } from "../runtime/store.ts";
import { demandErasablePartner } from "../partner/erase-partner.ts";
import { demandErasableMember } from "../tenant/erase-member.ts";
import type { PartnerUser } from "../tenant/tenant.ts";
import { forgetPerson } from "./forget-person.ts";
import type { SignInDependencies } from "./sign-in-dependencies.ts";

/** Who asks for an erasure, and on which version of the settings that it is recorded with. */
export interface ErasureRequest {
  readonly actor: Actor;
  readonly store: TenantStore;
  readonly expectedVersion?: number | undefined;
}

type Deps = Pick<SignInDependencies, "platform" | "runtime">;

/**
 * Forgets what is kept of a member beside themselves, once it is sure that they may be erased, for what is refused leaves
 * everything as it was. Gives what `eraseMember` is to forget with them.
 */
export async function forgetMember(id: string, request: ErasureRequest, deps: Deps) {
  const { store, actor } = request;
  const { subject, email } = await demandErasableMember(id, actor, store);
  await demandVersion(request);
  return forgetPerson({ kind: "member", tenantId: store.tenantId, subject }, email, deps);
}

/** The same of a person of a vendor, for `erasePartner`. */
export async function forgetPartner(user: PartnerUser, request: ErasureRequest, deps: Deps) {
  demandErasablePartner(user, request.actor);
  await demandVersion(request);
  return forgetPerson({ kind: "partner", subject: user.subject }, user.email, deps);
}

async function demandVersion({ store, expectedVersion }: ErasureRequest): Promise<void> {
  if (expectedVersion === undefined || (await store.getTenant())?.version === expectedVersion) return;
  throw versionMismatch();
}
