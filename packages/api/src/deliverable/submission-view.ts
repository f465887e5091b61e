import { dueOfPiece, type HandedInFile, type Submission } from "@luyue/core/deliverable";
import { sideSchema } from "@luyue/core/party";
import type { ListedSubmission } from "@luyue/usecases/deliverable";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";

export const submissionStateSchema = z.enum(["submitted", "accepted", "returned", "withdrawn"]);

const placeView = {
  id: z.string(),
  of: z.string().meta({ description: "the obligation that it is handed in for, by its key" }),
  piece: z.int().meta({ description: "which one of several, from 1" }),
  version: z.int().meta({ description: "grows each time a piece is handed in again" }),
  quantity: z.int().meta({ description: "what it counts towards a quota, in the quota's unit" }),
  state: submissionStateSchema,
};
const dueView = {
  dueOn: z
    .string()
    .nullable()
    .meta({ description: "civil date; null where pieces of it have no day of their own" }),
  dueAt: z.string().nullable(),
};

export const submissionAnswer = z.object(placeView);
export const submittedAnswer = submissionAnswer.extend({ submittedAt: z.string(), ...dueView });

const fileView = z.object({ file: z.string(), name: z.string(), contentType: z.string(), bytes: z.int() });

/** A submission as both sides see it. */
export const submissionView = nameSchema(
  "Submission",
  z.object({
    ...placeView,
    title: textView.nullable(),
    files: listOf(fileView),
    note: z.string().nullable(),
    performedOn: z.string().nullable().meta({ description: "first day of a service" }),
    performedThrough: z.string().nullable().meta({ description: "last day of a service, if another" }),
    people: z.int().nullable().meta({ description: "head-count of a service" }),
    submittedAt: z
      .string()
      .meta({ description: "the instant that counts; the beginning of its day for what came on paper" }),
    submittedBy: sideSchema,
    decidedAt: z.string().nullable(),
    reason: z.string().nullable().meta({ description: "why it was returned or taken back" }),
    ...dueView,
    timeliness: z
      .object({
        verdict: z.enum(["onTime", "late", "open", "overdue"]),
        lateDays: z.int().nullable(),
        why: textView,
      })
      .nullable()
      .meta({ description: "null where the contract has its obligation no more" }),
  }),
);

/** A submission as the agency sees it: with the people, and why it was accepted although it fell short of the terms. */
export const agencySubmissionView = nameSchema(
  "AgencySubmission",
  submissionView.extend({
    submitter: z.string(),
    decider: z.string().nullable(),
    despite: z.string().nullable(),
  }),
);

export function viewSubmission({
  submission,
  obligation,
  timeliness,
}: ListedSubmission): z.infer<typeof submissionView> {
  const { id, of, piece, version, quantity, state } = submission;
  const due = obligation === undefined ? {} : dueOfPiece(obligation);
  return {
    id,
    of,
    piece,
    version,
    quantity,
    state,
    title: obligation?.title ?? null,
    files: submission.files.map(viewFile),
    note: submission.note ?? null,
    performedOn: submission.performedOn ?? null,
    performedThrough: submission.performedThrough ?? null,
    people: submission.people ?? null,
    submittedAt: submission.submittedAt,
    submittedBy: submission.submitted.side,
    decidedAt: decisionOf(submission)?.at ?? null,
    reason: "decided" in submission && "reason" in submission.decided ? submission.decided.reason : null,
    dueOn: due.dueOn ?? null,
    dueAt: due.dueAt ?? null,
    timeliness:
      timeliness === undefined
        ? null
        : { verdict: timeliness.verdict, lateDays: timeliness.lateDays ?? null, why: timeliness.why },
  };
}

export function viewAgencySubmission(listed: ListedSubmission): z.infer<typeof agencySubmissionView> {
  const { submission } = listed;
  return {
    ...viewSubmission(listed),
    submitter: submission.submitted.name,
    decider: decisionOf(submission)?.name ?? null,
    despite: submission.state === "accepted" ? (submission.decided.despite ?? null) : null,
  };
}

function decisionOf(submission: Submission) {
  return submission.state === "submitted" ? undefined : submission.decided;
}

function viewFile({ file, name, contentType, bytes }: HandedInFile): z.infer<typeof fileView> {
  return { file, name, contentType, bytes };
}
