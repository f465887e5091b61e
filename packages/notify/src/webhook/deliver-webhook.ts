import { lookup as lookupBySystem } from "node:dns";
import type { LookupFunction } from "node:net";
import { judgeAnswer, judgeError, type WebhookDelivery } from "./judge-attempt.ts";
import { postOnce } from "./post-once.ts";
import { readTarget } from "./read-target.ts";
import { signWebhook } from "./sign-webhook.ts";

/**
 * One attempt. `secrets` are `whsec_…`, the current one first and an earlier one while it still counts; `id` stays the same over
 * all attempts, `at` is the instant of this attempt in epoch milliseconds; `payload` is anything JSON can hold.
 */
export interface WebhookRequest {
  readonly url: string;
  readonly secrets: readonly string[];
  readonly id: string;
  readonly at: number;
  readonly payload: unknown;
}

/**
 * `allowPrivateAddresses` is for a deployment that calls its own network: http and private addresses are then called too;
 * `lookup` resolves names, as the system does where nothing else is said.
 */
export interface WebhookOptions {
  readonly allowPrivateAddresses?: boolean;
  readonly timeoutMs?: number;
  readonly lookup?: LookupFunction;
}

const TIMEOUT = 15_000;

/** Posts a payload as Standard Webhooks describes it. Never throws for what a receiver or a network does. */
export async function deliverWebhook(
  request: WebhookRequest,
  options: WebhookOptions = {},
): Promise<WebhookDelivery> {
  const { allowPrivateAddresses = false, timeoutMs = TIMEOUT, lookup = lookupBySystem } = options;
  const target = readTarget(request.url, allowPrivateAddresses);
  if (typeof target === "string") return { outcome: "failed", detail: target };
  const body: string | undefined = JSON.stringify(request.payload);
  if (body === undefined) return { outcome: "failed", detail: "There is no payload" };
  const headers = signWebhook(body, request.id, request.at, request.secrets);
  if (headers === undefined) return { outcome: "failed", detail: "The id or a secret cannot be signed with" };
  try {
    return judgeAnswer(await postOnce(target, body, headers, { allowPrivateAddresses, timeoutMs, lookup }));
  } catch (error) {
    return judgeError(error);
  }
}
