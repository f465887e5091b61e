import * as z from "zod";
import type { Text } from "../text/index.ts";
import type { Fault } from "./domain-error.ts";
import { sayIssue } from "./say-issue.ts";

const chinese = z.locales.zhCN().localeError;
const english = z.locales.en().localeError;

/** The faults that a schema found: a JSON pointer and the reason in both languages. Our own messages read `中文 / English`. */
export function listFaults(error: z.ZodError, input: unknown): Fault[] {
  return error.issues.map((issue) => ({
    path: pointerOf(issue.path),
    reason: reasonOf(issue, valueAt(input, issue.path)),
  }));
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function reasonOf(issue: z.core.$ZodIssue, input: unknown): Text {
  const [zh, en] = issue.message.split(" / ", 2);
  if (zh !== undefined && en !== undefined && /[\u4e00-\u9fff]/u.test(zh)) return { zh, en };
  if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options)) {
    const options = issue.options.map(String);
    return { zh: `须为以下之一：${options.join("、")}`, en: `must be one of: ${options.join(", ")}` };
  }
  const said = sayIssue(issue, input);
  if (said !== undefined) return said;
  return {
    zh: messageOf(chinese, issue, input) ?? `格式不符：${issue.message}`,
    en: messageOf(english, issue, input) ?? issue.message,
  };
}

function messageOf(localise: typeof chinese, issue: z.core.$ZodIssue, input: unknown): string | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-assignment typescript/no-unsafe-type-assertion -- with its input put back, a finished issue has all that zod's messages are made of
  const raw = { ...issue, input } as unknown as Parameters<typeof chinese>[0];
  const message = localise(raw);
  return typeof message === "string" ? message : message?.message;
}
