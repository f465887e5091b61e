import type { Hono } from "hono";
import * as z from "zod";
import { Webhook, WebhookVerificationError } from "standardwebhooks";
import { openSecret } from "@luyue/usecases/tenant";
import type { Stack } from "../stack/index.ts";

/** Keys and tokens of the demo's issuers. */
export function addIssuerRoutes(app: Hono, stack: () => Stack): void {
  app.get("/issuer/:name/jwks.json", async (c) => c.json(await stack().issuer.jwks(c.req.param("name"))));
  app.post("/issuer/:name/token", async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const subject = typeof body === "object" && body !== null && "subject" in body ? body.subject : undefined;
    if (typeof subject !== "string" || subject === "")
      return c.json({ error: "请给出 subject / give a subject" }, 400);
    return c.json({ token: await stack().issuer.sign(c.req.param("name"), subject) });
  });
}

/** Receives a tenant's webhooks as its own system would: the signature is checked before anything is believed. */
export function addWebhookReceiver(app: Hono, stack: () => Stack): void {
  app.post("/inbox/webhooks/:tenantId", async (c) => {
    const { platform, inbox, clock, runtime } = stack();
    const tenantId = c.req.param("tenantId");
    if (!/^ten_[A-Za-z0-9_-]{1,60}$/.test(tenantId)) return c.notFound();
    const tenant = await platform.tenant(tenantId).getTenant();
    const body = await c.req.text();
    const headers = Object.fromEntries(c.req.raw.headers);
    const secrets = (tenant?.webhooks ?? []).flatMap(({ secret }) =>
      secret === undefined ? [] : [openSecret(secret, tenantId, runtime)],
    );
    const signed = secrets.some((secret) => verify(secret, body, headers));
    if (!signed) return c.text("签名无效 / the signature does not hold", 401);
    await inbox.receive({
      at: clock.now(),
      channel: "webhook",
      id: headers["webhook-id"] ?? "",
      to: tenant?.name ?? "",
      subject: subjectOf(body),
      text: JSON.stringify(JSON.parse(body), null, 2),
    });
    return c.body(null, 204);
  });
}

function verify(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
}

const payloadSchema = z.object({
  type: z.string(),
  data: z.object({ obligation: z.object({ title: z.object({ zh: z.string() }) }).optional() }),
});

function subjectOf(body: string): string {
  const { type, data } = payloadSchema.parse(JSON.parse(body));
  return data.obligation === undefined ? type : `${type}：${data.obligation.title.zh}`;
}
