import * as z from "zod";
import { civilDateSchema, timeOfDaySchema } from "../civil-date/index.ts";
import { eventKindSchema, keySchema, subjectSchema } from "../event/index.ts";

/** Units in which a period is counted (Civil Code 200–202); hours and minutes run from an instant. */
export const periodUnitSchema = z.enum(["workingDay", "day", "week", "month", "year"]);
export type PeriodUnit = z.infer<typeof periodUnitSchema>;

const countSchema = z.int().min(0).max(9999);

/** A stretch of the civil calendar: a year, half, quarter or month, written `2026`, `2026-H1`, `2026-Q3`, `2026-09`. */
export const calendarWindowSchema = z.string().regex(/^[12]\d{3}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/);

/** A point on the calendar that a rule counts from: an event, an edge of a term, another obligation, a fixed date. */
export const anchorSchema = z.discriminatedUnion("anchor", [
  z.strictObject({ anchor: z.literal("date"), on: civilDateSchema }),
  z.strictObject({ anchor: z.literal("event"), event: eventKindSchema, of: subjectSchema.optional() }),
  z.strictObject({ anchor: z.literal("trigger") }),
  z.strictObject({ anchor: z.literal("term"), term: keySchema, edge: z.enum(["start", "end"]) }),
  z.strictObject({ anchor: z.literal("due"), of: subjectSchema }),
  z.strictObject({ anchor: z.literal("fulfilled"), of: subjectSchema }),
  z.strictObject({
    anchor: z.literal("lastOf"),
    get of() {
      return z.array(anchorSchema).min(2).max(10);
    },
  }),
  z.strictObject({
    anchor: z.literal("firstOf"),
    get of() {
      return z.array(anchorSchema).min(2).max(10);
    },
  }),
  z.strictObject({
    anchor: z.literal("rule"),
    get rule() {
      return dateRuleSchema;
    },
  }),
]);
export type Anchor = z.infer<typeof anchorSchema>;

/** Service hours 服务时段 of each working day, on which a clock runs alone; without them it runs day and night (7×24). */
const serviceHoursSchema = z
  .strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })
  .refine(({ from, to }) => from < to, {
    path: ["to"],
    message: "服务时段须先始后终 / service hours begin before they end",
  });
export type ServiceHours = z.infer<typeof serviceHoursSchema>;

/** A due date as data: how it follows from an anchor. */
export const dateRuleSchema = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("on"), anchor: anchorSchema }),
  z.strictObject({ rule: z.literal("from"), anchor: anchorSchema }),
  z.strictObject({
    rule: z.literal("within"),
    count: countSchema,
    unit: periodUnitSchema,
    after: anchorSchema,
    roll: z.enum(["next", "none"]).optional(),
  }),
  z.strictObject({
    rule: z.literal("before"),
    count: countSchema,
    unit: periodUnitSchema,
    before: anchorSchema,
  }),
  z.strictObject({
    rule: z.literal("clock"),
    count: z.int().min(1).max(100_000),
    unit: z.enum(["minute", "hour"]),
    after: anchorSchema,
    hours: serviceHoursSchema.optional(),
  }),
  z.strictObject({ rule: z.literal("window"), window: calendarWindowSchema }),
  z.strictObject({ rule: z.literal("between"), from: anchorSchema, to: anchorSchema }),
  z.strictObject({
    rule: z.literal("later"),
    get of() {
      return z.array(dateRuleSchema).min(2).max(5);
    },
  }),
  z.strictObject({
    rule: z.literal("earlier"),
    get of() {
      return z.array(dateRuleSchema).min(2).max(5);
    },
  }),
]);
export type DateRule = z.infer<typeof dateRuleSchema>;

