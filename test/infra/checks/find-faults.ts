import type { Place } from "../synth/mocks.ts";
import type { Synthesis } from "../synth/synthesis.ts";
import { checkData } from "./check-data.ts";
import { checkFunctions } from "./check-functions.ts";
import { checkPolicies } from "./check-policies.ts";
import { checkSurroundings } from "./check-surroundings.ts";

/** All that is not as it has to be in a stage that was laid out; none where it may be deployed. */
export function findFaults(synthesis: Synthesis, place: Place): readonly string[] {
  return [
    ...checkData(synthesis, place),
    ...checkFunctions(synthesis, place),
    ...checkPolicies(synthesis),
    ...checkSurroundings(synthesis, place),
  ];
}
