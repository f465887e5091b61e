import { useQuery } from "@tanstack/react-query";
import { useSession } from "../../session/session.ts";
import { contractState, type ContractState, type Place } from "../contract-place.ts";

/** How a contract stands, for what may still be done under it; a vendor sees those that run. */
export function useContractStatus(place: Place): ContractState["contract"]["status"] | undefined {
  const { side } = useSession();
  const { data } = useQuery({ ...contractState(place.contractId), enabled: side === "agency" });
  return side === "partner" ? "active" : data?.contract.status;
}
