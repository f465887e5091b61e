import { describe, expect, it } from "vitest";
import { findFaults } from "./checks/find-faults.ts";
import { missing, places, type PlaceName, synthesisOf } from "./synth/places.ts";

const names: readonly PlaceName[] = ["personal", "production", "china"];

describe.skipIf(missing !== undefined)("what is laid out", () => {
  it.each(names)(
    "for %s may be deployed",
    async (name) => {
      const synthesis = await synthesisOf(name);
      expect(findFaults(synthesis, places[name])).toEqual([]);
    },
    60_000,
  );
});
