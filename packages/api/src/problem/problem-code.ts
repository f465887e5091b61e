import type { DomainErrorCode } from "@luyue/core/error";
import type { Text } from "@luyue/core/text";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** Why a request was refused: every code of the domain, and what only HTTP knows. */
export type ProblemCode =
  | DomainErrorCode
  | "malformed"
  | "unauthorized"
  | "methodNotAllowed"
  | "tooLarge"
  | "unsupportedMediaType"
  | "internal";

interface ProblemKind {
  readonly status: ContentfulStatusCode;
  readonly title: Text;
}

const kind = (status: ContentfulStatusCode, zh: string, en: string): ProblemKind => ({
  status,
  title: { zh, en },
});

export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = {
  malformed: kind(400, "请求无法解析", "Malformed request"),
  unauthorized: kind(401, "未登录或登录已失效", "Not signed in"),
  forbidden: kind(403, "没有权限", "Not allowed"),
  notFound: kind(404, "找不到", "Not found"),
  methodNotAllowed: kind(405, "不支持该方法", "Method not allowed"),
  conflict: kind(409, "与现状冲突", "Conflict with the present state"),
  versionMismatch: kind(412, "内容已被更改", "Changed by somebody else"),
  tooLarge: kind(413, "请求过大", "Too large"),
  unsupportedMediaType: kind(415, "不支持该内容类型", "Unsupported content type"),
  invalid: kind(422, "输入有误", "Invalid input"),
  idempotencyMismatch: kind(422, "幂等键已用于另一请求", "Idempotency key used for another request"),
  internal: kind(500, "内部错误", "Internal error"),
  tooMany: kind(429, "请求过多", "Too many requests"),
  unavailable: kind(503, "暂时不可用", "Temporarily unavailable"),
};

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(problemKinds, text);
}
