export { activateContract } from "./activate-contract.ts";
export { amendContract } from "./amend-contract.ts";
export type {
  Contract,
  ContractState,
  ContractStatus,
  StoredEvent,
  StoredObligation,
  TermsVersion,
} from "./contract.ts";
export { closeContract, reopenContract } from "./close-contract.ts";
export { endContract, resumeContract } from "./end-contract.ts";
export { withdrawAmendment } from "./withdraw-amendment.ts";
export { contractStatusSchema } from "./contract.ts";
export { checkTerms } from "./demand-checks.ts";
export { type AmendmentPlan, planAmendment } from "./plan-amendment.ts";
export { type Effect, listEffects } from "./list-effects.ts";
export { contractIdSchema } from "./contract-id.ts";
export { factsOf } from "./facts-of.ts";
export { draftContract, editDraft } from "./draft-contract.ts";
export { refreshAllContracts, refreshContract } from "./refresh-contract.ts";
