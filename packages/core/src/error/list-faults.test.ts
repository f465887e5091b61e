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
        reason: { zh: "须为文字", en: "must be a text" },
      },
      { path: "/when/rule", reason: { zh: "须为以下之一：on、within", en: "must be one of: on, within" } },
      { path: "/money", reason: { zh: "金额须为两位小数", en: "amount must have two decimals" } },
      { path: "", reason: { zh: "没有此项：extra", en: "unknown: extra" } },
    ]);
  });

  it("says in plain words what people do wrong", () => {
    const form = z.strictObject({
      name: z.string().trim().min(1).max(3),
      code: z.string().min(18),
      email: z.email(),
      url: z.url(),
      days: z.int().min(1).max(365),
      share: z.number().gt(0).lt(100),
      roles: z
        .array(z.enum(["finance", "auditor"]))
        .min(1)
        .max(2),
      role: z.enum(["finance", "auditor"]).optional(),
      reason: z.string(),
    });
    const saidOf = (input: object) => {
      const { error } = form.safeParse(input);
      return Object.fromEntries(
        error === undefined ? [] : listFaults(error, input).map(({ path, reason }) => [path, reason.zh]),
      );
    };
    const wrong = { name: " ", code: "1", email: "x", url: "x", days: 0, share: 0, roles: [] };
    expect(saidOf(wrong)).toEqual({
      "/name": "不能为空",
      "/code": "至少18个字符",
      "/email": "邮箱地址不正确",
      "/url": "网址不正确",
      "/days": "不能小于1",
      "/share": "须大于0",
      "/roles": "至少1项",
      "/reason": "必须填写",
    });
    const tooMuch = {
      name: "很长的名称",
      code: "x".repeat(18),
      email: "a@b.example",
      url: "https://a.example",
      days: 366.5,
      share: 100,
      roles: ["finance", "auditor", "finance"],
      role: "manager",
      reason: "",
    };
    expect(saidOf(tooMuch)).toEqual({
      "/name": "最多3个字符",
      "/days": "须为整数",
      "/share": "须小于100",
      "/roles": "最多2项",
      "/role": "须为以下之一：finance、auditor",
    });
  });

  it("finds nothing in what is right", () => {
    expect(faults({ "a/b": "ok", when: { rule: "on" }, money: "1.20" })).toEqual([]);
  });
});
