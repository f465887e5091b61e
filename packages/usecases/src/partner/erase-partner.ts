import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import type { Actor } from "../runtime/actor.ts";
import { defineCommand } from "../runtime/define-command.ts";

/** Who is erased, as the platform has them; callers take all but the reason from the store. */
const partnerUserSchema = z.strictObject({
  id: z.string().max(64),
  subject: z.string().min(1).max(200),
  vendorId: z.string().max(64),
});

/**
 * Takes a person of a vendor out of the portal and forgets what was kept of them but for the record: the operator's command,
 * or a colleague's. Throws `notFound` where they are another vendor's, `conflict` for oneself.
 */
export const erasePartner = defineCommand({
  name: "partner.erase",
  input: z.strictObject({
    user: partnerUserSchema,
    reason: z.string().trim().min(1).max(500),
    forget: z.string().max(254).optional(),
  }),
  permission: "partner:erase",
  async decide({ tenant, actor }, { user, reason, forget }) {
    demandErasablePartner(user, actor);
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [
        { change: "deletePartnerUser", subject: user.subject },
        { change: "deletePersonal", address: user.id },
        ...(forget === undefined ? [] : [{ change: "deleteAccount", address: forget } as const]),
      ],
      answer: { id: user.id },
      subject: user.id,
      recordBefore: user,
      reason,
    };
  },
});

/** Throws `notFound` for another vendor's person, and `conflict` for oneself. */
export function demandErasablePartner(user: z.infer<typeof partnerUserSchema>, actor: Actor): void {
  if (actor.kind === "partner" && actor.vendorId !== user.vendorId) throw noSuchPartner();
  if (actor.id !== user.id) return;
  throw new DomainError("conflict", {
    zh: "本人的信息请由同事或平台运营删除",
    en: "a colleague or the operator has to erase you",
  });
}

export function noSuchPartner(): DomainError {
  return new DomainError("notFound", { zh: "找不到该人员", en: "no such person" });
}
