import { DomainError, findInputFaults } from "@luyue/core/error";
import type { Context, Next } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { mostFileBytes } from "@luyue/storage/file";
import { HttpProblem } from "../problem/index.ts";
import type { ApiEnvironment } from "./environment.ts";

export const filesPath = "/v1/files";
/** A vendor's people upload beside one of their contracts. */
export const partnerFilesPath = "/v1/partner/agencies/{agencyId}/contracts/{contractId}/files";
/** A spreadsheet of findings, read by the route itself. */
export const findingImportPath = "/v1/contracts/{contractId}/findings/import";
const takesFiles = [filesPath, partnerFilesPath].map(patternOf);
const takesSheets = patternOf(findingImportPath);
const mebibyte = 1024 * 1024;
const mostImportBytes = 2 * mebibyte;

/** Bounds every body, and lets through only JSON that is UTF-8, well-formed text, and not nested without end. */
export function guardBody(mostBytes = mebibyte) {
  const guardJson = limitTo(mostBytes);
  const guardFile = limitTo(mostFileBytes);
  const guardImport = limitTo(mostImportBytes);
  return createMiddleware<ApiEnvironment>(async (c, next) => {
    if (takesFiles.some((path) => path.test(c.req.path))) return guardFile(c, next);
    if (takesSheets.test(c.req.path)) return guardImport(c, next);
    return guardJson(c, async () => {
      await demandJson(c);
      await next();
    });
  });
}

function limitTo(maxSize: number): (c: Context, next: Next) => Promise<Response | void> {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new HttpProblem("tooLarge", {
        zh: `请求体超过${maxSize}字节`,
        en: `the body has more than ${maxSize} bytes`,
      });
    },
  });
}

async function demandJson(c: Context): Promise<void> {
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength === 0) return;
  const [type = ""] = (c.req.header("content-type") ?? "").split(";");
  if (type.trim().toLowerCase() !== "application/json") {
    const reason = { zh: "请求体须为 application/json", en: "the body must be application/json" };
    throw new HttpProblem("unsupportedMediaType", reason);
  }
  const faults = findInputFaults(parseJson(bytes));
  if (faults.length > 0)
    throw new DomainError("invalid", { zh: "输入有误", en: "the input is not valid" }, faults);
}

function parseJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new HttpProblem("malformed", { zh: "请求体不是有效的 JSON", en: "the body is not valid JSON" });
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);
}
