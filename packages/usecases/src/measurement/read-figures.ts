import { type CivilDate, daysBetween } from "@luyue/core/civil-date";
import type { Fault } from "@luyue/core/error";
import type { Measurement } from "@luyue/core/measurement";
import { ExactDecimal } from "@luyue/core/money";
import type { Text } from "@luyue/core/text";

interface Figures {
  readonly measure: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly part?: string | undefined;
  readonly whole?: string | undefined;
  readonly downMinutes?: string | undefined;
  readonly satisfied?: string | undefined;
  readonly answered?: string | undefined;
}

/** Figures come in one of three ways: part of whole, minutes down of all minutes of the days, satisfied of answered. */
export function findFigureFaults(figures: Figures, ratio: boolean): Fault[] {
  const { measure, downMinutes, satisfied, answered, part, whole } = figures;
  const survey = satisfied !== undefined || answered !== undefined;
  if (downMinutes !== undefined) {
    const wrong =
      measure === "availability" ? alone([part, whole, satisfied, answered]) : onlyFor("availability");
    return [...at("/downMinutes", wrong ?? reasonOfDown(figures))];
  }
  if (survey) {
    const wrong = measure === "satisfaction" ? alone([part, whole]) : onlyFor("satisfaction");
    if (wrong !== undefined) return at("/answered", wrong);
    return [
      ...at("/satisfied", reasonOfCount(satisfied)),
      ...at("/answered", reasonOfCount(answered) ?? reasonOfPart(satisfied, answered)),
    ];
  }
  if (part === undefined) return at("/part", missing);
  if (!ratio) return [];
  return at("/whole", whole === undefined ? missing : reasonOfPart(part, whole));
}

/** The part and the whole that the figures stand for, once nothing is wrong with them. */
export function readFigures(figures: Figures): Pick<Measurement, "part" | "whole" | "survey"> {
  const { downMinutes, satisfied, answered, part, whole } = figures;
  if (downMinutes !== undefined) {
    const minutes = minutesOf(figures);
    return { part: minutes.minus(downMinutes).toFixed(), whole: minutes.toFixed() };
  }
  if (satisfied !== undefined && answered !== undefined) {
    return { part: satisfied, whole: answered, survey: true };
  }
  return { part: part ?? "0", ...(whole === undefined ? {} : { whole }) };
}

function at(path: string, reason: Text | undefined): Fault[] {
  return reason === undefined ? [] : [{ path, reason }];
}

const missing: Text = { zh: "此项必填", en: "this is needed" };

function alone(others: readonly (string | undefined)[]): Text | undefined {
  if (others.every((other) => other === undefined)) return undefined;
  return { zh: "只能以一种方式填写数值", en: "give the figures in one way only" };
}

function onlyFor(measure: string): Text {
  return { zh: `仅用于指标“${measure}”`, en: `only for the measure “${measure}”` };
}

/** Every day has its 24 hours in Asia/Shanghai. */
function minutesOf({ from, to }: Figures) {
  return new ExactDecimal(daysBetween(from, to) + 1).times(24 * 60);
}

function reasonOfDown(figures: Figures): Text | undefined {
  const minutes = minutesOf(figures);
  if (minutes.greaterThanOrEqualTo(figures.downMinutes ?? "0")) return undefined;
  const most = minutes.toFixed();
  return { zh: `超过该期间的 ${most} 分钟`, en: `more than the ${most} minutes of those days` };
}

function reasonOfCount(figure: string | undefined): Text | undefined {
  if (figure === undefined) return missing;
  return new ExactDecimal(figure).isInteger()
    ? undefined
    : { zh: "人数须为整数", en: "people are counted whole" };
}

function reasonOfPart(part: string | undefined, whole: string | undefined): Text | undefined {
  if (part === undefined || whole === undefined) return undefined;
  if (new ExactDecimal(whole).isZero()) return { zh: "须大于零", en: "has to be more than nothing" };
  return new ExactDecimal(part).lessThanOrEqualTo(whole)
    ? undefined
    : { zh: `小于其中的部分 ${part}`, en: `less than its part, ${part}` };
}
