import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { read } from "../../client/api.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";
import type { FindingsSearch } from "./findings-search.ts";

type FindingsPage = InferResponseType<(typeof ofContract.findings)["$get"], 200>;
export type Finding = FindingsPage["items"][number];
export type FindingsSummary = InferResponseType<(typeof ofContract.findings.summary)["$get"], 200>;
export type Counts = FindingsSummary["total"];
export type Unit = InferResponseType<(typeof ofContract.units)["$get"], 200>["items"][number];
export type HandOut = InferResponseType<(typeof ofContract.findings.import)["$post"], 200>;

/** As many as can take a step together. */
const mostTogether = 40;

export function findingsSummary(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "findings", "summary"],
    queryFn: (): Promise<FindingsSummary> =>
      place.side === "agency"
        ? read(ofContract.findings.summary.$get({ param: { contractId } }))
        : read(ofPartner.findings.summary.$get({ param: { contractId, agencyId: place.agencyId } })),
  });
}

/** The filters as the API takes them. */
export function filterOf({ state, severity, unit, late }: FindingsSearch) {
  return {
    ...(state === undefined ? {} : { state }),
    ...(severity === undefined ? {} : { severity }),
    ...(unit === undefined ? {} : { unitId: unit }),
    ...(late === true ? { overdue: "true" as const } : {}),
  };
}

const writingMs = 2000;

/** A page of the findings that an address asks for; asked for again while some of a hand-out is still being written. */
export function findingsPage(place: Place, search: FindingsSearch) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "findings", search],
    queryFn: (): Promise<FindingsPage> => {
      const { after } = search;
      const query = {
        ...filterOf(search),
        limit: String(mostTogether),
        ...(after === undefined ? {} : { cursor: after }),
      };
      return place.side === "agency"
        ? read(ofContract.findings.$get({ param: { contractId }, query }))
        : read(ofPartner.findings.$get({ param: { contractId, agencyId: place.agencyId }, query }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.deriving === true ? writingMs : false),
  });
}

/** The units with their people, who are the agency's to see. */
export function contractUnits(contractId: string) {
  return queryOptions({
    queryKey: ["contract", contractId, "units"],
    queryFn: async () => (await read(ofContract.units.$get({ param: { contractId } }))).items,
  });
}
