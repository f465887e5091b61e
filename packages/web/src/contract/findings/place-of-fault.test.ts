import { expect, it } from "vitest";
import { placeOfFault } from "./place-of-fault.ts";

it("says where in a sheet a fault is", () => {
  expect(placeOfFault("/rows/12/severity")).toEqual({ row: 12, what: "severity" });
  expect(placeOfFault("/rows/12/other")).toEqual({ row: 12, what: "sheet" });
  expect(placeOfFault("/rows")).toEqual({ what: "sheet" });
  expect(placeOfFault("/columns/title")).toEqual({ row: 1, what: "headers" });
  expect(placeOfFault("/columns/3")).toEqual({ row: 1, what: "headers" });
  expect([placeOfFault("/findings"), placeOfFault("/findings/0/rows")]).toEqual([undefined, undefined]);
});
