import * as z from "zod";
import { dateRuleSchema } from "../date-rule/index.ts";
import { keySchema } from "../event/index.ts";
import { articleSchema, referenceSchema } from "./article-terms.ts";
import { findReferenceFaults } from "./find-reference-faults.ts";
import { incidentsSchema } from "./incident-terms.ts";
import { limitSchema } from "./limit-terms.ts";
import {
  accountChangeSchema,
  bondSchema,
  earlyEndSchema,
  lateInterestSchema,
  overrunSchema,
  priceSchema,
  trancheSchema,
} from "./money-terms.ts";
import { copiesSchema, disputeSchema, partySchema, procurementSchema, thirdPartySchema } from "./parties.ts";
import { penaltyBaseSchema, penaltyCapSchema, penaltySchema } from "./penalty-terms.ts";
import { peopleSchema } from "./people-terms.ts";
import { cureSchema, forceMajeureSchema, penaltyAnswerSchema } from "./remedy-terms.ts";
import { rightSchema } from "./right-terms.ts";
import { scoreSchema } from "./score-terms.ts";
import {
  acceptanceSchema,
  deliverableSchema,
  noticeSchema,
  reportSchema,
  secrecySchema,
  serviceSchema,
  serviceTermSchema,
} from "./work-terms.ts";

/** The version of the terms' schema; older ones are read by `upgradeTerms`. */
export const termsSchemaVersion = 1;

/** The terms' shape alone; `contractTermsSchema` also checks that what they refer to is there. */
export const contractTermsShape = z.strictObject({
  schemaVersion: z.literal(termsSchemaVersion),
  number: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(200),
  package: z.string().min(1).max(200).optional(),
  procurement: procurementSchema.optional(),
  parties: z.strictObject({ buyer: partySchema, vendor: partySchema }),
  thirdParties: z.array(thirdPartySchema).max(10).optional(),
  copies: copiesSchema.optional(),
  dispute: disputeSchema.optional(),
  price: priceSchema,
  effect: dateRuleSchema.optional(),
  terms: z.array(serviceTermSchema).min(1).max(20),
  tranches: z.array(trancheSchema).min(1).max(100),
  bond: bondSchema.optional(),
  lateInterest: lateInterestSchema.optional(),
  accountChange: accountChangeSchema.optional(),
  overrun: overrunSchema.optional(),
  earlyEnds: z.array(earlyEndSchema).max(10).optional(),
  services: z.array(serviceSchema).max(200).optional(),
  deliverables: z.array(deliverableSchema).max(200).optional(),
  reports: z.array(reportSchema).max(100).optional(),
  acceptances: z.array(acceptanceSchema).max(20).optional(),
  notices: z.array(noticeSchema).max(50).optional(),
  secrecy: secrecySchema.optional(),
  score: scoreSchema.optional(),
  limits: z.array(limitSchema).max(200).optional(),
  penalties: z.array(penaltySchema).max(200).optional(),
  penaltyBases: z.array(penaltyBaseSchema).max(20).optional(),
  penaltyCaps: z.array(penaltyCapSchema).max(20).optional(),
  articles: z.array(articleSchema).max(200).optional(),
  references: z.array(referenceSchema).max(500).optional(),
  penaltyAnswer: penaltyAnswerSchema.optional(),
  incidents: incidentsSchema.optional(),
  rights: z.array(rightSchema).max(50).optional(),
  people: peopleSchema.optional(),
  cure: cureSchema.optional(),
  forceMajeure: forceMajeureSchema.optional(),
  names: z.record(keySchema, z.string().min(1).max(100)).optional(),
});

/**
 * Terms of a contract 合同条款: the one schema that forms, files, intake and amendments share.
 * Money in yuan with two decimals, dates civil in Asia/Shanghai. `effect` says when the contract
 * takes effect where no `effective` event is recorded; `names` explains the contract's own milestones.
 */
export const contractTermsSchema = contractTermsShape.superRefine((terms, context) => {
  for (const fault of findReferenceFaults(terms)) {
    context.addIssue({ code: "custom", path: fault.path, message: fault.message });
  }
});
export type ContractTerms = z.infer<typeof contractTermsShape>;
