import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { read } from "../../client/api.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";

type Detail = InferResponseType<(typeof ofContract.payments)[":of"]["$get"], 200>;
type PartnerPayments = InferResponseType<(typeof ofPartner.payments)["$get"], 200>;
export type Request = Detail["payments"][number];
export type Invoice = InferResponseType<(typeof ofPartner.invoices)["$get"], 200>["items"][number] & {
  /** To the agency alone. */
  readonly submitter?: string;
};

/** A payment as either side sees it; requests, and what could be asked for next, are the agency's own. */
export type Line = Omit<PartnerPayments["items"][number], "balance"> & {
  readonly balance: Omit<Detail["balance"], "movements"> & {
    readonly movements: readonly (PartnerPayments["items"][number]["balance"]["movements"][number] & {
      readonly eventId?: string;
    })[];
  };
  readonly payable: string | undefined;
  readonly setOffs: Detail["setOffs"];
  readonly requests: readonly Request[];
};

export type ContractMoney = Pick<PartnerPayments, "totals" | "overrun"> & {
  readonly lines: readonly Line[];
  readonly deductions: readonly Pick<
    PartnerPayments["deductions"][number],
    "id" | "title" | "clause" | "open"
  >[];
};

/** The money of a contract, each payment with its gates and how it came about. */
export function contractMoney(place: Place) {
  return queryOptions({
    queryKey: ["contract", place.contractId, "payments"],
    queryFn: (): Promise<ContractMoney> =>
      place.side === "agency" ? readAgencyMoney(place.contractId) : readPartnerMoney(place),
  });
}

async function readAgencyMoney(contractId: string): Promise<ContractMoney> {
  const { items, totals, overrun, deductions } = await read(
    ofContract.payments.$get({ param: { contractId } }),
  );
  const lines = await Promise.all(
    items.map(async ({ of }): Promise<Line> => {
      const { payments, ...line } = await read(
        ofContract.payments[":of"].$get({ param: { contractId, of } }),
      );
      return { ...line, requests: payments };
    }),
  );
  return { lines, totals, overrun, deductions };
}

async function readPartnerMoney({ agencyId, contractId }: Extract<Place, { side: "partner" }>) {
  const found = await read(ofPartner.payments.$get({ param: { agencyId, contractId } }));
  const { items, totals, overrun, deductions } = found;
  const none = { payable: undefined, setOffs: [], requests: [] };
  return { lines: items.map((line): Line => ({ ...line, ...none })), totals, overrun, deductions };
}

/** The invoices of a contract, the newest first. */
export function contractInvoices(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "invoices"],
    queryFn: async (): Promise<readonly Invoice[]> => {
      const { items } =
        place.side === "agency"
          ? await read(ofContract.invoices.$get({ param: { contractId } }))
          : await read(ofPartner.invoices.$get({ param: { contractId, agencyId: place.agencyId } }));
      return items;
    },
  });
}
