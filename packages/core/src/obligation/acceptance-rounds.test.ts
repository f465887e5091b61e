import { describe, expect, it } from "vitest";
import type { ContractEvent, EventKind } from "../event/index.ts";
import { findApplication, isRectifying, listRounds } from "./acceptance-rounds.ts";
import { createEventLog } from "./event-log.ts";

const kinds: Readonly<Record<string, EventKind>> = {
  apply: "acceptanceApplied",
  object: "acceptanceObjected",
  fail: "acceptanceFailed",
  pass: "acceptancePassed",
};

/** Events written `apply 1`, `object 3T09:00`: a kind and a day of June 2026, named by their place. */
function log(...written: string[]) {
  return createEventLog(
    written.map((text, index): ContractEvent => {
      const [kind = "", when = ""] = text.split(" ");
      const [day = "", time] = when.split("T");
      const on = `2026-06-${day.padStart(2, "0")}`;
      const moment = time === undefined ? { on } : { at: `${on}T${time}:00+08:00` };
      return { id: `${kind}${index + 1}`, kind: kinds[kind] ?? "signed", of: "final", ...moment };
    }),
  );
}

const rounds = (...written: string[]) =>
  listRounds(log(...written), "final").map(
    ({ application, answer }) => `${application.id} ${answer?.id ?? "open"}`,
  );
const rectifying = (rectifications: number | undefined, ...written: string[]) =>
  isRectifying(
    { key: "final", ...(rectifications === undefined ? {} : { rectifications }) },
    log(...written),
  );
const current = (...written: string[]) => findApplication(log(...written), "final")?.id;

describe("the rounds of an acceptance", () => {
  it.each([
    [[], []],
    [["apply 1"], ["apply1 open"]],
    [["apply 1", "object 3"], ["apply1 object2"]],
    [
      ["apply 1", "object 3", "apply 10"],
      ["apply1 object2", "apply3 open"],
    ],
    [
      ["apply 1", "object 3", "apply 10", "fail 12", "apply 20", "pass 22"],
      ["apply1 object2", "apply3 fail4", "apply5 pass6"],
    ],
    // A second application before the buyer's word: one word settles both.
    [
      ["apply 1", "apply 5", "object 8"],
      ["apply1 object3", "apply2 object3"],
    ],
    // Objected and applied again on the same day.
    [
      ["apply 1", "object 3", "apply 3"],
      ["apply1 object2", "apply3 open"],
    ],
    [["apply 3", "object 3"], ["apply1 object2"]],
    [
      ["apply 3T15:00", "object 3T10:00", "apply 3T09:00"],
      ["apply3 object2", "apply1 open"],
    ],
    // A word before any application settles nothing.
    [["object 1", "apply 3"], ["apply2 open"]],
  ])("%j: %j", (events, expected) => {
    expect(rounds(...events)).toEqual(expected);
  });

  it.each([
    [[], undefined],
    [["apply 1"], "apply1"],
    [["apply 1", "object 3"], undefined],
    [["apply 1", "fail 3"], undefined],
    [["apply 1", "object 3", "apply 10"], "apply3"],
    [["apply 1", "object 3", "apply 10", "pass 12"], "apply3"],
    [["apply 1", "apply 5"], "apply1"],
  ])("after %j the buyer decides on %s", (events, application) => {
    expect(current(...events)).toBe(application);
  });

  it.each([
    [undefined, [], false],
    [undefined, ["apply 1"], false],
    [undefined, ["apply 1", "object 3"], true],
    [undefined, ["apply 1", "object 3", "apply 10"], false],
    [undefined, ["apply 1", "object 3", "apply 10", "fail 12"], true],
    [undefined, ["apply 1", "pass 3"], false],
    [0, ["apply 1", "fail 3"], false],
    [0, ["apply 1", "object 3"], true],
    [1, ["apply 1", "fail 3"], true],
    [1, ["apply 1", "object 3", "apply 5", "fail 6"], true],
    [1, ["apply 1", "fail 3", "apply 5", "fail 6"], false],
  ])("with %s rectifications allowed, after %j the vendor rectifies: %s", (allowed, events, expected) => {
    expect(rectifying(allowed, ...events)).toBe(expected);
  });

  it("are about their own acceptance", () => {
    expect(listRounds(log("apply 1"), "midterm")).toEqual([]);
  });
});
