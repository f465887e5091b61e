import { apiEvent, type Asked } from "./api-event.ts";
import type { Rig } from "./start-rig.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly json: Readonly<Record<string, unknown>>;
}

interface LambdaAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  readonly cookies?: readonly string[];
  readonly isBase64Encoded: boolean;
}

export type Visitor = ReturnType<typeof createVisitor>;

/** Somebody before the deployed API: with a token, or with the cookies that a browser keeps. */
export function createVisitor(rig: Rig, as?: readonly [issuer: string, subject: string]) {
  const jar = new Map<string, string>();
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Asked["headers"] = {},
  ): Promise<Answer> => {
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`);
    const event = apiEvent(method, path, {
      ...(as === undefined ? { cookies } : { token: await rig.issuer.sign(...as) }),
      ...(body === undefined ? {} : { body }),
      headers: { ...(as === undefined ? { origin: "https://luyue.example" } : {}), ...headers },
    });
    const answer = (await rig.hosted.get("api")?.invoke(event)) as LambdaAnswer;
    for (const cookie of answer.cookies ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const isJson = (answer.headers?.["content-type"] ?? "").includes("json") && answer.body !== "";
    return {
      status: answer.statusCode,
      headers: answer.headers ?? {},
      body: answer.body,
      json: isJson ? (JSON.parse(answer.body) as Answer["json"]) : {},
    };
  };
  return {
    ask,
    /** A request that has to go through. */
    must: async (
      method: string,
      path: string,
      body?: unknown,
      headers?: Asked["headers"],
    ): Promise<Answer["json"]> => {
      const answer = await ask(method, path, body, headers);
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
      return answer.json;
    },
  };
}
