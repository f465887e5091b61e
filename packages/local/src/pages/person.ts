import { type DemoContract, demoContracts } from "@luyue/testing/contracts";
import type { Role } from "@luyue/core/party";
import { isAllowed, type Permission } from "@luyue/usecases/runtime";
import { demoPeople, partnerSubject } from "../demo/people.ts";
import { partnerIssuer } from "../stack/index.ts";

/** Who the pages of the local stack are looked at as: a member of one agency, or a vendor's project lead. */
export interface Person {
  readonly key: string;
  readonly issuer: string;
  readonly subject: string;
  readonly side: "agency" | "partner";
  readonly name: string;
  readonly organisation: string;
  readonly role?: Role;
}

export function listPersons(): readonly Person[] {
  return [...demoContracts.flatMap(listMembers), ...listPartners()];
}

export function findPerson(key: string | undefined): Person | undefined {
  return listPersons().find((person) => person.key === key);
}

/** Whether the API would let the person do it: the pages show no form that it refuses. */
export function mayDo(person: Person | undefined, permission: Permission): boolean {
  if (person === undefined) return false;
  const { subject: id, name, role } = person;
  if (person.side === "partner") return isAllowed({ kind: "partner", id, vendorId: "", name }, permission);
  const roles = role === undefined ? [] : [role];
  return isAllowed({ kind: "member", id, tenantId: "", name, roles }, permission);
}

function listMembers({ tenant }: DemoContract): Person[] {
  return demoPeople.map(({ subject, name, role }) => ({
    key: `${tenant.slug}:${subject}`,
    issuer: tenant.slug,
    subject,
    side: "agency",
    name,
    organisation: tenant.name,
    role,
  }));
}

function listPartners(): Person[] {
  const vendors = new Map(demoContracts.map(({ vendor }) => [vendor.creditCode, vendor]));
  return [...vendors.values()].map(({ creditCode, name }) => ({
    key: `${partnerIssuer}:${partnerSubject(creditCode)}`,
    issuer: partnerIssuer,
    subject: partnerSubject(creditCode),
    side: "partner",
    name: "项目负责人",
    organisation: name,
  }));
}
