import type { Fault } from "@luyue/core/error";
import type { Text } from "@luyue/core/text";
import type { ProblemCode } from "./problem-code.ts";

/** A refusal that is about HTTP and not about the domain; `headers` go out with it. */
export class HttpProblem extends Error {
  override readonly name = "HttpProblem";
  readonly code: ProblemCode;
  readonly reason: Text;
  readonly headers: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[] = [];

  constructor(code: ProblemCode, reason: Text, headers: Readonly<Record<string, string>> = {}) {
    super(`${code}: ${reason.en}`);
    this.code = code;
    this.reason = reason;
    this.headers = headers;
  }
}

/** A token is missing or not good; nothing says which part of it is wrong. */
export function unauthorized(challenge = 'Bearer error="invalid_token"'): HttpProblem {
  const reason = { zh: "请提供有效的访问令牌", en: "a valid access token is needed" };
  return new HttpProblem("unauthorized", reason, { "WWW-Authenticate": challenge });
}
