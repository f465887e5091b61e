import type { Criterion, CriterionResult } from "@luyue/core/acceptance";
import { DomainError, type Fault } from "@luyue/core/error";
import type { Text } from "@luyue/core/text";
import * as z from "zod";
import { evidenceListSchema } from "@luyue/core/event";
import { noteSchema } from "./acceptance-schemas.ts";

/** What a person says of a criterion, by its number from 1; `passed` may be left out where the record gives it. */
export const resultSchema = z.strictObject({
  criterion: z.int().min(1).max(50),
  passed: z.boolean().optional(),
  note: noteSchema.optional(),
  evidence: evidenceListSchema.optional(),
});
type Given = z.infer<typeof resultSchema>;

/**
 * The results of all criteria. One that the record measures is taken from there; who judges otherwise says why, and both
 * stand. One that it does not measure needs a judgement with a note or evidence. Throws `invalid` at each that falls short.
 */
export function judgeCriteria(
  criteria: readonly Criterion[],
  given: readonly Given[],
): readonly CriterionResult[] {
  const faults = [
    ...given.flatMap((each, at) => faultsOf(each, at, given, criteria)),
    ...missingOf(criteria, given),
  ];
  if (faults.length > 0) {
    throw new DomainError("invalid", { zh: "评定结果有误", en: "the results are not valid" }, faults);
  }
  return criteria.flatMap((criterion) =>
    given.filter((each) => each.criterion === criterion.criterion).map((each) => judge(criterion, each)),
  );
}

function judge({ criterion, title, target, measured }: Criterion, given: Given): CriterionResult {
  const { note, evidence = [] } = given;
  return {
    criterion,
    title,
    target,
    passed: given.passed ?? measured?.passed === true,
    ...(measured === undefined ? {} : { measured }),
    ...(note === undefined ? {} : { note }),
    evidence,
  };
}

function faultsOf(
  given: Given,
  at: number,
  all: readonly Given[],
  criteria: readonly Criterion[],
): readonly Fault[] {
  const fault = (place: string, reason: Text) => [{ path: `/results/${at}/${place}`, reason }];
  const found = criteria.find(({ criterion }) => criterion === given.criterion);
  if (found === undefined) return fault("criterion", noCriterion(criteria.length));
  if (all.slice(0, at).some(({ criterion }) => criterion === given.criterion)) {
    return fault("criterion", { zh: "该项重复", en: "this criterion stands twice" });
  }
  const { measured, title } = found;
  if (measured === undefined && given.passed === undefined) {
    return fault("passed", {
      zh: `“${title.zh}”无法从记录算出，须由人评定是否通过`,
      en: `the record does not give “${title.en}”: somebody has to say whether it passed`,
    });
  }
  if (measured === undefined && given.note === undefined && (given.evidence ?? []).length === 0) {
    return fault("note", {
      zh: `“${title.zh}”由人评定，须有说明或证据`,
      en: `“${title.en}” is judged by a person: that needs a note or evidence`,
    });
  }
  if (
    measured !== undefined &&
    (given.passed ?? measured.passed) !== measured.passed &&
    given.note === undefined
  ) {
    const [zh, en] = measured.passed ? ["达标", "meets"] : ["未达标", "does not meet"];
    return fault("note", {
      zh: `评定与记录不同（记录为 ${measured.value}，${zh}），须说明理由`,
      en: `this differs from the record, whose ${measured.value} ${en} the target: say why`,
    });
  }
  return [];
}

function noCriterion(count: number): Text {
  return count === 0
    ? { zh: "本验收没有约定验收标准", en: "this acceptance has no criteria" }
    : { zh: `验收标准为第1至第${count}项`, en: `the criteria are numbered from 1 to ${count}` };
}

function missingOf(criteria: readonly Criterion[], given: readonly Given[]): Fault[] {
  const missing = criteria.filter(({ criterion }) => !given.some((each) => each.criterion === criterion));
  if (missing.length === 0) return [];
  const numbers = missing.map(({ criterion }) => criterion);
  return [
    {
      path: "/results",
      reason: {
        zh: `缺少第${numbers.join("、")}项的结果`,
        en: `there is no result for criterion ${numbers.join(", ")}`,
      },
    },
  ];
}
