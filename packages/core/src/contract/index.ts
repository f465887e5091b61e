export {
  type ContractTerms,
  contractTermsSchema,
  contractTermsShape,
  termsSchemaVersion,
} from "./contract-terms.ts";
export { jsonSchemas } from "./json-schemas.ts";
export { listObligationKeys } from "./list-obligation-keys.ts";
export { listTermKeys } from "./list-term-keys.ts";
export { type Gate, type Tranche, type TrancheAmount } from "./money-terms.ts";
export { type Title, titleText } from "./title.ts";
