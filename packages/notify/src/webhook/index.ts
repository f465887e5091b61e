export { createWebhookSecret } from "./create-webhook-secret.ts";
export { deliverWebhook, type WebhookOptions, type WebhookRequest } from "./deliver-webhook.ts";
export type { WebhookDelivery } from "./judge-attempt.ts";
