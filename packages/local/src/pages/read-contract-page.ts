import type { ApiReader } from "./api-reader.ts";
import type { ContractHead } from "./contract-heading.tsx";
import type { Person } from "./person.ts";

type PartnerHead = ContractHead & { readonly agencyId: string };

/** A contract as a person may see it, and where the API has it for them: a vendor's address names the agency. */
export interface FoundContract {
  readonly contract: ContractHead;
  readonly base: string;
}

/** An agency finds its own contracts, a vendor those with any agency. */
export async function findContract(
  api: ApiReader,
  person: Person,
  id: string,
): Promise<FoundContract | undefined> {
  if (person.side === "agency") {
    const base = `/v1/contracts/${id}`;
    const found = await api.get<{ contract: ContractHead }>(base);
    return found === undefined ? undefined : { contract: found.contract, base };
  }
  const heads = await api.list<PartnerHead>("/v1/partner/contracts");
  const contract = heads.find((head) => head.id === id);
  if (contract === undefined) return undefined;
  return { contract, base: `/v1/partner/agencies/${contract.agencyId}/contracts/${id}` };
}
