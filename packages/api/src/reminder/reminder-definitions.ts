import { createRoute } from "@hono/zod-openapi";
import { reminderSettingsSchema } from "@luyue/core/reminder";
import { changeReminderPolicy, resendMessage } from "@luyue/usecases/reminder";
import * as z from "zod";
import { commandHeaders } from "../command/index.ts";
import { jsonAnswer, jsonBody, listOf, nameSchema, secured, textView } from "../document/describe.ts";
import { pageQuery, pageSchema } from "../document/page.ts";
import { sentView } from "./sent-view.ts";

const about = { tags: ["reminder"] };

export const listRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/reminders",
  operationId: "listReminders",
  summary: "What was sent or is to be sent for the agency, the newest first",
  request: { query: pageQuery },
  responses: { 200: jsonAnswer("A page of messages", pageSchema(sentView)) },
});

export const failedRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/reminders/failed",
  operationId: "listFailedReminders",
  summary: "What could not be delivered and was given up, the oldest first",
  request: { query: pageQuery },
  responses: { 200: jsonAnswer("A page of messages", pageSchema(sentView)) },
});

export const resendRoute = createRoute({
  ...about,
  ...secured("tenant:manage"),
  method: "post",
  path: "/v1/reminders/resend",
  operationId: "resendMessage",
  summary: "Sends once more what was given up, or anything to a webhook or robot; under its own id",
  request: { headers: commandHeaders, body: jsonBody(resendMessage.input) },
  responses: {
    202: jsonAnswer(
      "It is on its way again",
      z.object({ id: z.string(), state: z.literal("pending"), attempts: z.int() }),
    ),
  },
});

const whole = (from: number, to: number, usual: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to, {
      message: `须为${from}至${to}的整数 / must be a whole number from ${from} to ${to}`,
    })
    .optional()
    .meta({ type: "integer", minimum: from, maximum: to, default: usual });

const plannedView = nameSchema(
  "PlannedReminder",
  z.object({
    at: z.string(),
    contractId: z.string(),
    contractNumber: z.string(),
    contractName: z.string(),
    obligationKey: z.string(),
    title: textView,
    step: z.string(),
    dueOn: z.string().nullable(),
    why: textView.meta({ description: "why the day is what it is" }),
    recipients: listOf(
      z.object({
        channel: z.enum(["email", "inApp", "webhook", "robot"]),
        recipient: z.string(),
        name: z.string().nullable(),
        why: z.enum(["role", "noneInRole", "named", "unit", "vendor", "escalation", "endpoint"]),
        sentAt: z.string(),
        digest: z.boolean(),
      }),
    ),
  }),
);

const previewRange = { days: whole(1, 92, 30), limit: whole(1, 500, 200) };
const previewAnswers = {
  200: jsonAnswer(
    "The first of them",
    z.object({
      items: listOf(plannedView),
      more: z.boolean().meta({ description: "the limit cut it off" }),
    }),
  ),
};

export const previewRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/reminders/preview",
  operationId: "previewReminders",
  summary: "What will go out in the days to come, to whom and why, as things are now",
  request: {
    query: z.strictObject({ ...previewRange, contractId: z.string().min(1).max(64).optional() }),
  },
  responses: previewAnswers,
});

const policyPath = "/v1/reminder-policy";

export const readPolicyRoute = createRoute({
  ...about,
  ...secured("tenant:read"),
  method: "get",
  path: policyPath,
  operationId: "readReminderPolicy",
  summary: "By which rules reminders go out; `ETag` is the agency's version",
  responses: {
    200: jsonAnswer(
      "The settings",
      nameSchema(
        "ReminderSettings",
        reminderSettingsSchema.extend({
          isDefault: z.boolean().meta({ description: "the agency has set nothing" }),
        }),
      ),
    ),
  },
});

export const changePolicyRoute = createRoute({
  ...about,
  ...secured("tenant:manage"),
  method: "put",
  path: policyPath,
  operationId: "changeReminderPolicy",
  summary: "Sets the rules by which reminders go out; what is planned is planned anew",
  request: { headers: commandHeaders, body: jsonBody(changeReminderPolicy.input) },
  responses: { 200: jsonAnswer("The settings", reminderSettingsSchema) },
});

export const previewPolicyRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "post",
  path: `${policyPath}/preview`,
  operationId: "previewReminderPolicy",
  summary: "What would go out in the days to come by other settings; changes nothing",
  request: { query: z.strictObject(previewRange), body: jsonBody(changeReminderPolicy.input) },
  responses: previewAnswers,
});
