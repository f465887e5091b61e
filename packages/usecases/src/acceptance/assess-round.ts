import * as z from "zod";
import { demandEvidence } from "../file/index.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { roundInput } from "./acceptance-schemas.ts";
import { changeRound } from "./change-round.ts";
import { demandOpenRound } from "./demand-round.ts";
import { acceptorSchema, findAcceptors } from "./find-acceptors.ts";
import { judgeCriteria, resultSchema } from "./judge-criteria.ts";
import { measureFactsOf, readCriteria } from "./read-criteria.ts";

/** A round is one item: with an application, twenty signatures and a conclusion there is room for so much. */
const mostCharacters = 40_000;

/**
 * The result of the review 评定: every criterion with what was found, and who has to sign (all members with the role of an
 * acceptor, unless others are named). Assessing again replaces the results and asks for all signatures anew.
 */
export const assessRound = defineCommand({
  name: "acceptance.assess",
  input: roundInput.extend({
    results: z
      .array(resultSchema)
      .max(50)
      .refine((results) => JSON.stringify(results).length <= mostCharacters, {
        message: `评定内容合计不超过${mostCharacters}字，详情请作为文件上传 / at most ${mostCharacters} characters together: upload what is longer as a file`,
      }),
    acceptors: z.array(acceptorSchema).min(1).max(20).optional(),
  }),
  permission: "acceptance:review",
  async decide(context, { results: given, acceptors: named, ...ids }) {
    const { state, round } = await demandOpenRound(context, ids);
    const criteria = readCriteria(state, round.of, measureFactsOf(state, context));
    const results = judgeCriteria(criteria, given);
    for (const [at, { evidence = [] }] of given.entries()) {
      await demandEvidence(evidence, context, `/results/${at}/evidence`);
    }
    const acceptors = await findAcceptors(named, context);
    const assessment = { ...actOf(context), results, acceptors, signatures: [] };
    return changeRound(state, round, { ...round, assessment }, context);
  },
});
