import { timingSafeEqual } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";

/** What the distribution adds to each request on its way: that it came by there, and from whom. */
const edgeHeader = "x-luyue-edge";
const viewerHeader = "cloudfront-viewer-address";

/**
 * Whether a request came by the edge where there is one: with its key, or without a key to come with. What goes around the edge
 * goes around its firewall and would say what it likes of where it comes from.
 */
export function cameByEdge({ headers }: APIGatewayProxyEventV2, key: string | undefined): boolean {
  if (key === undefined) return true;
  const given = Buffer.from(headers[edgeHeader] ?? "");
  const expected = Buffer.from(key);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The network address that a request comes from: as the edge saw it, else as the gateway did. */
export function addressOfEvent(event: APIGatewayProxyEventV2, key: string | undefined): string {
  const seen = key === undefined ? undefined : event.headers[viewerHeader];
  // `203.0.113.9:4711`, and with IPv6 `2001:db8::1:4711`: the port stands after the last colon.
  return seen === undefined ? event.requestContext.http.sourceIp : seen.slice(0, seen.lastIndexOf(":"));
}
