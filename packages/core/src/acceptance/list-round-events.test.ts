import { describe, expect, it } from "vitest";
import type { AcceptanceRound } from "./acceptance-round.ts";
import { listRoundEvents } from "./list-round-events.ts";
import { sampleRounds } from "./sample-rounds.ts";

const idsOf = (state: AcceptanceRound["state"], reopened?: number) =>
  sampleRounds(state).flatMap((round) =>
    listRoundEvents(reopened === undefined ? round : { ...round, reopened }).map(({ id }) => id),
  );

describe("the events of a round", () => {
  it("are its application and the word that settled it; none where it was taken back", () => {
    expect(idsOf("applied")).toEqual(["rnd_1"]);
    expect(idsOf("objected")).toEqual(["rnd_1", "rnd_1_objected"]);
    expect(idsOf("passed")).toEqual(["rnd_1", "rnd_1_passed"]);
    expect(idsOf("withdrawn")).toEqual([]);
  });

  it("are others after a word that was made in error, of one application", () => {
    expect(idsOf("applied", 1)).toEqual(["rnd_1"]);
    expect(idsOf("objected", 1)).toEqual(["rnd_1", "rnd_1_objected_2"]);
    expect(idsOf("failed", 2)).toEqual(["rnd_1", "rnd_1_failed_3"]);
  });
});
