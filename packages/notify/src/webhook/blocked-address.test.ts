import { lookup } from "node:dns";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWebhookSecret } from "./create-webhook-secret.ts";
import { deliverWebhook } from "./deliver-webhook.ts";
import { isRefusedAddress } from "./guard-address.ts";
import { postOnce } from "./post-once.ts";
import { judgeError } from "./judge-attempt.ts";
import { startReceiver, type Receiver } from "./receiver.ts";

const secrets = [createWebhookSecret(new Uint8Array(32).fill(7))];
const call = (url: string) => ({ url, secrets, id: "whd_01", at: Date.UTC(2026, 4, 20), payload: {} });
const BLOCKED = { outcome: "failed", detail: "The address is blocked: it is not a public one" };

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver((response) => response.end());
});
afterAll(() => receiver.close());

describe("an address that is not public", () => {
  it.each([
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "localhost",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "169.254.169.254",
    "192.0.2.1",
    "224.0.0.1",
    "255.255.255.255",
    "[::]",
    "[::1]",
    "[::127.0.0.1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:a9fe:a9fe]",
    "[::ffff:0:127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "[ff02::1]",
  ])("is not called: %s", async (host) => {
    expect(await deliverWebhook(call(`https://${host}:${receiver.port}/`), { timeoutMs: 5_000 })).toEqual(
      BLOCKED,
    );
    expect(receiver.calls).toHaveLength(0);
  });

  it.each(["127.0.0.1", "localhost"])(
    "is not called over http either, past the check of the scheme: %s",
    async (host) => {
      const signed = { "webhook-id": "x", "webhook-timestamp": "1", "webhook-signature": "v1,x" };
      const url = new URL(`http://${host}:${receiver.port}/`);
      const failure = await postOnce(url, "{}", signed, {
        allowPrivateAddresses: false,
        timeoutMs: 5_000,
        lookup,
      }).catch(judgeError);
      expect(failure).toEqual(BLOCKED);
      expect(receiver.calls).toHaveLength(0);
    },
  );

  it("is called where the deployment allows it", async () => {
    const delivery = await deliverWebhook(call(`http://localhost:${receiver.port}/`), {
      allowPrivateAddresses: true,
    });
    expect(delivery.outcome).toBe("delivered");
  });

  it.each(["169.254.169.254", "[::ffff:a9fe:a9fe]", "100.100.100.200", "[fd00:ec2::254]", "[fe80::1]"])(
    "is never called when it answers for a cloud or a neighbour: %s",
    async (host) => {
      expect(await deliverWebhook(call(`http://${host}/`), { allowPrivateAddresses: true })).toEqual(BLOCKED);
    },
  );
});

describe("isRefusedAddress", () => {
  it.each(["8.8.8.8", "1.2.4.8", "2400:3200::1", "::1", "127.0.0.1", "::ffff:8.8.8.8", "hooks.example.com"])(
    "lets %s pass",
    (host) => {
      expect(isRefusedAddress(host)).toBe(false);
    },
  );
});

describe("an address of another kind", () => {
  it.each([
    ["not a url", "not a URL"],
    ["http://hooks.example.com/", "https"],
    ["ftp://hooks.example.com/", "https"],
    ["file:///etc/passwd", "https"],
    ["https://user:pass@hooks.example.com/", "password"],
  ])("is refused: %s", async (url, words) => {
    const delivery = await deliverWebhook(call(url));
    expect(delivery.outcome).toBe("failed");
    expect(delivery.detail).toContain(words);
  });
});
