import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import { findShortfalls, type Submission, workDayOf } from "@luyue/core/deliverable";
import { DomainError, type Fault } from "@luyue/core/error";
import { isBeforeKeyPeriod, type Obligation } from "@luyue/core/obligation";
import * as z from "zod";
import { factsOf } from "../contract/facts-of.ts";
import { obligationsNow } from "../contract/obligations-now.ts";
import { actOf } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { changeSubmission } from "./change-submission.ts";
import { demandSubmission } from "./demand-submission.ts";
import { submissionInput } from "./submission-schemas.ts";

/**
 * What was handed in has been found good by somebody else than who handed it in: it counts. Where it falls short of the terms,
 * the reason for accepting it all the same (`despite`) is demanded and stands on the record.
 */
export const acceptDeliverable = defineCommand({
  name: "deliverable.accept",
  input: submissionInput.extend({ despite: z.string().trim().min(1).max(1000).optional() }),
  permission: "work:check",
  async decide(context, { despite, ...input }) {
    const { state, submission } = await demandSubmission(context, input, "submitted");
    demandOtherHands(submission, context);
    const obligations = obligationsNow(state, context);
    demandInKeyPeriod(submission, obligations, civilDateOf(context.runtime.now()));
    const shortfalls = findShortfalls(submission, {
      terms: state.terms.terms,
      obligations,
      submissions: state.work.submissions,
      events: factsOf(state),
    });
    demandReason(shortfalls, despite);
    const reason = shortfalls.length === 0 ? undefined : despite;
    const decided = { ...actOf(context), ...(reason === undefined ? {} : { despite: reason }) };
    return changeSubmission(state, submission, { ...submission, state: "accepted", decided }, context, {
      reason,
      more: shortfalls.length === 0 ? {} : { shortfalls },
    });
  },
});

function demandOtherHands({ submitted }: Submission, { actor }: CommandContext): void {
  if (submitted.actorId !== actor.id) return;
  throw new DomainError("forbidden", {
    zh: "本人提交的内容须由他人核验",
    en: "what you have handed in yourself is for somebody else to check",
  });
}

/**
 * What was done or accepted before a key period fulfils nothing of it, whatever the reason; the period may have moved since the
 * record came.
 */
function demandInKeyPeriod(
  submission: Submission,
  obligations: readonly Obligation[],
  today: CivilDate,
): void {
  const obligation = obligations.find(({ key }) => key === submission.of);
  if (obligation === undefined) return;
  const { kind, title, opensOn } = obligation;
  const on = kind === "service" ? workDayOf(submission) : today;
  if (!isBeforeKeyPeriod(on, obligation)) return;
  if (kind !== "service") {
    throw new DomainError("conflict", {
      zh: `“${title.zh}”所属重保时期自 ${opensOn} 起，此前不能通过`,
      en: `the key period of “${title.en}” begins on ${opensOn}: it is not accepted before`,
    });
  }
  throw new DomainError("conflict", {
    zh: `“${title.zh}”现自 ${opensOn} 起，${on} 的服务不计入，请退回`,
    en: `“${title.en}” now begins on ${opensOn}: the service of ${on} does not count, return its record`,
  });
}

function demandReason(shortfalls: readonly Fault[], despite: string | undefined): void {
  if (shortfalls.length === 0 || despite !== undefined) return;
  const many = shortfalls.length;
  throw new DomainError(
    "conflict",
    {
      zh: `有${many}处不符合约定：请退回，或说明为何仍予通过（despite）`,
      en: `it falls short of the terms in ${many === 1 ? "one place" : `${many} places`}: return it, or say in \`despite\` why to accept it`,
    },
    shortfalls,
  );
}
