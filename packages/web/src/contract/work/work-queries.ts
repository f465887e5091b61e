import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { read } from "../../client/api.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";

export type ProgressRow = InferResponseType<(typeof ofPartner.progress)["$get"], 200>["items"][number];
/** Something handed in; the agency sees by whom, and why it was accepted although it fell short. */
export type Submission = InferResponseType<(typeof ofPartner.submissions)["$get"], 200>["items"][number] & {
  readonly submitter?: string;
  readonly despite?: string | null;
};
export type Acceptance = InferResponseType<(typeof ofPartner.acceptances)["$get"], 200>["items"][number];
export type Round = Acceptance["rounds"][number];

/** How far each part of the work is. */
export function contractProgress(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "progress"],
    queryFn: async (): Promise<readonly ProgressRow[]> =>
      place.side === "agency"
        ? (await read(ofContract.progress.$get({ param: { contractId } }))).items
        : (await read(ofPartner.progress.$get({ param: { contractId, agencyId: place.agencyId } }))).items,
  });
}

/** What was handed in, the newest first. */
export function contractSubmissions(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "submissions"],
    queryFn: async (): Promise<readonly Submission[]> =>
      place.side === "agency"
        ? (await read(ofContract.submissions.$get({ param: { contractId }, query: {} }))).items
        : (
            await read(
              ofPartner.submissions.$get({ param: { contractId, agencyId: place.agencyId }, query: {} }),
            )
          ).items,
  });
}

export function contractAcceptances(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "acceptances"],
    queryFn: async (): Promise<readonly Acceptance[]> =>
      place.side === "agency"
        ? (await read(ofContract.acceptances.$get({ param: { contractId } }))).items
        : (await read(ofPartner.acceptances.$get({ param: { contractId, agencyId: place.agencyId } }))).items,
  });
}

/** Where a file of the contract is fetched from. */
export function fileAddress(
  place: Place,
  { file, name }: { readonly file: string; readonly name: string },
): string {
  const query = `?name=${encodeURIComponent(name)}`;
  return place.side === "agency"
    ? `/v1/files/${file}${query}`
    : `/v1/partner/agencies/${place.agencyId}/contracts/${place.contractId}/files/${file}${query}`;
}

/** The report of a round, to be printed. */
export function reportAddress(place: Place, roundId: string): string {
  const path = `acceptance-rounds/${roundId}/report`;
  return place.side === "agency"
    ? `/v1/contracts/${place.contractId}/${path}`
    : `/v1/partner/agencies/${place.agencyId}/contracts/${place.contractId}/${path}`;
}
