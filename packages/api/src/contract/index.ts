export {
  agencyIdSchema,
  contractParams,
  partnerContractParams,
  partnerContractPath,
} from "./contract-definitions.ts";
export { contractRoutes } from "./contract-routes.ts";
export { contractView, derivationView, termsBody, viewContract } from "./contract-view.ts";
