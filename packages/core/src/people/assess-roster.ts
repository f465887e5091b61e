import { addYears, type CivilDate } from "../civil-date/index.ts";
import type { PeopleTerms } from "../contract/index.ts";
import type { Text } from "../text/index.ts";
import type { Person } from "./person.ts";

/** Somebody on the roster with what is missing of them on a day. */
export interface RosterLine {
  readonly person: Person;
  readonly here: boolean;
  readonly problems: readonly Text[];
}

/** The roster of a contract on a day: who is there, what is missing of each, and whether so many are there as agreed. */
export interface Roster {
  readonly lines: readonly RosterLine[];
  readonly here: number;
  readonly agreed?: number;
}

export function assessRoster(
  terms: PeopleTerms | undefined,
  people: readonly Person[],
  today: CivilDate,
): Roster {
  const lines = people.map((person): RosterLine => {
    const here = isHere(person, today);
    return { person, here, problems: here ? findProblems(terms, person, today) : [] };
  });
  return {
    lines,
    here: lines.filter((line) => line.here).length,
    ...(terms?.roster === undefined ? {} : { agreed: terms.roster }),
  };
}

/** Whether somebody is there on a day: the day of joining counts, that of leaving is the last. */
export function isHere({ joinedOn, leftOn }: Person, on: CivilDate): boolean {
  return joinedOn <= on && (leftOn === undefined || on <= leftOn);
}

function findProblems(
  terms: PeopleTerms | undefined,
  { agreement, qualifications }: Person,
  today: CivilDate,
): Text[] {
  const expired = qualifications.flatMap(({ title, validUntil }): Text[] =>
    validUntil === undefined || validUntil >= today
      ? []
      : [{ zh: `${title} 已于 ${validUntil} 到期`, en: `${title} ran out on ${validUntil}` }],
  );
  if (terms?.agreement === undefined) return expired;
  if (agreement === undefined) {
    return [{ zh: "保密协议未备案", en: "no secrecy agreement on file" }, ...expired];
  }
  const { years } = terms.agreement;
  const { signedOn, until } = agreement;
  const short = years !== undefined && until !== undefined && until < addYears(signedOn, years);
  if (!short) return expired;
  return [
    {
      zh: `保密协议至 ${until}，应不少于${years}年`,
      en: `the secrecy agreement ends on ${until}: less than ${years} years`,
    },
    ...expired,
  ];
}
