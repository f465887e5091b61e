import { reminderRoles } from "@luyue/core/reminder";
import type { StoredObligation } from "../contract/contract.ts";
import type { Member, Tenant, VendorFile } from "../tenant/tenant.ts";
import type { OutboxRecipient } from "./outbox-entry.ts";

/** The people and addresses of one tenant that reminders can go to. */
export interface Audience {
  readonly tenant: Tenant;
  readonly members: readonly Member[];
  readonly vendor: VendorFile | undefined;
}

/**
 * Who is told about an obligation: the agency's members by role (its administrators where nobody has the role),
 * the contacts of the unit that has findings to answer, the vendor's contacts on the tenant's file, and the tenant's
 * webhooks.
 */
export function listRecipients(
  { obligation, contacts = [] }: Pick<StoredObligation, "obligation" | "contacts">,
  { tenant, members, vendor }: Audience,
): OutboxRecipient[] {
  const roles = reminderRoles(obligation);
  // Who was let in for an emergency is there to act, and not to be reminded.
  const regular = members.filter(({ emergencyUntil }) => emergencyUntil === undefined);
  const inRole = regular.filter((member) => member.roles.some((role) => roles.includes(role)));
  const agency =
    inRole.length > 0 ? inRole : regular.filter(({ roles: held }) => held.includes("administrator"));
  const people = [
    ...agency.map(({ name, email, language }) => ({
      name,
      address: email,
      language,
      side: "buyer" as const,
    })),
    ...contacts.map(({ name, email, language }) => ({
      name,
      address: email,
      language,
      side: obligation.debtor,
    })),
    ...(vendor?.contacts ?? []).map(({ name, email, language }) => ({
      name,
      address: email,
      language,
      side: "vendor" as const,
    })),
  ];
  // Of two people with one address the first counts: the agency's own before a unit's or a vendor's contact.
  const distinct = new Map(people.toReversed().map((person) => [person.address.toLowerCase(), person]));
  return [
    ...[...distinct.values()]
      .toReversed()
      .map((person): OutboxRecipient => ({ channel: "email", ...person })),
    ...tenant.webhooks.map(({ id }): OutboxRecipient => ({ channel: "webhook", endpointId: id })),
  ];
}

/** The part of a recipient that tells it from others; addresses are the same in any case of letters. */
export function recipientKey(to: OutboxRecipient): string {
  return to.channel === "email" ? to.address.toLowerCase() : to.endpointId;
}
