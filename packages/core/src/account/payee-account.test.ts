import { expect, it } from "vitest";
import { bankAccountSchema, maskAccount } from "./index.ts";

const account = { holder: " 霁川某公司 ", bank: "某银行", number: "622848001234567890" };

it("a bank account has a holder, a bank and a number of digits", () => {
  expect(bankAccountSchema.parse(account)).toEqual({ ...account, holder: "霁川某公司" });
  for (const number of ["123456", "1".repeat(34)]) {
    expect(bankAccountSchema.safeParse({ ...account, number }).success).toBe(true);
  }
  for (const number of ["12345", "1".repeat(35), "6228 4800", "６２２８４８００", "62284800x", ""]) {
    expect(bankAccountSchema.safeParse({ ...account, number }).success).toBe(false);
  }
  expect(bankAccountSchema.safeParse({ ...account, holder: " " }).success).toBe(false);
  expect(bankAccountSchema.safeParse({ ...account, branch: "x" }).success).toBe(false);
});

it("an account is shown by its last four digits, however long it is", () => {
  expect(maskAccount("622848001234567890")).toBe("****7890");
  expect(maskAccount("123456")).toBe("****3456");
});
