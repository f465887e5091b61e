import { queryOptions } from "@tanstack/react-query";
import { read } from "../../client/api.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";

/** The incidents of a contract, the latest first. Clocks are the server's: they are read again each minute. */
export function contractIncidents(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "incidents"],
    queryFn: async () => {
      const { items } =
        place.side === "agency"
          ? await read(ofContract.incidents.$get({ param: { contractId }, query: {} }))
          : await read(
              ofPartner.incidents.$get({ param: { contractId, agencyId: place.agencyId }, query: {} }),
            );
      return items;
    },
    refetchInterval: 60_000,
  });
}
