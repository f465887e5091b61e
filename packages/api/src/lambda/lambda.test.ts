import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { LambdaEvent } from "hono/aws-lambda";
import { beforeAll, describe, expect, it } from "vitest";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";
import { createLambdaHandler } from "./create-lambda-handler.ts";

let fixture: Fixture;

beforeAll(async () => {
  const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  fixture = await startFixture(
    createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict }),
    runtime,
  );
});

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly query?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly base64?: boolean;
}

/** An event as an HTTP API sends it (payload format 2.0). */
async function invoke({ method = "GET", path, query = "", headers = {}, body, base64 = false }: Sent) {
  const token = await fixture.issuers.tokenFor("a", "administrator");
  const event: APIGatewayProxyEventV2 = {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    cookies: ["theme=dark", "other=1"],
    headers: {
      host: "api.luyue.example",
      authorization: `Bearer ${token}`,
      "x-forwarded-for": "203.0.113.9",
      ...headers,
    },
    requestContext: {
      accountId: "123456789012",
      apiId: "api",
      domainName: "api.luyue.example",
      domainPrefix: "api",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "203.0.113.9", userAgent: "test" },
      requestId: "id",
      routeKey: "$default",
      stage: "$default",
      time: "28/Apr/2026:01:00:00 +0000",
      timeEpoch: 1_777_338_000_000,
    },
    isBase64Encoded: base64,
  };
  // hono's own type of the event asks for an authorizer and a body, which API Gateway leaves out where there is none.
  const sent = { ...event, ...(body === undefined ? {} : { body }) } as unknown as LambdaEvent;
  return createLambdaHandler(fixture.app)(sent);
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("the Lambda handler", () => {
  it("reads the query and answers with headers", async () => {
    const result = await invoke({ path: "/v1/record", query: "limit=2" });
    expect(result.statusCode).toBe(200);
    expect(result.isBase64Encoded).toBe(false);
    expect(result.headers?.["x-content-type-options"]).toBe("nosniff");
    expect(JSON.parse(result.body)).toMatchObject({ items: [{ sequence: 1 }, { sequence: 2 }] });
  });

  it("reads a body, in base64 or as text, with its Chinese", async () => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ name: "市财政局" });
    const encoded = { method: "PATCH", path: "/v1/tenant", headers, body: base64(body), base64: true };
    expect(JSON.parse((await invoke(encoded)).body)).toMatchObject({ name: "市财政局" });
    const plain = await invoke({
      method: "PATCH",
      path: "/v1/tenant",
      headers,
      body: body.replace("市", "区"),
    });
    expect(JSON.parse(plain.body)).toMatchObject({ name: "区财政局" });
  });

  it("passes on what commands are bound to", async () => {
    const headers = { "content-type": "application/json", "if-match": '"1"' };
    const result = await invoke({ method: "PATCH", path: "/v1/tenant", headers, body: '{"name":"X"}' });
    expect(result.statusCode).toBe(412);
    expect(result.headers?.["content-type"]).toMatch(/^application\/problem\+json/);
    expect(result.isBase64Encoded).toBe(false);
  });

  it("carries files that are no text unharmed in both directions", async () => {
    const bytes = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      Buffer.from([0, 0xff]),
    ]);
    const manager = await fixture.issuers.tokenFor("a", "contractManager");
    const headers = { "content-type": "image/png", authorization: `Bearer ${manager}` };
    const body = bytes.toString("base64");
    const stored = await invoke({ method: "POST", path: "/v1/files", headers, body, base64: true });
    expect(stored.statusCode).toBe(201);
    const { hash } = JSON.parse(stored.body) as { hash: string };
    const kept = await fixture.files.get("ten_a", hash);
    expect(kept !== undefined && Buffer.from(kept.bytes).equals(bytes)).toBe(true);
    const workbook = await invoke({ path: "/v1/budget.xlsx", headers });
    expect([workbook.statusCode, workbook.isBase64Encoded]).toEqual([200, true]);
    expect(Buffer.from(workbook.body, "base64").subarray(0, 2).toString()).toBe("PK");
  });

  it("refuses a body over the limit, and answers what was not asked right", async () => {
    const headers = { "content-type": "application/json" };
    const large = JSON.stringify({ name: "x".repeat(1024 * 1024) });
    const refused = await invoke({
      method: "PATCH",
      path: "/v1/tenant",
      headers,
      body: base64(large),
      base64: true,
    });
    expect(refused.statusCode).toBe(413);
    expect((await invoke({ path: "/v1/tenant", headers: { authorization: "" } })).statusCode).toBe(401);
  });
});
