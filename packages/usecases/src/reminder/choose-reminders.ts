import { normaliseAddress } from "@luyue/core/sign-in";
import { DomainError } from "@luyue/core/error";
import { obligationKindSchema } from "@luyue/core/obligation";
import { type Digest, digestSchema } from "@luyue/core/reminder";
import * as z from "zod";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import { defineCommand } from "../runtime/define-command.ts";
import type { TenantStore } from "../runtime/store.ts";
import type { Member } from "../tenant/tenant.ts";
import type { PersonalReminders } from "./personal-reminders.ts";

/**
 * A member's own choice of mails 个人提醒设置: the kinds that they want none of, and in how many mails. It cannot silence the last
 * one of a side: who that is, is settled as each reminder goes out.
 */
export const chooseReminders = defineCommand({
  name: "reminder.choose",
  input: z.strictObject({
    off: z.array(obligationKindSchema).max(obligationKindSchema.options.length),
    digest: digestSchema.optional(),
  }),
  permission: "reminder:choose",
  async decide({ store, tenant, actor }, { off, digest }) {
    const { email, id } = await demandOwnMember(actor, store);
    const address = normaliseAddress(email);
    const before = await store.getPersonal(address);
    const { digest: _earlier, ...rest } = before ?? { address, off: [] };
    const personal: PersonalReminders = {
      ...rest,
      off: [...new Set(off)],
      ...(digest === undefined ? {} : { digest }),
    };
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [{ change: "putPersonal", personal }],
      answer: showChoice(personal),
      subject: id,
      recordBefore: showChoice(before),
      recordAfter: showChoice(personal),
    };
  },
});

export interface ReminderChoice {
  readonly off: PersonalReminders["off"];
  readonly digest: Digest | null;
}

function showChoice(personal: PersonalReminders | undefined): ReminderChoice {
  return { off: personal?.off ?? [], digest: personal?.digest ?? null };
}

/** What the actor has chosen. */
export async function readChoice(store: TenantStore, actor: Actor): Promise<ReminderChoice> {
  demandPermission(actor, "reminder:choose");
  const { email } = await demandOwnMember(actor, store);
  return showChoice(await store.getPersonal(normaliseAddress(email)));
}

/** The member that the actor is. Throws `notFound` for who is none: a machine, a vendor's. */
export async function demandOwnMember(actor: Actor, store: TenantStore): Promise<Member> {
  const own = (await store.listMembers()).find(({ id }) => id === actor.id);
  if (own !== undefined) return own;
  throw new DomainError("notFound", {
    zh: "只有本单位人员有个人提醒设置",
    en: "only people of the agency have choices",
  });
}
