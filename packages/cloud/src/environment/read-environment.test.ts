import { describe, expect, it } from "vitest";
import { dataVariables, productVariables, readEnvironment } from "./read-environment.ts";

const good = {
  TABLE_NAME: "luyue",
  TENANT_ROLE: "arn:aws:iam::1:role/tenant",
  BASE_URL: "https://luyue.example",
  VAULT_KEYS: `${"ab".repeat(32)},${"cd".repeat(32)}`,
};

function messageOf(read: () => unknown): string {
  try {
    read();
    return "";
  } catch (error) {
    return String(error);
  }
}

describe("the variables of a function", () => {
  it("are read as what they are", () => {
    const env = readEnvironment({ ...dataVariables, ...productVariables }, { ...good, OTHER: "x" });
    expect(env).toMatchObject({
      TABLE_NAME: "luyue",
      VAULT_KEYS: [Buffer.alloc(32, 0xab), Buffer.alloc(32, 0xcd)],
    });
  });

  it.each([
    ["TABLE_NAME", undefined],
    ["BASE_URL", "https://luyue.example/"],
    ["TENANT_ROLE", "role/of-a-tenant"],
    ["VAULT_KEYS", "0123456789"],
    ["VAULT_KEYS", `${"ab".repeat(32)},`],
  ])("are refused by name and never by value: %s=%s", (name, value) => {
    const read = () => readEnvironment({ ...dataVariables, ...productVariables }, { ...good, [name]: value });
    expect(read).toThrow(`missing or wrong variables: ${name}`);
    if (value !== undefined) expect(messageOf(read)).not.toContain(value);
  });
});
