import { describe, expect, it } from "vitest";
import * as z from "zod";
import { listFaults } from "./list-faults.ts";

const schema = z.strictObject({
  "a/b": z.string().max(3),
  when: z.discriminatedUnion("rule", [
    z.strictObject({ rule: z.literal("on") }),
    z.strictObject({ rule: z.literal("within") }),
  ]),
  money: z.string().regex(/^\d+\.\d\d$/, "金额须为两位小数 / amount must have two decimals"),
});

function faults(input: unknown) {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : listFaults(parsed.error, input);
}

describe("listFaults", () => {
  it("points at each place and says why in both languages", () => {
    expect(faults({ "a/b": 5, when: { rule: "never" }, money: "1.234", extra: 1 })).toEqual([
      {
        path: "/a~1b",
        reason: {
          zh: "无效输入：期望 string，实际接收 数字",
          en: "Invalid input: expected string, received number",
        },
      },
      { path: "/when/rule", reason: { zh: "须为以下之一：on、within", en: "must be one of: on, within" } },
      { path: "/money", reason: { zh: "金额须为两位小数", en: "amount must have two decimals" } },
      { path: "", reason: { zh: '出现未知的键(key): "extra"', en: 'Unrecognized key: "extra"' } },
    ]);
  });

  it("finds nothing in what is right", () => {
    expect(faults({ "a/b": "ok", when: { rule: "on" }, money: "1.20" })).toEqual([]);
  });
});
