import { describe, expect, it } from "vitest";
import type { Obligation } from "../../obligation/obligation-queries.ts";
import { listPieces, listWorkLines } from "./work-lines.ts";
import { owed, progressRow, submission } from "./sample-work.ts";

const keys = (items: readonly Pick<Obligation, "key">[]) => items.map(({ key }) => key);

describe("the work lines of a contract", () => {
  it("take what is owed and handed in for each row, and for no other whose name begins alike", () => {
    const rows = [progressRow({ key: "scan" }), progressRow({ key: "scan-report", kind: "deliverable" })];
    const obligations = [
      owed({ key: "service.scan.02", dueOn: "2026-07-01" }),
      owed({ key: "service.scan.01" }),
    ];
    const submissions = [submission({ of: "deliverable.scan-report", id: "sub_2" })];
    const [scan, report] = listWorkLines(rows, obligations, submissions);
    expect(keys(scan?.obligations ?? [])).toEqual(["service.scan.01", "service.scan.02"]);
    expect(scan?.inCheck).toEqual([]);
    expect(report?.inCheck.map(({ id }) => id)).toEqual(["sub_2"]);
  });

  it("show each piece by its latest version alone", () => {
    const pieces = listPieces(
      [],
      [
        submission({ id: "sub_3", version: 2, state: "submitted" }),
        submission({ id: "sub_1", version: 1, state: "returned" }),
        submission({ id: "sub_2", piece: 2, state: "returned" }),
      ],
    );
    expect(pieces.inCheck.map(({ id }) => id)).toEqual(["sub_3"]);
    expect(pieces.returned.map(({ id }) => id)).toEqual(["sub_2"]);
  });

  it("know the latest version of a piece whose versions came at one instant, in whichever order", () => {
    const both = [
      submission({ id: "sub_1", version: 1, state: "returned" }),
      submission({ id: "sub_2", version: 2, state: "submitted" }),
    ];
    for (const listed of [both, both.toReversed()]) {
      const pieces = listPieces([], listed);
      expect(pieces.inCheck.map(({ id }) => id)).toEqual(["sub_2"]);
      expect(pieces.returned).toEqual([]);
    }
  });

  it("let nothing be handed in that waits for its check, unless each is a piece of its own", () => {
    const waits = submission({ of: "service.scan" });
    expect(listPieces([owed({ key: "service.scan" })], [waits]).toHandIn).toEqual([]);
    const quota = { unit: "time", count: 6, done: 1, atMost: false, pace: null };
    expect(keys(listPieces([owed({ key: "service.scan", quota })], [waits]).toHandIn)).toEqual([
      "service.scan",
    ]);
    const ongoing = owed({ key: "service.scan", state: "ongoing" });
    expect(keys(listPieces([ongoing], [waits]).toHandIn)).toEqual(["service.scan"]);
  });

  it("offer what has begun and the next that has not, but nothing without a date", () => {
    const series = [
      owed({ key: "service.scan.01", state: "overdue" }),
      owed({ key: "service.scan.02", state: "open" }),
      owed({ key: "service.scan.03", state: "upcoming" }),
      owed({ key: "service.scan.04", state: "upcoming" }),
      owed({ key: "service.other", state: "waiting" }),
    ];
    expect(keys(listPieces(series, []).toHandIn)).toEqual([
      "service.scan.01",
      "service.scan.02",
      "service.scan.03",
    ]);
  });
});
