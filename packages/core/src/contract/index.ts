export type { Article } from "./article-terms.ts";
export {
  type ContractTerms,
  contractTermsSchema,
  contractTermsShape,
  termsSchemaVersion,
} from "./contract-terms.ts";
export type { Bound, MeasureUnit } from "./limit-terms.ts";
export { jsonSchemas } from "./json-schemas.ts";
export { listObligationKeys } from "./list-obligation-keys.ts";
export { extraPayments, knowTerms, missingSubject } from "./known-keys.ts";
export { decimalSchema } from "./decimal.ts";
export { listMeasures, type NamedMeasure } from "./list-measures.ts";
export { listTermKeys } from "./list-term-keys.ts";
export {
  type Gate,
  type LateInterest,
  type LateInvoice,
  type Tranche,
  type TrancheAmount,
} from "./money-terms.ts";
export {
  computedFacts,
  type IncidentClass,
  type IncidentCondition,
  type IncidentFact,
  type IncidentTerms,
} from "./incident-terms.ts";
export type { PenaltyAmount, PenaltyCapAmount, PenaltyRule, Tier } from "./penalty-terms.ts";
export type { PenaltyAnswerTerms } from "./remedy-terms.ts";
export type { PeopleTerms } from "./people-terms.ts";
export type { Counter, RightTerms } from "./right-terms.ts";
export type { ScoreItem, ScoreTerms } from "./score-terms.ts";
export { type Title, titleText } from "./title.ts";
