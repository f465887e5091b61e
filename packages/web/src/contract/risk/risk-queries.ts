import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { read } from "../../client/api.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";

export type Penalties = InferResponseType<(typeof ofPartner.penalties)["$get"], 200>;
export type Penalty = Penalties["items"][number];
export type Collection = Penalty["collections"][number];
export type Occasion = InferResponseType<
  (typeof ofContract)["penalty-occasions"]["$get"],
  200
>["items"][number];
export type Bonds = InferResponseType<(typeof ofPartner.bonds)["$get"], 200>;
export type Bond = Bonds["items"][number];
export type Rights = InferResponseType<(typeof ofPartner.rights)["$get"], 200>;
export type Right = Rights["items"][number];

/** The penalties of a contract, the newest first, and how far shared caps are used. */
export function contractPenalties(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "penalties"],
    queryFn: (): Promise<Penalties> =>
      place.side === "agency"
        ? read(ofContract.penalties.$get({ param: { contractId }, query: {} }))
        : read(ofPartner.penalties.$get({ param: { contractId, agencyId: place.agencyId }, query: {} })),
  });
}

/** What the record shows that a penalty may be owed for. */
export function penaltyOccasions(contractId: string) {
  return queryOptions({
    queryKey: ["contract", contractId, "occasions"],
    queryFn: async () => (await read(ofContract["penalty-occasions"].$get({ param: { contractId } }))).items,
  });
}

/** The deductions that payments have taken already: what they set off is not revoked any more. */
export function takenDeductions(contractId: string) {
  return queryOptions({
    queryKey: ["contract", contractId, "deductions"],
    queryFn: async (): Promise<readonly string[]> => {
      const { items } = await read(ofContract.deductions.$get({ param: { contractId } }));
      return items.filter(({ taken }) => taken.length > 0).map(({ id }) => id);
    },
  });
}

/** The bonds of a contract, and where its bond stands. */
export function contractBonds(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "bonds"],
    queryFn: (): Promise<Bonds> =>
      place.side === "agency"
        ? read(ofContract.bonds.$get({ param: { contractId } }))
        : read(ofPartner.bonds.$get({ param: { contractId, agencyId: place.agencyId } })),
  });
}

/** The rights that have arisen, what was decided on them, and how far others are. */
export function contractRights(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "rights"],
    queryFn: (): Promise<Rights> =>
      place.side === "agency"
        ? read(ofContract.rights.$get({ param: { contractId } }))
        : read(ofPartner.rights.$get({ param: { contractId, agencyId: place.agencyId } })),
  });
}
