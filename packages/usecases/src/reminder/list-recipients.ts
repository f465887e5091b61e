import { normaliseAddress } from "@luyue/core/sign-in";
import type { Side } from "@luyue/core/party";
import { type Escalation, type ReminderPolicy, reminderRoles } from "@luyue/core/reminder";
import type { Obligation } from "@luyue/core/obligation";
import type { UnitContact } from "@luyue/core/finding";
import type { Member, Tenant, VendorFile } from "../tenant/tenant.ts";
import type { Addressee, OutboxRecipient } from "./outbox-entry.ts";
import type { PersonalReminders } from "./personal-reminders.ts";

/** The people and addresses of one tenant that messages can go to, and what these people have chosen. */
export interface Audience {
  readonly tenant: Tenant;
  readonly members: readonly Member[];
  readonly vendor: VendorFile | undefined;
  readonly choices: readonly PersonalReminders[];
}

/** What is to be told: about which kind of obligation, to which sides, and up to whom it goes this time. */
export interface Matter {
  readonly obligation: Pick<Obligation, "kind" | "debtor">;
  readonly contacts?: readonly UnitContact[];
  readonly sides?: readonly Side[];
  readonly escalations?: readonly Escalation[];
}

/** Why somebody is told. */
export type TellReason = "role" | "noneInRole" | "named" | "unit" | "vendor" | "escalation" | "endpoint";

export interface Told {
  readonly to: Exclude<OutboxRecipient, { readonly channel: "people" }>;
  readonly why: TellReason;
}

interface Person extends Addressee {
  readonly why: TellReason;
}

/**
 * Who is told, each address once: the agency's members by role (its administrators where nobody has the role) and by name, who
 * they report to as the ladder goes up, the contacts of the unit that has findings to answer, the vendor's contacts on the
 * tenant's file; and the tenant's webhooks and robots. Who wants no mail is told in the product alone, but for the last of a side.
 */
export function listRecipients(matter: Matter, audience: Audience, policy: ReminderPolicy): Told[] {
  const { sides = ["buyer", "vendor"] } = matter;
  const regular = distinctOf([
    ...agencyPeople(matter, audience, policy),
    ...unitPeople(matter),
    ...(policy.tellVendor ? vendorPeople(audience) : []),
  ]).filter(({ side }) => sides.includes(side));
  const silent = silentOf(regular, matter, audience);
  const raised = sides.includes("buyer") ? raisedPeople(matter, audience, regular) : [];
  const byMail = policy.channels.includes("email");
  const people = distinctOf([...regular, ...raised]).map(({ why, ...person }): Told => {
    const channel = byMail && !silent.has(normaliseAddress(person.address)) ? "email" : "inApp";
    return { to: { channel, ...person, language: policy.language ?? person.language }, why };
  });
  return [...people, ...machines(audience.tenant, policy)];
}

/** Who was let in for an emergency is there to act, and not to be reminded. */
function regularMembers({ members }: Audience): readonly Member[] {
  return members.filter(({ emergencyUntil }) => emergencyUntil === undefined);
}

function agencyPeople({ obligation }: Matter, audience: Audience, policy: ReminderPolicy): Person[] {
  const members = regularMembers(audience);
  const roles = policy.roles ?? reminderRoles(obligation);
  const inRole = members.filter((member) => member.roles.some((role) => roles.includes(role)));
  const named = members.filter(({ subject }) => policy.people.includes(subject));
  const administrators = members.filter((member) => member.roles.includes("administrator"));
  return [
    ...inRole.map((member) => personOf(member, "role")),
    ...named.map((member) => personOf(member, "named")),
    ...(inRole.length + named.length > 0
      ? []
      : administrators.map((member) => personOf(member, "noneInRole"))),
  ];
}

function personOf({ name, email, language }: Member, why: TellReason): Person {
  return { name, address: email, language, side: "buyer", why };
}

function unitPeople({ contacts = [], obligation }: Matter): Person[] {
  return contacts.map(({ name, email, language }) => ({
    name,
    address: email,
    language,
    side: obligation.debtor,
    why: "unit",
  }));
}

function vendorPeople({ vendor }: Audience): Person[] {
  return (vendor?.contacts ?? []).map(({ name, email, language }) => ({
    name,
    address: email,
    language,
    side: "vendor",
    vendorId: vendor?.vendorId ?? "",
    why: "vendor",
  }));
}

/** Who the told ones report to, where anybody is known to; or whoever has a role. */
function raisedPeople({ escalations = [] }: Matter, audience: Audience, told: readonly Person[]): Person[] {
  const members = regularMembers(audience);
  const addresses = new Set(told.map(({ address }) => normaliseAddress(address)));
  const reporting = members.filter(({ email }) => addresses.has(normaliseAddress(email)));
  const raised = escalations.flatMap(({ to }) =>
    to === "superior"
      ? members.filter(({ subject }) => reporting.some(({ superior }) => superior === subject))
      : members.filter(({ roles }) => roles.includes(to)),
  );
  return raised.map((member) => personOf(member, "escalation"));
}

/** The addresses that have chosen no mail of this kind; a side of which all have is told all the same. */
function silentOf(people: readonly Person[], { obligation }: Matter, { choices }: Audience): Set<string> {
  const off = new Set(
    choices.filter((choice) => choice.off.includes(obligation.kind)).map(({ address }) => address),
  );
  const isOff = ({ address }: Person) => off.has(normaliseAddress(address));
  const kept = new Set(
    (["buyer", "vendor"] as const).filter((side) =>
      people.every((each) => each.side !== side || isOff(each)),
    ),
  );
  return new Set(
    people
      .filter((each) => isOff(each) && !kept.has(each.side))
      .map(({ address }) => normaliseAddress(address)),
  );
}

/** Of two people with one address the first counts: the agency's own before a unit's or a vendor's contact. */
function distinctOf(people: readonly Person[]): readonly Person[] {
  const found = new Map<string, Person>();
  for (const person of people) {
    const key = normaliseAddress(person.address);
    if (!found.has(key)) found.set(key, person);
  }
  return [...found.values()];
}

function machines({ webhooks }: Tenant, { channels }: ReminderPolicy): Told[] {
  return webhooks.flatMap(({ id, kind = "standard", disabledAt }): Told[] => {
    const channel = kind === "standard" ? "webhook" : "robot";
    if (disabledAt !== undefined || !channels.includes(channel)) return [];
    return [{ to: { channel, endpointId: id }, why: "endpoint" }];
  });
}
