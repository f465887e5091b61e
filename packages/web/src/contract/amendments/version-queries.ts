import { queryOptions } from "@tanstack/react-query";
import { type ContractTerms, contractTermsSchema } from "@luyue/core/contract";
import type { InferResponseType } from "hono/client";
import { read } from "../../client/api.ts";
import { ofContract } from "../contract-place.ts";

type Listed = InferResponseType<(typeof ofContract.terms)["$get"], 200>["items"][number];

/** A version of the terms: the contract as it was signed, or what a supplement made of it. */
export interface Version extends Pick<Listed, "version" | "from" | "reason" | "at"> {
  readonly terms: ContractTerms;
}

export type AmendmentPreview = InferResponseType<(typeof ofContract.amendments.preview)["$post"], 200>;
export type Difference = AmendmentPreview["differences"][number];

/** Every version of the terms, the first one first. */
export function contractVersions(contractId: string) {
  return queryOptions({
    queryKey: ["contract", contractId, "versions"],
    queryFn: async (): Promise<readonly Version[]> => {
      const { items } = await read(ofContract.terms.$get({ param: { contractId } }));
      return items.map(({ terms, ...version }) => ({ ...version, terms: contractTermsSchema.parse(terms) }));
    },
  });
}
