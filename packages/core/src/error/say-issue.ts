import type * as z from "zod";
import type { Text } from "../text/index.ts";

const typeNames: Readonly<Record<string, Text>> = {
  string: { zh: "文字", en: "a text" },
  number: { zh: "数字", en: "a number" },
  int: { zh: "整数", en: "a whole number" },
  boolean: { zh: "是或否", en: "true or false" },
  array: { zh: "列表", en: "a list" },
  object: { zh: "对象", en: "an object" },
};

/** The faults that people make, in plain words; undefined for those that only programs make. */
export function sayIssue(issue: z.core.$ZodIssue, input: unknown): Text | undefined {
  switch (issue.code) {
    case "invalid_type": {
      if (input === undefined) return { zh: "必须填写", en: "is required" };
      const name = typeNames[issue.expected];
      return name === undefined ? undefined : { zh: `须为${name.zh}`, en: `must be ${name.en}` };
    }
    case "too_small":
      return sayLeast(issue.origin, String(issue.minimum), issue.inclusive !== false);
    case "too_big":
      return sayMost(issue.origin, String(issue.maximum), issue.inclusive !== false);
    case "invalid_value": {
      const values = issue.values.map(String);
      return { zh: `须为以下之一：${values.join("、")}`, en: `must be one of: ${values.join(", ")}` };
    }
    case "invalid_format":
      return formats[issue.format];
    case "unrecognized_keys":
      return { zh: `没有此项：${issue.keys.join("、")}`, en: `unknown: ${issue.keys.join(", ")}` };
    default:
      return undefined;
  }
}

const formats: Readonly<Record<string, Text>> = {
  email: { zh: "邮箱地址不正确", en: "is not a mail address" },
  url: { zh: "网址不正确", en: "is not an address (URL)" },
};

function sayLeast(origin: string, least: string, inclusive: boolean): Text | undefined {
  switch (origin) {
    case "string":
      return least === "1"
        ? { zh: "不能为空", en: "must not be empty" }
        : { zh: `至少${least}个字符`, en: `must have at least ${least} characters` };
    case "array":
      return { zh: `至少${least}项`, en: `must have at least ${least} of them` };
    case "number":
    case "int":
      return inclusive
        ? { zh: `不能小于${least}`, en: `must be at least ${least}` }
        : { zh: `须大于${least}`, en: `must be more than ${least}` };
    default:
      return undefined;
  }
}

function sayMost(origin: string, most: string, inclusive: boolean): Text | undefined {
  switch (origin) {
    case "string":
      return { zh: `最多${most}个字符`, en: `must have at most ${most} characters` };
    case "array":
      return { zh: `最多${most}项`, en: `must have at most ${most} of them` };
    case "number":
    case "int":
      return inclusive
        ? { zh: `不能大于${most}`, en: `must be at most ${most}` }
        : { zh: `须小于${most}`, en: `must be less than ${most}` };
    default:
      return undefined;
  }
}
