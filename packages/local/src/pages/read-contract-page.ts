import type { ApiReader, ObligationView } from "./api-reader.ts";
import type { ContractHead } from "./contract-page.tsx";
import type { CheckView } from "./money-views.ts";
import type { Person } from "./person.ts";
import { readAgencyMoney, readPartnerMoney } from "./read-money.ts";

type PartnerHead = ContractHead & { readonly agencyId: string };

/** A contract as the person may see it: an agency its own, a vendor those with any agency. */
export async function readContractPage(api: ApiReader, person: Person, id: string) {
  return person.side === "partner" ? readForPartner(api, id) : readForAgency(api, id);
}

/** Where the API has the contract for this person: a vendor's address names the agency. */
export async function findContractBase(
  api: ApiReader,
  person: Person,
  id: string,
): Promise<string | undefined> {
  if (person.side === "agency") return `/v1/contracts/${id}`;
  const head = await findPartnerHead(api, id);
  return head === undefined ? undefined : partnerBase(head);
}

async function readForAgency(api: ApiReader, id: string) {
  const base = `/v1/contracts/${id}`;
  const found = await api.get<{ contract: ContractHead }>(base);
  if (found === undefined) return undefined;
  const [items, money, checks] = await Promise.all([
    api.list<ObligationView>(`${base}/obligations`),
    readAgencyMoney(api, base),
    api.get<{ items: readonly CheckView[] }>(`${base}/checks`),
  ]);
  return { contract: found.contract, items, money, checks: checks?.items ?? [] };
}

async function readForPartner(api: ApiReader, id: string) {
  const head = await findPartnerHead(api, id);
  if (head === undefined) return undefined;
  const [obligations, money] = await Promise.all([
    api.list<ObligationView>("/v1/partner/obligations"),
    readPartnerMoney(api, partnerBase(head)),
  ]);
  const items = obligations.filter(({ contractId }) => contractId === id);
  return { contract: head, items, money, checks: undefined };
}

async function findPartnerHead(api: ApiReader, id: string): Promise<PartnerHead | undefined> {
  const heads = await api.list<PartnerHead>("/v1/partner/contracts");
  return heads.find((head) => head.id === id);
}

function partnerBase({ agencyId, id }: PartnerHead): string {
  return `/v1/partner/agencies/${agencyId}/contracts/${id}`;
}
