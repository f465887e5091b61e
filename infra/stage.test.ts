import { describe, expect, it } from "vitest";
import { readStage } from "./stage.ts";

describe("a stage", () => {
  it("of a person's own is small, by SMTP, and can be removed", () => {
    expect(readStage("anna", {})).toEqual({
      name: "anna",
      kind: "personal",
      partition: "aws",
      region: "ap-southeast-1",
      mail: { by: "smtp", from: "reminders@luyue.example" },
      monthlyBudget: 100,
      logRetentionDays: 7,
      isProtected: false,
    });
  });

  it("of production is protected and mails by SES, in China by SMTP", () => {
    const domain = { LUYUE_DOMAIN: "luyue.example" };
    expect(readStage("production", domain)).toMatchObject({
      isProtected: true,
      logRetentionDays: 180,
      mail: { by: "ses", from: "reminders@luyue.example" },
    });
    const china = { ...domain, LUYUE_REGION: "cn-northwest-1", LUYUE_CERTIFICATE: "ASCA1" };
    expect(readStage("production", china)).toMatchObject({
      partition: "aws-cn",
      mail: { by: "smtp" },
      certificate: "ASCA1",
    });
  });

  it.each([
    ["Production!", {}, "not a name"],
    ["production", {}, "LUYUE_MAIL_FROM or LUYUE_DOMAIN"],
    ["production", { LUYUE_DOMAIN: "a.cn", LUYUE_REGION: "cn-north-1" }, "LUYUE_CERTIFICATE"],
    ["anna", { LUYUE_REGION: "cn-north-1", LUYUE_MAIL_BY: "ses" }, "no SES in China"],
    ["anna", { LUYUE_MAIL_BY: "pigeon" }, "ses or smtp"],
    ["anna", { LUYUE_MONTHLY_BUDGET: "much" }, "an amount"],
    ["anna", { LUYUE_MONTHLY_BUDGET: "-1" }, "an amount"],
  ])("%s with %j is refused", (name, env, said) => {
    expect(() => readStage(name, env)).toThrow(said);
  });
});
