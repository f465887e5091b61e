import { DomainError } from "@luyue/core/error";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ApiEnvironment, Log } from "../app/environment.ts";
import { HttpProblem } from "./http-problem.ts";
import { type ProblemCode, problemKinds } from "./problem-code.ts";
import { type Problem, problemDocument } from "./problem-document.ts";
import { readLanguage } from "./read-language.ts";

/** Seconds after which it is worth asking again: a busy service, or after too many requests. */
function retryAfter(status: number): Readonly<Record<string, string>> {
  if (status === 503) return { "Retry-After": "2" };
  return status === 429 ? { "Retry-After": "60" } : {};
}

/** The answer to whatever was thrown. What is nobody's rule tells the client its request id and nothing else. */
export function answerError(error: unknown, c: Context<ApiEnvironment>, log: Log): Response {
  const problem = problemOf(error);
  if (problemKinds[problem.code].status >= 500) {
    log({
      level: problem.code === "internal" ? "error" : "warn",
      requestId: c.get("requestId"),
      method: c.req.method,
      path: c.req.path,
      error: describeError(error),
    });
  }
  return answerProblem(problem, c, error instanceof HttpProblem ? error.headers : {});
}

export function answerProblem(
  problem: Problem,
  c: Context<ApiEnvironment>,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const language = readLanguage(c.req.header("accept-language"));
  const { status } = problemKinds[problem.code];
  return c.json(problemDocument(problem, language, c.get("requestId")), status, {
    ...headers,
    ...retryAfter(status),
    "Content-Type": "application/problem+json; charset=utf-8",
    "Content-Language": language,
  });
}

const internal: Problem = {
  code: "internal",
  reason: {
    zh: "系统出错，请凭请求编号联系运营方",
    en: "something went wrong; give the operator the request id",
  },
  faults: [],
};

const byStatus: Readonly<Record<number, ProblemCode>> = {
  400: "malformed",
  413: "tooLarge",
  415: "unsupportedMediaType",
};

function problemOf(error: unknown): Problem {
  if (error instanceof DomainError || error instanceof HttpProblem) return error;
  const code = error instanceof HTTPException ? byStatus[error.status] : undefined;
  return code === undefined ? internal : { code, reason: problemKinds[code].title, faults: [] };
}

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error) };
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    ...(stack === undefined ? {} : { stack }),
    ...(cause instanceof Error ? { cause: `${cause.name}: ${cause.message}` } : {}),
  };
}
