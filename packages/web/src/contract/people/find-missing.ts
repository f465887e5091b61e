import { daysBetween } from "@luyue/core/civil-date";
import type { People, Person } from "./people-queries.ts";

/** A qualification that runs out soon is to be renewed: so many days ahead it is shown. */
const soonDays = 60;

interface Expiring {
  readonly person: string;
  readonly title: string;
  readonly validUntil: string;
}

/** What people of a contract are missing against what was agreed: heads, papers, and qualifications about to run out. */
export interface Missing {
  readonly heads: number;
  readonly people: readonly Person[];
  readonly expiring: readonly Expiring[];
}

export function findMissing({ roster, here, agreed }: People, today: string): Missing {
  const present = roster.filter((person) => person.here);
  return {
    heads: agreed === null ? 0 : Math.max(0, agreed - here),
    people: present.filter(({ problems }) => problems.length > 0),
    expiring: present.flatMap(({ name, qualifications }) =>
      qualifications.flatMap(({ title, validUntil }) =>
        validUntil !== null && isSoon(validUntil, today) ? [{ person: name, title, validUntil }] : [],
      ),
    ),
  };
}

function isSoon(validUntil: string, today: string): boolean {
  const days = daysBetween(today, validUntil);
  return days >= 0 && days <= soonDays;
}
