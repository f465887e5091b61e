import { instantAt } from "@luyue/core/civil-date";
import { dueOfPiece, type HandedInFile, type Submission } from "@luyue/core/deliverable";
import { DomainError } from "@luyue/core/error";
import type { Obligation } from "@luyue/core/obligation";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { demandFiles } from "../file/demand-files.ts";
import { actOf } from "../runtime/act.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { answerOf } from "./change-submission.ts";
import { demandSubmittable } from "./demand-submittable.ts";
import { findSubmissionFaults, readQuantity } from "./find-submission-faults.ts";
import { placeOf } from "./place-submission.ts";
import { submittedSchema, type SubmittedFacts } from "./submission-schemas.ts";

/**
 * Hands in 提交 a deliverable, a report, a rectification plan or the record of a service, with its files: the vendor's people
 * for now, the agency's own from paper for the day on which it came (`submittedOn`). What stands alone or is one of a series
 * takes one piece, whose versions follow each other; a quota, and what goes on or is done on demand, any number of them:
 * `replaces` says which piece a new version continues.
 */
export const submitDeliverable = defineCommand({
  name: "deliverable.submit",
  input: submittedSchema,
  permission: "work:submit",
  async decide(context, { contractId, ...facts }) {
    const state = await demandRunningContract(context, contractId);
    const obligation = demandSubmittable(facts.of, state, context);
    const place = placeOf(obligation, facts.replaces, state.work.submissions);
    const faults = findSubmissionFaults(facts, obligation, place.before, context);
    if (faults.length > 0) {
      throw new DomainError("invalid", { zh: "提交有误", en: "the submission is not valid" }, faults);
    }
    const files = await readFiles(facts.files, context);
    const submission = submissionOf(facts, obligation, place, files, context);
    const { id } = submission;
    const { dueOn = null, dueAt = null } = dueOfPiece(obligation);
    return decideEntry(state, { kind: "submission", id, submission }, context, {
      answer: { ...answerOf(submission), submittedAt: submission.submittedAt, dueOn, dueAt },
      subject: id,
      after: { submission },
    });
  },
});

function submissionOf(
  facts: SubmittedFacts,
  obligation: Obligation,
  { piece, version }: { readonly piece: number; readonly version: number },
  files: readonly HandedInFile[],
  context: CommandContext,
): Submission {
  const { of, note, performedOn, performedThrough, people, submittedOn } = facts;
  const { actor, runtime } = context;
  return {
    id: runtime.newId("sub"),
    of,
    piece,
    version,
    quantity: readQuantity(facts, obligation),
    files,
    ...(note === undefined ? {} : { note }),
    ...(performedOn === undefined ? {} : { performedOn }),
    ...(performedThrough === undefined ? {} : { performedThrough }),
    ...(people === undefined ? {} : { people }),
    submittedAt: submittedOn === undefined ? runtime.now() : instantAt(submittedOn, "00:00"),
    submitted: { ...actOf(context), side: actor.kind === "partner" ? "vendor" : "buyer" },
    state: "submitted",
  };
}

/** The files with what is on file of their content: a name is the sender's word, type and size are not. */
async function readFiles(
  named: SubmittedFacts["files"],
  context: CommandContext,
): Promise<readonly HandedInFile[]> {
  const known = await demandFiles(
    named.map(({ file }) => file),
    context,
    "/files",
  );
  return named.flatMap(({ file, name }) => {
    const stored = known.get(file);
    return stored === undefined ? [] : [{ file, name, contentType: stored.contentType, bytes: stored.bytes }];
  });
}
