import * as z from "zod";
import { timeOfDaySchema } from "../civil-date/index.ts";
import { type ObligationKind, obligationKindSchema } from "../obligation/index.ts";
import { roleSchema } from "../party/index.ts";
import { languageSchema } from "../text/index.ts";

/** How people of one address are told: by mail, or in the product alone; what is posted to machines and group chats is apart. */
const reminderChannelSchema = z.enum(["email", "webhook", "robot"]);
export type ReminderChannel = z.infer<typeof reminderChannelSchema>;

/** One mail for each reminder, or one mail a day or a week for one person. */
export const digestSchema = z.enum(["single", "daily", "weekly"]);
export type Digest = z.infer<typeof digestSchema>;

const unique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
const repeated = { message: "有重复 / there is one twice" };

/**
 * What a tenant sets for a kind of obligation: days ahead, every how many working days it repeats while overdue (0: it is said
 * once), when and how often a wait is nudged, who is told, by which channels, and in how many mails.
 */
const ruleSchema = z.strictObject({
  leadDays: z.array(z.int().min(1).max(365)).max(20).refine(unique, repeated),
  repeatEvery: z.int().min(0).max(60),
  nudgeAfterDays: z.int().min(1).max(365),
  nudgeEveryDays: z.int().min(1).max(365),
  /** Whoever of the agency has one of these roles; without it those whose work the kind is. */
  roles: z.array(roleSchema).max(5).refine(unique, repeated).exactOptional(),
  /** Further people of the agency, by the subject they sign in as. */
  people: z.array(z.string().min(1).max(200)).max(20).refine(unique, repeated),
  tellVendor: z.boolean(),
  channels: z.array(reminderChannelSchema).max(3).refine(unique, repeated),
  digest: digestSchema,
});
type ReminderRule = z.infer<typeof ruleSchema>;

const { leadDays, repeatEvery, nudgeAfterDays, nudgeEveryDays, roles, people, tellVendor, channels, digest } =
  ruleSchema.shape;

/** What is set apart for one kind; the rest is as for all. */
const ownRuleSchema = z.strictObject({
  leadDays: leadDays.exactOptional(),
  repeatEvery: repeatEvery.exactOptional(),
  nudgeAfterDays: nudgeAfterDays.exactOptional(),
  nudgeEveryDays: nudgeEveryDays.exactOptional(),
  roles,
  people: people.exactOptional(),
  tellVendor: tellVendor.exactOptional(),
  channels: channels.exactOptional(),
  digest: digest.exactOptional(),
});

/** Who else is told once something is so many working days overdue: who the told ones report to, or a role. */
const escalationSchema = z.strictObject({
  afterWorkingDays: z.int().min(1).max(250),
  to: z.enum(["superior", ...roleSchema.options]),
});
export type Escalation = z.infer<typeof escalationSchema>;

const quietSchema = z
  .strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })
  .refine(({ from, to }) => from !== to, { message: "起止时刻相同 / it ends as it begins", path: ["to"] });

/** A tenant's reminders 提醒设置: what holds for all kinds, and what is set apart for some. Times of day are in Asia/Shanghai. */
export const reminderSettingsSchema = z.strictObject({
  sendAt: timeOfDaySchema,
  /** When no person is written to; from the evening over midnight as well. What runs by the minute is told of all the same. */
  quietHours: quietSchema.exactOptional(),
  /** What would be told on a day off is told on the working day before it. */
  workingDaysOnly: z.boolean(),
  /** The day of the weekly digest, Monday is 1. */
  weeklyOn: z.int().min(1).max(7),
  /** In which language everybody is told; without it each in their own. */
  language: languageSchema.exactOptional(),
  standard: ruleSchema,
  kinds: z.partialRecord(obligationKindSchema, ownRuleSchema),
  escalation: z
    .array(escalationSchema)
    .max(6)
    .refine((steps) => unique(steps.map((step) => `${step.afterWorkingDays} ${step.to}`)), repeated),
});
export type ReminderSettings = z.infer<typeof reminderSettingsSchema>;

/** All that holds for the reminders of one kind of obligation. */
export type ReminderPolicy = ReminderRule & Omit<ReminderSettings, "standard" | "kinds">;

/** What every tenant starts with: 30, 14, 7, 3 and 1 days ahead, the day itself, then every working day while overdue. */
export const defaultReminderSettings: ReminderSettings = {
  sendAt: "09:00",
  workingDaysOnly: false,
  weeklyOn: 1,
  standard: {
    leadDays: [30, 14, 7, 3, 1],
    repeatEvery: 1,
    nudgeAfterDays: 7,
    nudgeEveryDays: 30,
    people: [],
    tellVendor: true,
    channels: ["email", "webhook", "robot"],
    digest: "single",
  },
  kinds: {},
  escalation: [
    { afterWorkingDays: 3, to: "superior" },
    { afterWorkingDays: 7, to: "administrator" },
  ],
};

/** The settings as they hold for a kind. */
export function policyFor(
  { standard, kinds, ...common }: ReminderSettings,
  kind: ObligationKind,
): ReminderPolicy {
  return { ...common, ...standard, ...kinds[kind] };
}

/** What holds for a kind that a tenant has set nothing for. */
export const defaultReminderPolicy: ReminderPolicy = policyFor(defaultReminderSettings, "payment");
