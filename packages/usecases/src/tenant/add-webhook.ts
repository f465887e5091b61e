import { DomainError } from "@luyue/core/error";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { endpointKindSchema, type Tenant, type Webhook } from "./tenant.ts";

const mostWebhooks = 10;

/** Delivery refuses a password in an address, and everybody who may read the settings would see it. */
const webhookUrlSchema = z
  .url({ protocol: /^https?$/, abort: true })
  .max(500)
  .refine((url) => new URL(url).username === "" && new URL(url).password === "", {
    message: "地址中不能带用户名或密码 / an address carries no user name and no password",
  });

/** For what a tenant's secrets are sealed. */
const webhookPurpose = (tenantId: string): string => `webhooks of ${tenantId}`;

export function sealSecret(text: string, tenantId: string, { seal }: Pick<Runtime, "seal">): string {
  return seal(text, webhookPurpose(tenantId));
}

/** A secret or address as it is used; those from before there was a vault stand in plain. */
export function openSecret(sealed: string, tenantId: string, { unseal }: Pick<Runtime, "unseal">): string {
  return sealed.startsWith("whsec_") ? sealed : unseal(sealed, webhookPurpose(tenantId));
}

/**
 * Adds an address to which the tenant's messages are posted: a webhook, whose secret is made here, or a group chat's robot, with
 * the secret that it signs by where it has one. The answer carries a webhook's secret, sealed.
 */
export const addWebhook = defineCommand({
  name: "webhook.add",
  input: z.strictObject({
    url: webhookUrlSchema,
    kind: endpointKindSchema.optional(),
    secret: z.string().min(1).max(200).optional(),
  }),
  permission: "tenant:manage",
  async decide({ tenant, runtime }, { url, kind = "standard", secret }) {
    if (tenant.webhooks.length >= mostWebhooks) {
      throw new DomainError("conflict", {
        zh: `最多${mostWebhooks}个推送地址`,
        en: `at most ${mostWebhooks} webhooks`,
      });
    }
    if (secret !== undefined && (kind === "standard" || kind === "wecom")) {
      throw invalidAt("/secret", {
        zh: "该类地址没有自带的签名密钥",
        en: "an address of this kind brings no secret of its own",
      });
    }
    const seal = (text: string) => sealSecret(text, tenant.id, runtime);
    const id = runtime.newId("whk");
    const known = kind === "standard" ? runtime.newWebhookSecret() : secret;
    const webhook: Webhook = {
      id,
      kind,
      url: kind === "standard" ? url : withoutKey(url),
      ...(kind === "standard" ? {} : { sealedUrl: seal(url) }),
      ...(known === undefined ? {} : { secret: seal(known) }),
    };
    return {
      aggregate: withWebhooks(tenant, [...tenant.webhooks, webhook]),
      changes: [],
      answer: {
        id,
        kind,
        url: webhook.url,
        ...(kind === "standard" && webhook.secret !== undefined ? { sealedSecret: webhook.secret } : {}),
      },
      subject: id,
      recordAfter: { id, kind, url: webhook.url },
    };
  },
});

/** A robot's address carries its key: it is shown by its host and the last four characters. */
function withoutKey(url: string): string {
  const { origin } = new URL(url);
  return `${origin}/…${url.slice(-4)}`;
}

/** Removes a webhook; what is still to be sent to it is withdrawn. */
export const removeWebhook = defineCommand({
  name: "webhook.remove",
  input: z.strictObject({ id: z.string().max(64) }),
  permission: "tenant:manage",
  async decide({ tenant }, { id }) {
    const { url } = demandWebhook(tenant, id);
    return {
      aggregate: withWebhooks(
        tenant,
        tenant.webhooks.filter((each) => each.id !== id),
      ),
      changes: [],
      answer: { id },
      subject: id,
      recordBefore: { id, url },
    };
  },
});

/** Throws `notFound`. */
export function demandWebhook({ webhooks }: Tenant, id: string): Webhook {
  const found = webhooks.find((each) => each.id === id);
  if (found === undefined)
    throw new DomainError("notFound", { zh: "找不到该推送地址", en: "no such webhook" });
  return found;
}

function withWebhooks(tenant: Tenant, webhooks: readonly Webhook[]) {
  return { kind: "tenant", before: tenant, after: { ...tenant, webhooks } } as const;
}

/** The tenant with one of its webhooks in place of the one of that id. */
export function withWebhook(tenant: Tenant, webhook: Webhook) {
  return withWebhooks(
    tenant,
    tenant.webhooks.map((each) => (each.id === webhook.id ? webhook : each)),
  );
}
