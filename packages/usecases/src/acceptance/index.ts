export { applyAcceptance } from "./apply-acceptance.ts";
export { assessRound } from "./assess-round.ts";
export { concludeRound } from "./conclude-round.ts";
export { objectAcceptance } from "./object-acceptance.ts";
export {
  type AcceptanceReport,
  type AcceptanceRead,
  type ContractAcceptances,
  demandAcceptance,
  readAcceptances,
  readReport,
} from "./read-acceptances.ts";
export { reopenRound } from "./reopen-round.ts";
export { signRound } from "./sign-round.ts";
export { statePosition } from "./state-position.ts";
export { withdrawApplication } from "./withdraw-application.ts";
