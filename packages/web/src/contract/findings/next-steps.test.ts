import { describe, expect, it } from "vitest";
import type { Finding } from "./finding-queries.ts";
import { isOwnAnswer, listSteps, type Reader } from "./next-steps.ts";

type Facts = Pick<Finding, "state" | "steps" | "unit">;

const finding = (state: Finding["state"], side: "buyer" | "vendor", answeredBy?: string): Facts => ({
  state,
  unit: { id: "unt_1", name: "单位", side },
  steps:
    answeredBy === undefined
      ? []
      : [
          {
            step: "answered",
            actorId: answeredBy,
            name: answeredBy,
            at: "2026-05-12T09:00:00+08:00",
            side,
            note: "已整改",
            evidence: [],
            moved: null,
          },
        ],
});
const reader = (side: Reader["side"], may: Reader["may"] = () => true): Reader => ({ id: "me", side, may });
const vendorMay: Reader["may"] = (permission) =>
  permission === "finding:answer" || permission === "finding:retest";

describe("what may be done about a finding", () => {
  it("follows on its state", () => {
    const stepsOn = (state: Finding["state"]) =>
      listSteps(finding(state, "vendor", "other"), reader("buyer"));
    expect(stepsOn("open")).toEqual(["answer", "extend", "withdraw"]);
    expect(stepsOn("answered")).toEqual(["approve", "return", "extend", "withdraw"]);
    expect(stepsOn("approved")).toEqual(["retest", "extend", "withdraw"]);
    expect(stepsOn("closed")).toEqual(["reopen"]);
    expect(stepsOn("withdrawn")).toEqual([]);
  });

  it("is decided by others than who answered last", () => {
    const [mine, theirs] = [finding("answered", "vendor", "me"), finding("answered", "vendor", "other")];
    expect([isOwnAnswer(mine, { id: "me" }), isOwnAnswer(theirs, { id: "me" })]).toEqual([true, false]);
    expect(listSteps(mine, reader("buyer"))).toEqual(["extend", "withdraw"]);
    expect(listSteps(finding("approved", "vendor", "me"), reader("buyer"))).toEqual(["extend", "withdraw"]);
  });

  it("is for a vendor to answer for its own units, and to re-test those of the agency", () => {
    const of = (state: Finding["state"], side: "buyer" | "vendor") =>
      listSteps(finding(state, side, "other"), reader("vendor", vendorMay));
    expect([of("open", "vendor"), of("open", "buyer")]).toEqual([["answer"], []]);
    expect([of("approved", "vendor"), of("approved", "buyer")]).toEqual([[], ["retest"]]);
    expect(of("answered", "vendor")).toEqual([]);
  });

  it("is nothing for whoever may do nothing", () => {
    expect(
      listSteps(
        finding("open", "buyer"),
        reader("buyer", () => false),
      ),
    ).toEqual([]);
  });
});
