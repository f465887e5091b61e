import { expect, it } from "vitest";
import { ownPath } from "./own-path.ts";

it("lets an address lead to these pages alone", () => {
  const own = ["/", "/contracts?q=%E5%AE%89#payment.t1", "/contracts/ctr_1?tab=work"];
  expect(own.map(ownPath)).toEqual(own);
  const others = [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "evil",
    "",
    7,
    undefined,
  ];
  expect(others.map(ownPath)).toEqual(others.map(() => undefined));
});
