import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { read } from "../../client/api.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";

type Incidents = InferResponseType<(typeof ofPartner.incidents)["$get"], 200>;
export type Incident = Incidents["items"][number];
export type Clock = Incident["clocks"][number];
/** What the contract asks of those who report an incident. */
export type Asked = Incidents["asked"];

/** The incidents of a contract, the latest first. Clocks are the server's: they are read again each minute. */
export function contractIncidents(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "incidents"],
    queryFn: (): Promise<Incidents> =>
      place.side === "agency"
        ? read(ofContract.incidents.$get({ param: { contractId }, query: {} }))
        : read(ofPartner.incidents.$get({ param: { contractId, agencyId: place.agencyId }, query: {} })),
    refetchInterval: 60_000,
  });
}
