import { expect, it } from "vitest";
import { findMissing } from "./find-missing.ts";
import type { People, Person } from "./people-queries.ts";

const person = (name: string, more: Partial<Person> = {}): Person => ({
  id: `per_${name}`,
  name,
  role: "工程师",
  key: false,
  qualifications: [],
  joinedOn: "2026-01-05",
  leftOn: null,
  here: true,
  agreement: null,
  problems: [],
  ...more,
});
const people = (roster: readonly Person[], agreed: number | null): People => ({
  roster: [...roster],
  here: roster.filter(({ here }) => here).length,
  agreed,
  changes: [],
  absences: [],
  ahead: null,
});
const until = (validUntil: string | null) => ({
  qualifications: [{ title: "等级测评师", number: null, validUntil }],
});

it("counts heads only where a number was agreed", () => {
  expect(findMissing(people([person("甲")], 8), "2026-05-12").heads).toBe(7);
  expect(findMissing(people([person("甲")], 1), "2026-05-12").heads).toBe(0);
  expect(findMissing(people([person("甲"), person("乙")], 1), "2026-05-12").heads).toBe(0);
  expect(findMissing(people([], null), "2026-05-12").heads).toBe(0);
});

it("names qualifications that run out within sixty days, of those who are there", () => {
  const roster = [
    person("今日", until("2026-05-12")),
    person("六十", until("2026-07-11")),
    person("以后", until("2026-07-12")),
    person("已过", until("2026-05-11")),
    person("长期", until(null)),
    person("离岗", { ...until("2026-05-20"), here: false, leftOn: "2026-05-01" }),
  ];
  const { expiring } = findMissing(people(roster, null), "2026-05-12");
  expect(expiring.map((each) => each.person)).toEqual(["今日", "六十"]);
});

it("names whose papers have a problem", () => {
  const problem = { zh: "保密协议未备案", en: "no secrecy agreement on file" };
  const { people: found } = findMissing(
    people([person("甲", { problems: [problem] }), person("乙")], null),
    "2026-05-12",
  );
  expect(found.map(({ name }) => name)).toEqual(["甲"]);
});
