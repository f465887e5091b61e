import type { closingDaySchema, keyPeriodSchema } from "@luyue/core/calendar";
import type { CivilDate, Instant } from "@luyue/core/civil-date";
import type { roleSchema } from "@luyue/core/party";
import type { ReminderSettings } from "@luyue/core/reminder";
import { languageSchema } from "@luyue/core/text";
import type { VendorSize } from "@luyue/core/vendor";
import * as z from "zod";
import type { MachinePermission } from "../runtime/permission.ts";
import { emptyRecord, type RecordHead } from "../runtime/record-entry.ts";

/** What a tenant's messages are posted to: a webhook (Standard Webhooks), or the robot of a group chat 群机器人. */
export const endpointKindSchema = z.enum(["standard", "wecom", "dingtalk", "feishu"]);
export type EndpointKind = z.infer<typeof endpointKindSchema>;

/**
 * An address of a tenant that messages are posted to. The secret is sealed; so is a robot's address, which is a secret itself
 * and shown without its key. Those made before there was a vault have theirs in plain.
 */
export interface Webhook {
  readonly id: string;
  /** A webhook without one. */
  readonly kind?: EndpointKind;
  readonly url: string;
  readonly sealedUrl?: string;
  /** None where a robot was set up without signatures. */
  readonly secret?: string;
  /** The secret before the last rotation, with which it is signed as well until then. */
  readonly earlier?: { readonly secret: string; readonly until: Instant };
  /** Nothing is posted any more: it has failed for days, or said that it is gone. */
  readonly disabledAt?: Instant;
}

/** A key with which a machine of the agency asks the API: what it may do, through which day, and the SHA-256 of its secret. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly MachinePermission[];
  readonly validUntil: CivilDate;
  readonly hash: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
}

const issuerUrlSchema = z.url({ protocol: /^https?$/ }).max(500);

/**
 * An agency's OpenID issuer, where its keys are, and as which client people are sent there to sign in, if they are. The client's
 * secret is sealed for the issuer's address; a public client has none.
 */
export const issuerSchema = z.strictObject({
  url: issuerUrlSchema,
  jwksUrl: issuerUrlSchema,
  client: z
    .strictObject({ id: z.string().min(1).max(200), sealedSecret: z.string().max(2000).exactOptional() })
    .exactOptional(),
});
export type Issuer = z.infer<typeof issuerSchema>;

/** One agency 租户: its settings are the head of a chain of the record. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly language: "zh" | "en";
  /** The OpenID issuer whose tokens its members carry; without one they sign in by mail alone. */
  readonly issuer?: Issuer;
  readonly closingDays: readonly z.infer<typeof closingDaySchema>[];
  readonly keyPeriods: readonly z.infer<typeof keyPeriodSchema>[];
  readonly webhooks: readonly Webhook[];
  /** What the tenant has set for its reminders; the defaults without it. */
  readonly reminders?: ReminderSettings;
  readonly apiKeys?: readonly ApiKey[];
  readonly version: number;
  readonly record: RecordHead;
  readonly createdAt: Instant;
}

/** A tenant before its first line on the record. */
export function blankTenant(id: string, createdAt: Instant): Tenant {
  return {
    id,
    name: "",
    language: "zh",
    closingDays: [],
    keyPeriods: [],
    webhooks: [],
    version: 0,
    record: emptyRecord,
    createdAt,
  };
}

/** A person of a tenant, found by the subject of the issuer's tokens. */
export interface Member {
  readonly id: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly z.infer<typeof roleSchema>[];
  readonly language: "zh" | "en";
  /** Who they report to 上级, by subject: told when what they were told of is overdue for days. */
  readonly superior?: string;
  /** Until they have signed in for the first time: through when they may. */
  readonly invitedUntil?: Instant;
  /** Let in by the operator in an emergency 应急访问, by mail whatever the agency's issuer says, and no longer than this. */
  readonly emergencyUntil?: Instant;
}

export const personSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  email: z.email().max(254),
  language: languageSchema.optional(),
});

/** A tenant's own file on a vendor 供应商档案, by unified social credit code; its contacts get the tenant's reminders. */
export interface VendorFile {
  readonly vendorId: string;
  readonly creditCode: string;
  readonly name: string;
  readonly size?: VendorSize;
  readonly contacts: readonly {
    readonly name: string;
    readonly email: string;
    readonly language: "zh" | "en";
  }[];
}

/** A person of a vendor: sees that vendor's contracts with every tenant. */
export interface PartnerUser {
  readonly id: string;
  readonly subject: string;
  readonly vendorId: string;
  readonly name: string;
  readonly email: string;
  readonly language?: "zh" | "en";
}
