import { expect, it } from "vitest";
import { evidenceOf } from "./evidence.ts";

it("names the document with its note, and each file", () => {
  expect(evidenceOf({}, [])).toEqual([]);
  expect(
    evidenceOf({ document: "告知函1号", note: "EMS 签收" }, [{ file: "sha256-a", name: "签收.pdf" }]),
  ).toEqual([
    { document: "告知函1号", note: "EMS 签收" },
    { file: "sha256-a", document: "签收.pdf" },
  ]);
  expect(evidenceOf({ note: "口头" }, [])).toEqual([{ note: "口头" }]);
});
