import { civilDateOf } from "../civil-date/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { performedEventOf, type Submission, workDayOf } from "./submission.ts";

/**
 * What a submission means for a contract's dates: handed in, and once accepted, accepted on the day of the decision. The
 * record of a service means besides that it was performed, or one of its instances fulfilled, on its own last day. One that
 * was returned or taken back means nothing.
 */
export function listSubmissionEvents(submission: Submission): ContractEvent[] {
  const { id, of, quantity, submittedAt, submitted } = submission;
  if (submission.state === "returned" || submission.state === "withdrawn") return [];
  const handedIn: ContractEvent = {
    id,
    kind: "deliverableSubmitted",
    of,
    at: submittedAt,
    by: submitted.side,
    quantity,
  };
  if (submission.state === "submitted") return [handedIn];
  const accepted: ContractEvent = {
    id: `${id}_accepted`,
    kind: "deliverableAccepted",
    of,
    on: civilDateOf(submission.decided.at),
    quantity,
  };
  return [handedIn, accepted, ...performedBy(submission)];
}

function performedBy(submission: Submission): ContractEvent[] {
  const { id, of, quantity } = submission;
  const service = /^service\.([^.]+)(\..+)?$/.exec(of);
  if (service === null) return [];
  const [, key = "", instance] = service;
  const when = { id: performedEventOf(id), on: workDayOf(submission) };
  return instance === undefined
    ? [{ ...when, kind: "performed", of: key, quantity }]
    : [{ ...when, kind: "fulfilled", of }];
}
