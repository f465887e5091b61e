import type { ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { createWebhookSecret } from "./create-webhook-secret.ts";
import { deliverWebhook, type WebhookOptions, type WebhookRequest } from "./deliver-webhook.ts";
import { startReceiver, type Receiver } from "./receiver.ts";

const current = createWebhookSecret(new Uint8Array(32).fill(7));
const earlier = createWebhookSecret(new Uint8Array(32).fill(8));
const stranger = createWebhookSecret(new Uint8Array(32).fill(9));
const payload = {
  type: "reminder.due",
  timestamp: "2026-05-20T01:02:03.000Z",
  data: { title: "第一期付款" },
};
const local: WebhookOptions = { allowPrivateAddresses: true, timeoutMs: 5_000 };

const open: Receiver[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((receiver) => receiver.close()));
});

async function receive(answer: (response: ServerResponse, path: string) => void): Promise<Receiver> {
  const receiver = await startReceiver(answer);
  open.push(receiver);
  return receiver;
}

function request(url: string, change: Partial<WebhookRequest> = {}): WebhookRequest {
  return { url, secrets: [current], id: "whd_01", at: Date.now(), payload, ...change };
}

function headersOf(receiver: Receiver): Record<string, string> {
  const headers = receiver.calls[0]?.headers ?? {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

describe("a delivery", () => {
  it("is signed so that the reference library verifies it", async () => {
    const receiver = await receive((response) => response.writeHead(204).end());
    const delivery = await deliverWebhook(request(receiver.url), local);
    expect(delivery).toMatchObject({ outcome: "delivered", status: 204, responseExcerpt: "" });
    const body = receiver.calls[0]?.body ?? "";
    expect(new Webhook(current).verify(body, headersOf(receiver))).toEqual(payload);
    expect(() => new Webhook(stranger).verify(body, headersOf(receiver))).toThrow("No matching signature");
    expect(() => new Webhook(current).verify(body.replace("due", "overdue"), headersOf(receiver))).toThrow(
      "No matching signature",
    );
    expect(headersOf(receiver)).toMatchObject({
      "webhook-id": "whd_01",
      "content-type": "application/json; charset=utf-8",
    });
  });

  it("carries a signature for each secret while they are changed", async () => {
    const receiver = await receive((response) => response.end("ok"));
    await deliverWebhook(request(receiver.url, { secrets: [current, earlier] }), local);
    const body = receiver.calls[0]?.body ?? "";
    expect(headersOf(receiver)["webhook-signature"]?.split(" ")).toHaveLength(2);
    for (const secret of [current, earlier])
      expect(new Webhook(secret).verify(body, headersOf(receiver))).toEqual(payload);
  });

  it("has the second of the attempt as its timestamp", async () => {
    const receiver = await receive((response) => response.end());
    await deliverWebhook(request(receiver.url, { at: 1_779_238_923_999 }), local);
    expect(headersOf(receiver)["webhook-timestamp"]).toBe("1779238923");
  });
});

describe("an answer", () => {
  it.each([
    [200, "delivered"],
    [202, "delivered"],
    [301, "failed"],
    [307, "failed"],
    [400, "retry"],
    [401, "retry"],
    [404, "retry"],
    [408, "retry"],
    [410, "failed"],
    [429, "retry"],
    [500, "retry"],
    [503, "retry"],
  ] as const)("of %d is %s", async (status, outcome) => {
    const receiver = await receive((response) => response.writeHead(status).end("because"));
    const delivery = await deliverWebhook(request(receiver.url), local);
    expect(delivery).toMatchObject({ outcome, status, responseExcerpt: "because" });
    expect(delivery.detail).toContain(String(status));
  });

  it("that redirects is not followed", async () => {
    const receiver = await receive((response) => response.writeHead(302, { location: "/elsewhere" }).end());
    const delivery = await deliverWebhook(request(receiver.url), local);
    expect(delivery.outcome).toBe("failed");
    expect(delivery.detail).toContain("redirects are not followed");
    expect(receiver.calls.map((call) => call.path)).toEqual(["/hook"]);
  });

  it("is read for 2 KB, in whole characters", async () => {
    const receiver = await receive((response) => response.end("约".repeat(100_000)));
    const { responseExcerpt = "" } = await deliverWebhook(request(receiver.url), local);
    expect(responseExcerpt).toBe("约".repeat(682));
  });

  it("counts by its status when the body breaks off or never ends", async () => {
    const broken = await receive((response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    });
    expect(await deliverWebhook(request(broken.url), local)).toMatchObject({
      outcome: "delivered",
      status: 200,
    });
    const endless = await receive((response) => response.writeHead(200).write("and"));
    const delivery = await deliverWebhook(request(endless.url), { ...local, timeoutMs: 300 });
    expect(delivery).toMatchObject({ outcome: "delivered", responseExcerpt: "and" });
  });
});

describe("a network that fails", () => {
  it("is tried again: no answer in time", async () => {
    const silent = await receive(() => undefined);
    const delivery = await deliverWebhook(request(silent.url), { ...local, timeoutMs: 200 });
    expect(delivery).toEqual({ outcome: "retry", detail: "No answer within the time limit" });
    expect(silent.calls).toHaveLength(1);
  });

  it("is tried again: nobody listens", async () => {
    const receiver = await receive((response) => response.end());
    await receiver.close();
    expect(await deliverWebhook(request(receiver.url), local)).toEqual({
      outcome: "retry",
      detail: "The connection failed: ECONNREFUSED",
    });
  });

  it("is tried again: the connection is cut", async () => {
    const receiver = await receive((response) => response.destroy());
    expect(await deliverWebhook(request(receiver.url), local)).toMatchObject({ outcome: "retry" });
  });

  it("is tried again: no TLS where https is called", async () => {
    const receiver = await receive((response) => response.end());
    const delivery = await deliverWebhook(request(receiver.url.replace("http:", "https:")), local);
    expect(delivery.outcome).toBe("retry");
    expect(receiver.calls).toHaveLength(0);
  });
});

describe("a request that cannot be made", () => {
  it.each([
    ["no secret", { secrets: [] }],
    ["an empty secret", { secrets: ["whsec_"] }],
    ["a secret that is not base64", { secrets: [current, "whsec_%%%"] }],
    ["an id with a line break", { id: "whd\r\nx-evil: 1" }],
    ["an id with a dot", { id: "whd.01" }],
    ["no payload", { payload: undefined }],
  ] as const)("fails without a call: %s", async (_name, change) => {
    const receiver = await receive((response) => response.end());
    const delivery = await deliverWebhook(request(receiver.url, change), local);
    expect(delivery.outcome).toBe("failed");
    expect(receiver.calls).toHaveLength(0);
  });

  it("tells no secret", async () => {
    const delivery = await deliverWebhook(request("http://127.0.0.1:9/", { secrets: ["whsec_%%%"] }), local);
    expect(JSON.stringify(delivery)).not.toContain("%%%");
  });
});
