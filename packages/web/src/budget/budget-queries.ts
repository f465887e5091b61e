import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, read } from "../client/api.ts";
import { ofContract } from "../contract/contract-place.ts";

export type Budget = InferResponseType<(typeof api)["v1"]["budget"]["$get"], 200>;
export type Needs = Budget["needs"];
export type Figures = Budget["total"];

/** The agency's budget of all years: by fiscal year and contract, and what is needed next. */
export const budgetQuery = queryOptions({
  queryKey: ["budget"],
  queryFn: () => read(api.v1.budget.$get({ query: {} })),
});

/** The payments that a contract's figures are made of. */
export function budgetPayments(contractId: string) {
  return queryOptions({
    queryKey: ["contract", contractId, "budget-payments"],
    queryFn: async () => (await read(ofContract.payments.$get({ param: { contractId } }))).items,
  });
}
