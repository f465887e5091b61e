import type { LookupFunction } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWebhookSecret } from "./create-webhook-secret.ts";
import { deliverWebhook, type WebhookDelivery, type WebhookOptions } from "./index.ts";
import { startReceiver, type Receiver } from "./receiver.ts";

const resolver = vi.fn<LookupFunction>();

const BLOCKED = { outcome: "failed", detail: "The address is blocked: it is not a public one" };

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver((response) => response.end());
});
afterEach(async () => {
  resolver.mockReset();
  await receiver.close();
});

function answerWith(...addresses: readonly string[]): void {
  resolver.mockImplementation((_name, _options, done) => {
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  });
}

function call(scheme: "http" | "https", options: WebhookOptions): Promise<WebhookDelivery> {
  const url = `${scheme}://hooks.example.com:${receiver.port}/hook`;
  const secrets = [createWebhookSecret(new Uint8Array(32).fill(7))];
  return deliverWebhook(
    { url, secrets, id: "whd_01", at: Date.UTC(2026, 4, 20), payload: {} },
    { timeoutMs: 5_000, lookup: resolver, ...options },
  );
}

describe("a name", () => {
  it.each(["127.0.0.1", "10.0.0.8", "::1", "::ffff:127.0.0.1", "::7f00:1", "fd00::1"])(
    "that resolves to %s is not called",
    async (address) => {
      answerWith(address);
      expect(await call("https", {})).toEqual(BLOCKED);
      expect(receiver.calls).toHaveLength(0);
    },
  );

  it("with one bad address among good ones is not called", async () => {
    answerWith("1.2.4.8", "127.0.0.1");
    expect(await call("https", {})).toEqual(BLOCKED);
  });

  it.each(["169.254.169.254", "::ffff:a9fe:a9fe", "168.63.129.16", "100.100.100.200", "fe80::1"])(
    "that resolves to %s is not called even where private addresses are allowed",
    async (address) => {
      answerWith(address);
      expect(await call("http", { allowPrivateAddresses: true })).toEqual(BLOCKED);
    },
  );

  it("is resolved once, and the address that was judged is the one that is called", async () => {
    answerWith("127.0.0.1");
    expect((await call("http", { allowPrivateAddresses: true })).outcome).toBe("delivered");
    expect(resolver).toHaveBeenCalledTimes(1);
    expect(receiver.calls[0]?.headers.host).toBe(`hooks.example.com:${receiver.port}`);
  });
});
