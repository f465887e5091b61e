import { type Bound, type ContractTerms, titleText } from "../contract/index.ts";
import { inUnitOf, type MeasureFacts, meetsBound, showFraction, takeMeasure } from "../measurement/index.ts";
import type { Text } from "../text/index.ts";
import type { MeasuredCriterion } from "./acceptance-round.ts";

/** A criterion of the terms with its number, from 1, and what the record gives for it. */
export interface Criterion {
  readonly criterion: number;
  readonly title: Text;
  readonly target: string;
  readonly limit?: Bound;
  /** Absent where the record gives nothing: then a person judges it with evidence. */
  readonly measured?: MeasuredCriterion;
}

type Acceptance = NonNullable<ContractTerms["acceptances"]>[number];

/** The criteria of an acceptance 验收标准, measured where the record gives what they ask for. */
export function measureCriteria(
  { criteria = [] }: Pick<Acceptance, "criteria">,
  facts: MeasureFacts,
): Criterion[] {
  return criteria.map(({ title, target, limit }, at) => {
    const measured = limit === undefined ? undefined : measure(limit, facts);
    return {
      criterion: at + 1,
      title: titleText(title),
      target,
      ...(limit === undefined ? {} : { limit }),
      ...(measured === undefined ? {} : { measured }),
    };
  });
}

function measure(limit: Bound, facts: MeasureFacts): MeasuredCriterion | undefined {
  const taken = takeMeasure(limit, facts);
  if (taken === undefined) return undefined;
  const value = inUnitOf(taken, limit);
  const passed = meetsBound(taken, limit);
  if (value === undefined || passed === undefined) return undefined;
  return { value: showFraction(value), passed, why: taken.why };
}
