import { expect, it } from "vitest";
import { blankPerson, blankQualification, draftOf, personOf } from "./person-draft.ts";

it("keeps what was typed, and no empty line of a qualification", () => {
  const draft = {
    ...blankPerson,
    name: " 甲某 ",
    role: "驻场工程师",
    qualifications: [
      { title: "注册信息安全专业人员", number: " 123 ", validUntil: "2027-01-31" },
      blankQualification,
      { ...blankQualification, title: "等级测评师" },
    ],
  };
  expect(personOf(draft)).toEqual({
    name: "甲某",
    role: "驻场工程师",
    key: false,
    qualifications: [
      { title: "注册信息安全专业人员", number: "123", validUntil: "2027-01-31" },
      { title: "等级测评师" },
    ],
  });
});

it("sends a line that has a number and no title, so that it is refused rather than lost", () => {
  const qualifications = [{ ...blankQualification, number: "123" }];
  expect(personOf({ ...blankPerson, qualifications }).qualifications).toEqual([{ title: "", number: "123" }]);
});

it("begins a correction with what the roster has", () => {
  const person = {
    name: "甲某",
    role: "工程师",
    key: true,
    qualifications: [{ title: "等级测评师", number: null, validUntil: null }],
  };
  expect(draftOf(person).qualifications).toEqual([{ ...blankQualification, title: "等级测评师" }]);
  expect(personOf(draftOf(person))).toEqual({ ...person, qualifications: [{ title: "等级测评师" }] });
});
