import { civilDateSchema } from "@luyue/core/civil-date";
import { contractTermsSchema } from "@luyue/core/contract";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import { contractIdSchema } from "./contract-id.ts";
import { decideDerivation } from "./decide-derivation.ts";
import { demandReasonFor, describeFailed } from "./demand-checks.ts";
import { demandActiveContract } from "./demand-contract.ts";
import { planAmendment } from "./plan-amendment.ts";

/**
 * A supplement 补充协议 changes the terms from a day on. Earlier versions stay readable, obligations are derived anew, and
 * what has been paid or fulfilled stays as it was. Where a check fails that did not fail before, `despite` says why to go on.
 */
export const amendContract = defineCommand({
  name: "contract.amend",
  input: z.strictObject({
    contractId: contractIdSchema,
    terms: contractTermsSchema,
    from: civilDateSchema,
    reason: z.string().trim().min(1).max(1000),
    despite: z.string().trim().min(1).max(1000).optional(),
  }),
  permission: "contract:write",
  async decide(context, { contractId, despite, ...proposed }) {
    const state = await demandActiveContract(context, contractId);
    const { contract } = state;
    const plan = planAmendment(state, proposed, context);
    demandReasonFor(plan.newlyFailed, despite);
    const derived = decideDerivation(contract, plan.next, context);
    const amended = plan.next.versions.at(-1);
    if (amended === undefined) throw new RangeError("an amendment has a version");
    const { version } = amended;
    const failed =
      plan.newlyFailed.length === 0 ? {} : { failedChecks: describeFailed(plan.newlyFailed), despite };
    return {
      aggregate: derived.aggregate,
      changes: [
        { change: "putTerms", contractId, terms: amended, present: plan.present },
        ...derived.changes,
      ],
      answer: { id: contractId, termsVersion: version, obligations: derived.summary },
      subject: contractId,
      recordBefore: { termsVersion: state.terms.version },
      recordAfter: {
        termsVersion: version,
        from: proposed.from,
        differences: plan.differences.slice(0, mostListed),
        obligations: derived.summary,
        ...failed,
      },
      reason: proposed.reason,
    };
  },
});

/** A line of the record stays small however much an amendment changes; the versions themselves have all of it. */
const mostListed = 100;
