import { DomainError } from "@luyue/core/error";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { createWebhookSecret } from "./create-webhook-secret.ts";

describe("createWebhookSecret", () => {
  it("writes the bytes as whsec_ and base64, the same key for the reference library", () => {
    const bytes = Uint8Array.from({ length: 24 }, (_, index) => index * 10);
    const secret = createWebhookSecret(bytes);
    expect(secret).toBe("whsec_AAoUHigyPEZQWmRueIKMlqCqtL7I0tzm");
    const at = new Date(1_779_238_923_000);
    expect(new Webhook(secret).sign("a", at, "{}")).toBe(
      new Webhook(bytes, { format: "raw" }).sign("a", at, "{}"),
    );
  });

  it.each([0, 23, 65])("refuses %d bytes", (length) => {
    expect(() => createWebhookSecret(new Uint8Array(length))).toThrow(DomainError);
  });
});
