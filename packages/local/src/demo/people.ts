import { type Role, roleNames } from "@luyue/core/party";
import { roleSchema } from "@luyue/core/party";

/** A person of the demo: signs in by a click, gets the mails of the role. Named by role, since nobody real is meant. */
export interface DemoPerson {
  readonly subject: string;
  readonly name: string;
  readonly role: Role;
}

export const demoPeople: readonly DemoPerson[] = roleSchema.options.map((role) => ({
  subject: role,
  name: roleNames[role].zh,
  role,
}));

export function emailOf(person: string, organisation: string): string {
  return `${person.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}@${organisation}.example`;
}

/** The vendor's people are named by their vendor: one project lead each. */
export function partnerSubject(creditCode: string): string {
  return `lead-${creditCode.toLowerCase()}`;
}

export function tenantIdOf(slug: string): string {
  return `ten_${slug.replaceAll("-", "_")}`;
}
