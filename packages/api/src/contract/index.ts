export {
  agencyIdSchema,
  contractParams,
  partnerContractParams,
  partnerContractPath,
} from "./contract-definitions.ts";
export { contractRoutes } from "./contract-routes.ts";
export {
  contractView,
  derivationView,
  effectView,
  termsBody,
  viewContract,
  viewEffect,
} from "./contract-view.ts";
