import { type Bound, type ContractTerms, type MeasureUnit, titleText } from "../contract/index.ts";
import type { Text } from "../text/index.ts";
import type { Check, Finding } from "./check.ts";
import { ExactDecimal } from "../money/index.ts";
import { passed } from "./passed.ts";
import { joinTexts } from "./text.ts";

export const limitsAgree: Check = {
  id: "limitsAgree",
  title: { zh: "同一指标的限值前后一致", en: "a limit given twice has one value" },
  source: { zh: "合同中写明限值之处", en: "the contract, wherever a limit stands" },
  find: checkLimits,
};

interface Stated {
  readonly bound: Bound;
  readonly title: Text;
  readonly clause: string | undefined;
  readonly place: string;
}

/** Limits of clauses, of acceptance criteria and of response times, compared where they bound one measure from one side. */
function checkLimits(terms: ContractTerms): Finding[] {
  const groups = new Map<string, Stated[]>();
  for (const stated of [...listLimits(terms), ...listCriteria(terms), ...listResponses(terms)]) {
    const { measure, of = "", bound } = stated.bound;
    const side = bound === "atLeast" || bound === "moreThan" ? "low" : "high";
    const key = `${measure}|${of}|${side}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [stated]);
    else group.push(stated);
  }
  const repeated = [...groups.values()].filter((group) => group.length > 1);
  const wrong = repeated.filter((group) => new Set(group.map(valueOf)).size > 1);
  if (wrong.length > 0) return wrong.map((group) => finding("failed", group));
  if (repeated.length === 0) return passed({ zh: "没有重复的限值", en: "no limit stands twice" });
  return repeated.map((group) => finding("passed", group));
}

function listLimits({ limits = [] }: ContractTerms): Stated[] {
  return limits.map((limit, index) => ({
    bound: limit,
    title: titleText(limit.title),
    clause: limit.clause,
    place: `/limits/${index}`,
  }));
}

function listCriteria({ acceptances = [] }: ContractTerms): Stated[] {
  return acceptances.flatMap(({ criteria = [], clause }, index) =>
    criteria.flatMap(({ title, limit }, at) =>
      limit === undefined
        ? []
        : [
            {
              bound: limit,
              title: titleText(title),
              clause,
              place: `/acceptances/${index}/criteria/${at}`,
            },
          ],
    ),
  );
}

function listResponses(terms: ContractTerms): Stated[] {
  return (["services", "deliverables", "reports"] as const).flatMap((list) =>
    (terms[list] ?? []).flatMap(({ schedule, clause }, index) =>
      schedule.schedule !== "onDemand"
        ? []
        : (schedule.limits ?? []).flatMap(({ measure, count, unit, title }, at): Stated[] =>
            measure === undefined
              ? []
              : [
                  {
                    bound: { measure, bound: "atMost", value: String(count), unit },
                    title: titleText(title),
                    clause,
                    place: `/${list}/${index}/schedule/limits/${at}`,
                  },
                ],
          ),
    ),
  );
}

const minutes: Readonly<Partial<Record<MeasureUnit, number>>> = { minute: 1, hour: 60, day: 1440 };

/** Equal for equal limits: 2 hours are 120 minutes. */
function valueOf({ bound: { value, unit } }: Stated): string {
  const factor = minutes[unit];
  const figure = new ExactDecimal(value);
  return factor === undefined ? `${unit} ${figure.toFixed()}` : `minute ${figure.times(factor).toFixed()}`;
}

function finding(verdict: "passed" | "failed", group: readonly Stated[]): Finding {
  const figures = joinTexts(
    group.map(({ bound, title, clause }) => {
      const value = printBound(bound);
      const where = clause === undefined ? { zh: "", en: "" } : { zh: `（${clause}）`, en: ` (${clause})` };
      return { zh: `${title.zh} ${value.zh}${where.zh}`, en: `${title.en} ${value.en}${where.en}` };
    }),
  );
  return { verdict, figures, places: group.map(({ place }) => place) };
}

const signs = { atLeast: "≥", moreThan: ">", atMost: "≤", lessThan: "<" } as const;
const units: Readonly<Record<MeasureUnit, Text>> = {
  percent: { zh: "%", en: "%" },
  minute: { zh: "分钟", en: " min" },
  hour: { zh: "小时", en: " h" },
  day: { zh: "日", en: " d" },
  workingDay: { zh: "个工作日", en: " working days" },
  month: { zh: "个月", en: " months" },
  time: { zh: "次", en: " times" },
  person: { zh: "人", en: " people" },
  point: { zh: "分", en: " points" },
};

function printBound({ bound, value, unit }: Bound): Text {
  const figure = `${signs[bound]}${new ExactDecimal(value).toFixed()}`;
  return { zh: figure + units[unit].zh, en: figure + units[unit].en };
}
