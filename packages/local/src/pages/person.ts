import { type DemoContract, demoContracts } from "@luyue/testing/contracts";
import type { Role } from "@luyue/core/party";
import type { Seat } from "@luyue/core/sign-in";
import type { Actor } from "@luyue/usecases/runtime";
import { demoPeople, partnerSubject, tenantIdOf } from "../demo/people.ts";
import type { Stack } from "../stack/index.ts";

/** Who the pages of the local stack are looked at as: a member of one agency, or somebody of a vendor. */
export interface Person {
  readonly side: "agency" | "partner";
  readonly name: string;
  readonly organisation: string;
}

/** Somebody of the demo, whom one click signs in as. */
interface DemoSeat extends Person {
  readonly key: string;
  readonly roles: readonly Role[];
  readonly seat: Seat;
}

export function listDemoSeats(): readonly DemoSeat[] {
  return [...demoContracts.flatMap(listMembers), ...listPartners()];
}

/** The person that a session stands for; the operator has no pages here. */
export async function describePerson(
  actor: Actor,
  { platform }: Pick<Stack, "platform">,
): Promise<Person | undefined> {
  const { name } = actor;
  if (actor.kind === "member") {
    const tenant = await platform.tenant(actor.tenantId).getTenant();
    return { side: "agency", name, organisation: tenant?.name ?? "" };
  }
  if (actor.kind !== "partner") return undefined;
  const { items } = await platform.vendor(actor.vendorId).listContracts({ limit: 1 });
  return { side: "partner", name, organisation: items[0]?.vendorName ?? "" };
}

function listMembers({ tenant }: DemoContract): DemoSeat[] {
  return demoPeople.map(({ subject, name, role }) => ({
    key: `${tenant.slug}:${subject}`,
    seat: { kind: "member", tenantId: tenantIdOf(tenant.slug), subject },
    side: "agency",
    name,
    organisation: tenant.name,
    roles: [role],
  }));
}

function listPartners(): DemoSeat[] {
  const vendors = new Map(demoContracts.map(({ vendor }) => [vendor.creditCode, vendor]));
  return [...vendors.values()].map(({ creditCode, name }) => ({
    key: `partner:${partnerSubject(creditCode)}`,
    seat: { kind: "partner", subject: partnerSubject(creditCode) },
    side: "partner",
    name: "项目负责人",
    organisation: name,
    roles: [],
  }));
}
