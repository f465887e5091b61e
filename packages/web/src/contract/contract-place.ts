import { queryOptions, useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, read, readAll } from "../client/api.ts";
import { Refusal } from "../client/refusal.ts";
import { contractHeads } from "../contracts/contract-lines.ts";
import type { Obligation } from "../obligation/obligation-queries.ts";
import { useSession } from "../session/session.ts";

/** Where the API has a contract: a vendor's address names the agency. */
export type Place =
  | { readonly side: "agency"; readonly contractId: string }
  | { readonly side: "partner"; readonly contractId: string; readonly agencyId: string };

export const ofContract = api.v1.contracts[":contractId"];
export const ofPartner = api.v1.partner.agencies[":agencyId"].contracts[":contractId"];

export type ContractState = InferResponseType<(typeof ofContract)["$get"], 200>;

const noSuch = new Refusal(404, {
  zh: "找不到该合同，或您无权查看。",
  en: "There is no such contract, or it is not for you to see.",
});

/** A contract as its agency has it. */
export function contractState(contractId: string) {
  return queryOptions({
    queryKey: ["contract", contractId, "state"],
    queryFn: () => read(ofContract.$get({ param: { contractId } })),
  });
}

/** A contract's head as either side sees it, the days of its terms, and where the API has it. */
export interface ContractHere {
  readonly head: Pick<
    ContractState["contract"],
    "number" | "name" | "buyerName" | "vendorName" | "total" | "pendingFrom"
  > & {
    /** To the agency alone. */
    readonly status?: ContractState["contract"]["status"];
    readonly phase?: ContractState["phase"];
    readonly deriving?: boolean;
  };
  readonly periods: ContractState["periods"];
  readonly place: Place;
}

/** Head and place of the contract that an address names; a vendor finds those with any agency. */
export function useContract(contractId: string): UseQueryResult<ContractHere> {
  const { side } = useSession();
  const own = useQuery({
    ...contractState(contractId),
    enabled: side === "agency",
    select: ({ contract, phase, periods }): ContractHere => ({
      head: { ...contract, phase },
      periods,
      place: { side: "agency", contractId },
    }),
  });
  const others = useQuery({
    ...contractHeads("partner"),
    enabled: side === "partner",
    select: (heads): ContractHere => {
      const found = heads.find(({ id }) => id === contractId);
      if (found?.agencyId === undefined) throw noSuch;
      const { number, name, other, total, agencyId } = found;
      return {
        head: { number, name, buyerName: other, vendorName: "", total, pendingFrom: null },
        periods: [],
        place: { side: "partner", contractId, agencyId },
      };
    },
  });
  return side === "agency" ? own : others;
}

const isOver = ({ state }: Obligation) => state === "fulfilled" || state === "ended";

/** What is owed under a contract, of both sides; what is fulfilled is asked for by itself. */
export function contractObligations(place: Place, state?: "fulfilled") {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "obligations", state ?? "open"],
    queryFn: async (): Promise<readonly Obligation[]> => {
      const items = await readObligations(place, state === undefined ? {} : { state });
      return state === undefined ? items.filter((item) => !isOver(item)) : items;
    },
  });
}

async function readObligations(place: Place, filter: { readonly state?: "fulfilled" }) {
  const { contractId } = place;
  if (place.side === "agency") {
    const param = { contractId };
    return (await readAll((query) => ofContract.obligations.$get({ param, query: { ...query, ...filter } })))
      .items;
  }
  const { items } = await readAll((query) =>
    api.v1.partner.obligations.$get({ query: { ...query, ...filter } }),
  );
  return items.filter((item) => item.contractId === contractId);
}
