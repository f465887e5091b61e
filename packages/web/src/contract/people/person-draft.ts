import type { Newcomer, Qualification } from "./people-queries.ts";

/** What is typed of a person; what is left empty is not kept. */
export interface PersonDraft {
  readonly name: string;
  readonly role: string;
  readonly key: boolean;
  readonly qualifications: readonly QualificationDraft[];
}

export type QualificationDraft = Readonly<Record<keyof Qualification, string>>;

export const blankQualification: QualificationDraft = { title: "", number: "", validUntil: "" };
export const blankPerson: PersonDraft = { name: "", role: "", key: false, qualifications: [] };

/** What a form begins with that corrects somebody. */
export function draftOf({ name, role, key, qualifications }: Newcomer): PersonDraft {
  return {
    name,
    role,
    key,
    qualifications: qualifications.map(({ title, number, validUntil }) => ({
      title,
      number: number ?? "",
      validUntil: validUntil ?? "",
    })),
  };
}

/** A person as commands take them; lines of qualifications that are empty were none. */
export function personOf({ name, role, key, qualifications }: PersonDraft) {
  return {
    name: name.trim(),
    role: role.trim(),
    key,
    qualifications: qualifications
      .filter(({ title, number, validUntil }) => `${title}${number}${validUntil}`.trim() !== "")
      .map(({ title, number, validUntil }) => ({
        title: title.trim(),
        ...(number.trim() === "" ? {} : { number: number.trim() }),
        ...(validUntil === "" ? {} : { validUntil }),
      })),
  };
}
