import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import { guardLookup } from "./guard-address.ts";

export interface PostOptions {
  readonly allowPrivateAddresses: boolean;
  readonly timeoutMs: number;
  readonly lookup: LookupFunction;
}

export interface Answer {
  readonly status: number;
  readonly excerpt: string;
}

const EXCERPT_BYTES = 2048;

/**
 * Posts a body and takes the status and at most 2 KB of the answer; follows no redirect. Rejects when there is no status within
 * `timeoutMs`, when the connection fails, and when the address is not a public one and such addresses are not allowed.
 */
export function postOnce(
  url: URL,
  body: string,
  signed: Readonly<Record<string, string>>,
  options: PostOptions,
): Promise<Answer> {
  const secure = url.protocol === "https:";
  const filter = { allowPrivateIPAddress: options.allowPrivateAddresses, keepAlive: false };
  const agent = secure ? new RequestFilteringHttpsAgent(filter) : new RequestFilteringHttpAgent(filter);
  const headers = {
    ...signed,
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "user-agent": "Luyue-Webhooks/1",
  };
  return new Promise((resolve, reject) => {
    let answered = false;
    const call = (secure ? requestHttps : requestHttp)(url, {
      method: "POST",
      agent,
      lookup: guardLookup(options.lookup),
      headers,
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    call.once("response", (response) => {
      answered = true;
      readExcerpt(response).then((excerpt) => resolve({ status: response.statusCode ?? 0, excerpt }), reject);
    });
    call.on("error", (error) => {
      if (!answered) reject(error);
    });
    call.end(body);
  });
}

/** The status stands once it is there: a body that breaks off or never ends only shortens the excerpt. */
async function readExcerpt(response: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      const part: unknown = chunk;
      if (!(part instanceof Uint8Array)) continue;
      chunks.push(part);
      size += part.length;
      if (size >= EXCERPT_BYTES) break;
    }
  } catch {
    response.destroy();
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, EXCERPT_BYTES), { stream: true });
}
