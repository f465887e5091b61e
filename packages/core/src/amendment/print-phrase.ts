import * as z from "zod";
import {
  anchorSchema,
  dateRuleSchema,
  type NameSubject,
  periodPhrase,
  periodUnitSchema,
  printRule,
  printSchedule,
  scheduleSchema,
} from "../date-rule/index.ts";
import type { Text } from "../text/index.ts";
import { readTitle } from "./name-subjects.ts";
import { printAmountRule } from "./print-amounts.ts";
import type { Fields } from "./term-value.ts";

/** A part of the terms that reads as one phrase: a title, a date rule, a schedule, an amount, a period. */
export function printPhrase(value: Fields, nameOf: NameSubject): Text | undefined {
  const title = readTitle(value);
  if (title !== undefined) return title;
  if (typeof value["rule"] === "string") {
    const rule = dateRuleSchema.safeParse(value);
    return rule.success ? printRule(rule.data, nameOf) : undefined;
  }
  if (typeof value["schedule"] === "string") {
    const schedule = scheduleSchema.safeParse(value);
    return schedule.success ? printSchedule(schedule.data, nameOf) : undefined;
  }
  if (typeof value["anchor"] === "string") {
    const anchor = anchorSchema.safeParse(value);
    return anchor.success ? printRule({ rule: "on", anchor: anchor.data }, nameOf) : undefined;
  }
  return typeof value["amount"] === "string" ? printAmountRule(value, nameOf) : printLasting(value, nameOf);
}

/** A period that stands alone, or one that runs from the end of a term: 服务期届满后5年. */
function printLasting({ count, unit, afterTerm, ...more }: Fields, nameOf: NameSubject): Text | undefined {
  const period = Object.keys(more).length > 0 ? undefined : printPeriod({ count, unit });
  if (period === undefined || afterTerm === undefined) return period;
  if (typeof afterTerm !== "string") return undefined;
  const { zh, en } = nameOf(afterTerm);
  return { zh: `${zh}届满后${period.zh}`, en: `${period.en} after the end of “${en}”` };
}

const unitSchema = z.enum([...periodUnitSchema.options, "hour", "minute"]);

/** A count with its unit beside it: 5个工作日, 5 working days. */
export function printPeriod({ count, unit }: Fields): Text | undefined {
  const known = unitSchema.safeParse(unit);
  return known.success && typeof count === "number" ? periodPhrase(count, known.data) : undefined;
}
