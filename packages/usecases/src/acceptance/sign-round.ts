import type { Acceptor, Assessment } from "@luyue/core/acceptance";
import { DomainError } from "@luyue/core/error";
import { type Evidence, evidenceListOf } from "@luyue/core/event";
import * as z from "zod";
import { demandEvidence } from "../file/index.ts";
import { actOf } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import { roundInput } from "./acceptance-schemas.ts";
import { changeRound } from "./change-round.ts";
import { demandOpenRound } from "./demand-round.ts";

/**
 * An acceptor signs the assessment 签字, or disagrees and says why. A member signs for themself alone; for an expert from
 * outside, who has no account here, a contract manager records the paper that they signed.
 */
export const signRound = defineCommand({
  name: "acceptance.sign",
  input: roundInput.extend({
    agrees: z.boolean(),
    note: z.string().trim().min(1).max(1000).optional(),
    acceptor: z.string().min(1).max(60).optional(),
    evidence: evidenceListOf(1000).optional(),
  }),
  permission: "acceptance:sign",
  async decide(context, { agrees, note, acceptor: key, evidence = [], ...ids }) {
    const { state, round } = await demandOpenRound(context, ids);
    const { assessment } = round;
    if (assessment === undefined) throw notAssessed();
    const acceptor = key === undefined ? findOwn(assessment, context) : findNamed(assessment, key, context);
    demandUnsigned(assessment, acceptor);
    if (acceptor.memberId === undefined) demandPaper(evidence);
    if (!agrees && note === undefined) {
      throw invalidAt("/note", { zh: "不同意须说明理由", en: "whoever disagrees says why" });
    }
    await demandEvidence(evidence, context);
    const said = note === undefined ? {} : { note };
    const signature = { ...actOf(context), acceptor: acceptor.key, agrees, ...said, evidence };
    const signatures = [...assessment.signatures, signature];
    return changeRound(state, round, { ...round, assessment: { ...assessment, signatures } }, context);
  },
});

export function notAssessed(): DomainError {
  return new DomainError("conflict", {
    zh: "尚未评定，请先逐项评定（acceptance.assess）",
    en: "it has not been assessed: assess it first (acceptance.assess)",
  });
}

function findOwn({ acceptors }: Assessment, { actor }: CommandContext): Acceptor {
  const own = acceptors.find(({ memberId }) => memberId === actor.id);
  if (own !== undefined) return own;
  throw new DomainError("forbidden", {
    zh: `您不是本轮的验收人员（${acceptors.map(({ name }) => name).join("、")}）`,
    en: `you are not among the acceptors of this round (${acceptors.map(({ name }) => name).join(", ")})`,
  });
}

function findNamed({ acceptors }: Assessment, key: string, { actor }: CommandContext): Acceptor {
  const found = acceptors.find((each) => each.key === key);
  if (found === undefined) {
    throw invalidAt("/acceptor", { zh: "本轮没有该验收人员", en: "this round has no such acceptor" });
  }
  if (found.memberId === actor.id) return found;
  const manager = actor.kind === "member" && actor.roles.includes("contractManager");
  if (found.memberId === undefined && manager) return found;
  throw new DomainError(
    "forbidden",
    found.memberId === undefined
      ? {
          zh: `${found.name}为外部专家，其签字由合同经办人登记`,
          en: `${found.name} is an expert from outside: a contract manager records that signature`,
        }
      : { zh: `须由${found.name}本人签字`, en: `only ${found.name} signs for themself` },
  );
}

function demandUnsigned({ signatures }: Assessment, { key, name }: Acceptor): void {
  const signed = signatures.find(({ acceptor }) => acceptor === key);
  if (signed === undefined) return;
  throw new DomainError("conflict", { zh: `${name}已签字`, en: `${name} has signed already` });
}

function demandPaper(evidence: readonly Evidence[]): void {
  if (evidence.some(({ file, document }) => file !== undefined || document !== undefined)) return;
  throw invalidAt("/evidence", {
    zh: "须附专家签字件的文件或文号",
    en: "name the file or the number of the paper that the expert signed",
  });
}
