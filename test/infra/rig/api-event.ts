import type { APIGatewayProxyEventV2 } from "aws-lambda";

export interface Asked {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

/** A request as an HTTP API hands it to a function (payload format 2.0). */
export function apiEvent(method: string, address: string, asked: Asked = {}): APIGatewayProxyEventV2 {
  const { token, body, headers = {}, cookies } = asked;
  const { pathname, search } = new URL(address, "https://luyue.example");
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers: {
      host: "luyue.example",
      "user-agent": "test",
      "x-forwarded-for": "203.0.113.9",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(typeof body === "object" ? { "content-type": "application/json" } : {}),
      ...headers,
    },
    ...(cookies === undefined ? {} : { cookies: [...cookies] }),
    requestContext: {
      accountId: "123456789012",
      apiId: "api1234567",
      domainName: "luyue.example",
      domainPrefix: "luyue",
      http: { method, path: pathname, protocol: "HTTP/1.1", sourceIp: "203.0.113.9", userAgent: "test" },
      requestId: "JKJaXmPLvHcESHA=",
      routeKey: "$default",
      stage: "$default",
      time: "28/Apr/2026:01:00:00 +0000",
      timeEpoch: 1_777_338_000_000,
    },
    ...(text === undefined ? {} : { body: text }),
    isBase64Encoded: false,
  };
}
