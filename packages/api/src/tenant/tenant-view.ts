import { closingDaySchema, keyPeriodSchema } from "@luyue/core/calendar";
import { roleSchema } from "@luyue/core/party";
import { languageSchema } from "@luyue/core/text";
import { machinePermissions } from "@luyue/usecases/runtime";
import { endpointKindSchema, type Member, showIssuer, type Tenant } from "@luyue/usecases/tenant";
import * as z from "zod";
import { listOf, nameSchema } from "../document/describe.ts";

export const settingsView = z.object({
  name: z.string(),
  language: languageSchema,
  closingDays: listOf(closingDaySchema),
  keyPeriods: listOf(keyPeriodSchema),
});

export const tenantView = nameSchema(
  "Tenant",
  settingsView.extend({
    id: z.string(),
    issuer: z
      .object({ url: z.string(), jwksUrl: z.string(), clientId: z.string().nullable() })
      .nullable()
      .meta({ description: "where its people sign in; none: by mail" }),
    webhooks: listOf(
      z.object({
        id: z.string(),
        kind: endpointKindSchema,
        url: z.string().meta({ description: "a robot's without its key" }),
        earlierUntil: z.string().nullable().meta({ description: "until when an earlier secret signs too" }),
        disabledAt: z.string().nullable().meta({ description: "since when nothing is posted there" }),
      }),
    ),
    version: z.int().meta({ description: "for If-Match" }),
    createdAt: z.string(),
  }),
);

export const memberView = nameSchema(
  "Member",
  z.object({
    id: z.string(),
    subject: z.string(),
    name: z.string(),
    email: z.string(),
    roles: listOf(roleSchema),
    language: languageSchema,
    superior: z.string().nullable().meta({ description: "the subject of who they report to" }),
    invitedUntil: z.string().nullable().meta({ description: "until they have signed in for the first time" }),
    emergencyUntil: z.string().nullable().meta({ description: "let in by the operator until then" }),
  }),
);

/** The secrets of webhooks are shown once, by the command that adds them, and never here. */
export function viewTenant(tenant: Tenant): z.infer<typeof tenantView> {
  const { id, name, language, closingDays, keyPeriods, version, createdAt } = tenant;
  const webhooks = tenant.webhooks.map((webhook) => ({
    id: webhook.id,
    kind: webhook.kind ?? "standard",
    url: webhook.url,
    earlierUntil: webhook.earlier?.until ?? null,
    disabledAt: webhook.disabledAt ?? null,
  }));
  const issuer = showIssuer(tenant.issuer);
  return { id, name, language, issuer, closingDays, keyPeriods, webhooks, version, createdAt };
}

export function viewMember(member: Member): z.infer<typeof memberView> {
  const { id, subject, name, email, roles, language } = member;
  const { superior = null, invitedUntil = null, emergencyUntil = null } = member;
  return { id, subject, name, email, roles, language, superior, invitedUntil, emergencyUntil };
}

export const apiKeyView = nameSchema(
  "ApiKey",
  z.object({
    id: z.string(),
    name: z.string(),
    scopes: listOf(z.enum(machinePermissions)),
    validUntil: z.string(),
    createdAt: z.string(),
    createdBy: z.string(),
  }),
);
