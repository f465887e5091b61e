import { titleText } from "../contract/index.ts";
import { countPunctual, groupByObligation, isOfDuty, type Punctuality } from "../deliverable/index.ts";
import type { Text } from "../text/index.ts";
import { inPercent, type Measured, type MeasureFacts, nameSome } from "./measured.ts";

/**
 * Reports on time 报告按时交付率: of the deliverables and reports whose day is past, and of those accepted before it, how many
 * were handed in by it. What counts is the version that was accepted in the end. None where nothing can be judged yet.
 */
export function measureReports(facts: MeasureFacts, of: string | undefined): Measured | undefined {
  const counted = listReports(facts, of).filter((each) => each.owed > 0);
  const owed = sum(counted.map((each) => each.owed));
  if (owed === 0) return undefined;
  const inTime = sum(counted.map((each) => each.inTime));
  const late = counted.filter((each) => each.inTime < each.owed);
  const named = nameSome(
    late.map((each) => ({
      zh: `${each.title.zh} ${each.inTime}/${each.owed}`,
      en: `${each.title.en} ${each.inTime} of ${each.owed}`,
    })),
  );
  return {
    value: inPercent(BigInt(inTime), BigInt(owed)),
    unit: "percent",
    why: {
      zh: `应交付${owed}份，按时提交并验收通过${inTime}份${late.length === 0 ? "" : `；未按时：${named.zh}`}`,
      en: `${inTime} of ${owed} due were handed in on time and accepted${late.length === 0 ? "" : `; not on time: ${named.en}`}`,
    },
  };
}

/** Each deliverable and report of the terms with how many of it were due, and in time. */
function listReports(
  facts: MeasureFacts,
  of: string | undefined,
): (Punctuality & { readonly title: Text })[] {
  const submissions = groupByObligation(facts.submissions);
  return (["deliverable", "report"] as const).flatMap((kind) =>
    (facts.terms[`${kind}s`] ?? []).flatMap(({ key, title }) => {
      if (of !== undefined && of !== key) return [];
      const past = facts.obligations
        .filter((each) => isOfDuty(each.key, kind, key))
        .flatMap((each) => countPunctual(each, submissions.get(each.key) ?? [], facts.now) ?? []);
      return [
        {
          title: titleText(title),
          owed: sum(past.map(({ owed }) => owed)),
          inTime: sum(past.map(({ inTime }) => inTime)),
        },
      ];
    }),
  );
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
