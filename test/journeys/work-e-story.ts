import { expect } from "vitest";
import type { Steps } from "./steps.ts";
import { createTransfers } from "./transfer.ts";
import { type Owed, owedOf } from "./work-e-agency.ts";
import type { Finding } from "./work-e-lists.ts";
import type { UnitName } from "./work-e-sheet.ts";

export type FindingStory = ReturnType<typeof createStory>;

interface Overview {
  readonly byUnit: readonly { readonly name: string; readonly counts: { readonly total: number } }[];
}

/** What the story of E's findings has come to know so far: units by name, findings by number. */
export function createStory(steps: Steps) {
  const unitIds = new Map<string, string>();
  const ids: string[] = [];
  const idOf = (number: number) => ids[number - 1] ?? "";
  return {
    steps,
    files: createTransfers(steps),
    unitIds,
    /** Ids of the findings by their numbers, from 1. */
    ids,
    idOf,
    several: (from: number, through: number) =>
      Array.from({ length: through - from + 1 }, (_, at) => idOf(from + at)),
    read: (number: number) => steps.sees<Finding>("auditor", `/findings/${idOf(number)}`),
    overviewOf: (person: "auditor" | "vendor") => steps.sees<Overview>(person, "/findings/summary"),
    keyOf: (name: UnitName, day: string) => `finding.${unitIds.get(name)}-${day.replaceAll("-", "")}`,
    /** What a unit owes by a day; undefined where it owes nothing. */
    async obligation(name: UnitName, day: string): Promise<Owed | undefined> {
      const owed = await owedOf(steps, this.keyOf(name, day));
      expect(owed.length).toBeLessThanOrEqual(1);
      return owed[0];
    },
  };
}
