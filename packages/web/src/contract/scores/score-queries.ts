import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { read } from "../../client/api.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";

type Scores = InferResponseType<(typeof ofPartner.scores)["$get"], 200>;
export type ScoreYear = Scores["years"][number];
export type Score = InferResponseType<(typeof ofPartner.scores)[":period"]["$get"], 200> & {
  /** To the agency alone. */
  readonly people?: { readonly proposer: string } | null;
};
export type ScoreItem = Score["items"][number];

/** The years of a contract's score. */
export function contractScores(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "scores"],
    queryFn: (): Promise<Scores> =>
      place.side === "agency"
        ? read(ofContract.scores.$get({ param: { contractId } }))
        : read(ofPartner.scores.$get({ param: { contractId, agencyId: place.agencyId } })),
  });
}

/** One period with its marks, or with what a sheet of it has to cover. */
export function periodScore(place: Place, period: string) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "scores", period],
    queryFn: (): Promise<Score> =>
      place.side === "agency"
        ? read(ofContract.scores[":period"].$get({ param: { contractId, period } }))
        : read(ofPartner.scores[":period"].$get({ param: { contractId, agencyId: place.agencyId, period } })),
  });
}