/** A stretch in which something recurs or may be done: a term, a calendar window, or from one anchor to another. */
const spanSchema = z.discriminatedUnion("span", [
  z.strictObject({ span: z.literal("term"), term: keySchema }),
  z.strictObject({ span: z.literal("window"), window: calendarWindowSchema }),
  z.strictObject({ span: z.literal("between"), from: anchorSchema, to: anchorSchema }),
]);
export type Span = z.infer<typeof spanSchema>;

/**
 * How often: `byDay` (of the month, of a longer period's first month; the last day of a shorter month) and `byTime` fix
 * the day and the hour; `from` counts periods by the calendar or, unless said so, from the span's first day.
 */
const recurrenceSchema = z
  .strictObject({
    schedule: z.literal("every"),
    period: z.enum(["day", "workingDay", "week", "month", "quarter", "halfYear", "year"]),
    span: spanSchema,
    from: z.enum(["calendar", "span"]).optional(),
    byDay: z.int().min(1).max(31).optional(),
    byTime: timeOfDaySchema.optional(),
  })
  .refine(
    ({ period, byDay }) =>
      byDay === undefined || !(period === "day" || period === "workingDay" || period === "week"),
    {
      path: ["byDay"],
      message: "周期不足一个月时不能指定每月几日 / a day of the month needs a period of a month or more",
    },
  );

/**
 * One for each key period 重保时期 of the tenant that lies in the span, cut to it, or one for each day of them. `within`: so
 * long after the period's last day (a closing summary), else due on that day.
 */
const keyPeriodScheduleSchema = z
  .strictObject({
    schedule: z.literal("keyPeriods"),
    span: spanSchema,
    each: z.enum(["period", "day"]),
    within: z
      .strictObject({ count: z.int().min(1).max(365), unit: z.enum(["day", "workingDay"]) })
      .optional(),
    byTime: timeOfDaySchema.optional(),
  })
  .refine(({ each, within }) => each === "period" || within === undefined, {
    path: ["within"],
    message: "逐日的义务当日到期，不能另定期限 / what is owed each day is due on that day",
  });

/**
 * A response limit of an on-demand service: on site within 2 h. `measure` names what other clauses may limit as well, `step`
 * the instant of an incident that meets it, `hours` when its clock runs.
 */
const responseLimitSchema = z.strictObject({
  key: keySchema,
  title: z.strictObject({ zh: z.string().min(1).max(100), en: z.string().min(1).max(200).optional() }),
  count: z.int().min(1).max(100_000),
  unit: z.enum(["minute", "hour"]),
  measure: keySchema.optional(),
  step: z.enum(["responded", "onSite", "recovered"]).optional(),
  hours: serviceHoursSchema.optional(),
});
export type ResponseLimit = z.infer<typeof responseLimitSchema>;

/**
 * When something is owed: once, every period of a span, in each key period, a count anywhere in a span (`atMost`: an
 * allowance that need not be used), throughout a span, on demand, or on each event of a kind.
 */
export const scheduleSchema = z.discriminatedUnion("schedule", [
  z.strictObject({ schedule: z.literal("once"), due: dateRuleSchema }),
  recurrenceSchema,
  keyPeriodScheduleSchema,
  z.strictObject({
    schedule: z.literal("count"),
    count: z.int().min(1).max(1_000_000_000),
    bound: z.enum(["atLeast", "atMost"]).optional(),
    unit: z.enum(["time", "line", "api", "seat", "person", "day", "system", "set", "server", "pc"]),
    span: spanSchema,
  }),
  z.strictObject({ schedule: z.literal("throughout"), span: spanSchema }),
  z.strictObject({
    schedule: z.literal("onDemand"),
    span: spanSchema,
    limits: z.array(responseLimitSchema).max(10).optional(),
  }),
  z.strictObject({
    schedule: z.literal("onEach"),
    event: eventKindSchema,
    of: subjectSchema.optional(),
    due: dateRuleSchema,
  }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;
export type Recurrence = z.infer<typeof recurrenceSchema>;
export type KeyPeriodSchedule = z.infer<typeof keyPeriodScheduleSchema>;
