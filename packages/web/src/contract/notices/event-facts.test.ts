import { expect, it } from "vitest";
import { eventFactsOf, splitEvidence } from "./event-facts.ts";

it("says what has happened with its day or its instant, never both", () => {
  expect(eventFactsOf({ kind: "signed", of: undefined }, { on: "2026-05-12" }, [])).toEqual({
    kind: "signed",
    on: "2026-05-12",
  });
  const values = { on: "2026-05-12", at: "2026-05-12T10:00:00+08:00" };
  expect(eventFactsOf({ kind: "requested", of: "emergency" }, values, [])).toEqual({
    kind: "requested",
    of: "emergency",
    at: "2026-05-12T10:00:00+08:00",
  });
});

it("keeps the side, the number and the evidence that were given", () => {
  const values = { on: "2026-05-12", by: "vendor", quantity: "3", document: "告知函1号", note: "EMS 签收" };
  const files = [{ file: "sha256-b", name: "签收.pdf" }];
  expect(
    eventFactsOf({ kind: "breachNoticed", of: undefined }, values, files, [{ file: "sha256-a", note: "旧" }]),
  ).toEqual({
    kind: "breachNoticed",
    on: "2026-05-12",
    by: "vendor",
    quantity: 3,
    evidence: [
      { file: "sha256-a", note: "旧" },
      { document: "告知函1号", note: "EMS 签收" },
      { file: "sha256-b", document: "签收.pdf" },
    ],
  });
});

it("a correction begins with the document that stands there, and keeps the rest", () => {
  const file = { file: "sha256-a", note: "扫描件" };
  expect(splitEvidence([file, { document: "1号" }, { document: "2号" }])).toEqual({
    said: { document: "1号" },
    kept: [file, { document: "2号" }],
  });
  expect(splitEvidence([file])).toEqual({ said: {}, kept: [file] });
});
