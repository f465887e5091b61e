export type { Contract, ContractState, StoredEvent, StoredObligation, TermsVersion } from "./contract.ts";
