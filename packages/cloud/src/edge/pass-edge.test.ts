import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { addressOfEvent, cameByEdge } from "./pass-edge.ts";

const eventOf = (headers: Record<string, string>) =>
  ({ headers, requestContext: { http: { sourceIp: "198.51.100.1" } } }) as unknown as APIGatewayProxyEventV2;

describe("a request", () => {
  it.each([
    ["with the key", { "x-luyue-edge": "key-of-the-edge" }, true],
    ["with another", { "x-luyue-edge": "key-of-the-edgy" }, false],
    ["with a longer one", { "x-luyue-edge": "key-of-the-edge2" }, false],
    ["with none", {}, false],
  ])("%s: came by the edge %s", (_what, headers, expected) => {
    expect(cameByEdge(eventOf(headers), "key-of-the-edge")).toBe(expected);
    expect(cameByEdge(eventOf(headers), undefined)).toBe(true);
  });

  it("comes from where the edge saw it, where there is an edge", () => {
    const headers = { "cloudfront-viewer-address": "203.0.113.9:4711" };
    expect(addressOfEvent(eventOf(headers), "key")).toBe("203.0.113.9");
    expect(addressOfEvent(eventOf({ "cloudfront-viewer-address": "2001:db8::1:4711" }), "key")).toBe(
      "2001:db8::1",
    );
    expect(addressOfEvent(eventOf(headers), undefined)).toBe("198.51.100.1");
    expect(addressOfEvent(eventOf({}), "key")).toBe("198.51.100.1");
  });
});
