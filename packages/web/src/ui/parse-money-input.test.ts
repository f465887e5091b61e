import { expect, it } from "vitest";
import { parseMoneyInput } from "./parse-money-input.ts";

it("reads amounts as people write them, and leaves what is none to the server", () => {
  const read = ["¥1,075,746", "8970", "8,970.5", "0.05", "007.10", "￥ 12 元", "1，234.00"].map(
    parseMoneyInput,
  );
  expect(read).toEqual(["1075746.00", "8970.00", "8970.50", "0.05", "7.10", "12.00", "1234.00"]);
  const none = ["", "-5", "1,23", "1.234", "十元", "1e3", "12,34,567"];
  expect(none.map(parseMoneyInput)).toEqual(none);
});
