import { expect, it } from "vitest";
import { maskEmails } from "./mask-emails.ts";

it("masks every address, however deep, and nothing else", () => {
  const value = {
    name: "周某",
    email: "zhou@agency.example",
    contacts: [{ email: "a@vendor.example", language: "zh" }, null, "b@vendor.example"],
    inner: { email: { email: "x" }, amount: "8970.00", none: undefined },
  };
  expect(maskEmails(value)).toEqual({
    name: "周某",
    email: "z***@agency.example",
    contacts: [{ email: "a***@vendor.example", language: "zh" }, null, "b@vendor.example"],
    inner: { email: { email: "***" }, amount: "8970.00", none: undefined },
  });
  expect([maskEmails(undefined), maskEmails(7)]).toEqual([undefined, 7]);
});
