import { civilDateOf } from "../civil-date/index.ts";
import type { ContractEvent } from "../event/index.ts";
import type { Submission } from "./submission.ts";

/**
 * What a submission means for a contract's dates: handed in while it waits for its check; once accepted, the deliverable as
 * accepted on the day of the decision, or the service as performed on its own last day. One that was returned or taken back
 * means nothing.
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
  const accepted = { id: `${id}_accepted`, quantity };
  const service = /^service\.([^.]+)(\..+)?$/.exec(of);
  const on = submission.performedThrough ?? submission.performedOn ?? civilDateOf(submittedAt);
  if (service === null) {
    return [
      handedIn,
      { ...accepted, kind: "deliverableAccepted", of, on: civilDateOf(submission.decided.at) },
    ];
  }
  const [, key = "", instance] = service;
  return instance === undefined
    ? [handedIn, { ...accepted, kind: "performed", of: key, on }]
    : [handedIn, { id: accepted.id, kind: "fulfilled", of, on }];
}
