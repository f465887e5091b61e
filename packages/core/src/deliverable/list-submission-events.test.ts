import { describe, expect, it } from "vitest";
import { listSubmissionEvents } from "./index.ts";
import { accepted, handedIn, sentBack } from "./sample-submission.ts";

const briefly = (...all: Parameters<typeof listSubmissionEvents>) =>
  listSubmissionEvents(...all).map(({ id, kind, of, on, at, quantity }) =>
    [id, kind, of, on ?? at, quantity].join(" ").trim(),
  );
const submitted = "2026-06-10T09:30:00+08:00";

describe("what a submission means", () => {
  it("is that something was handed in, and nothing once it was returned or taken back", () => {
    expect(briefly(handedIn())).toEqual([`s1 deliverableSubmitted deliverable.plan ${submitted} 1`]);
    expect(briefly(sentBack())).toEqual([]);
    expect(briefly(sentBack({}, "withdrawn"))).toEqual([]);
  });

  it("is for a deliverable that it was accepted on the day of the decision", () => {
    expect(briefly(accepted({ quantity: 2 }))).toEqual([
      `s1 deliverableSubmitted deliverable.plan ${submitted} 2`,
      "s1_accepted deliverableAccepted deliverable.plan 2026-06-20 2",
    ]);
  });

  it("is for a service that it was performed on its own last day, or one of its instances fulfilled", () => {
    const days = { performedOn: "2026-06-01", performedThrough: "2026-06-03", quantity: 3 };
    expect(briefly(accepted({ of: "service.duty", ...days })).slice(1)).toEqual([
      "s1_accepted deliverableAccepted service.duty 2026-06-20 3",
      "s1_performed performed duty 2026-06-03 3",
    ]);
    const once = { of: "service.inspection.03", performedOn: "2026-06-01" };
    expect(briefly(accepted(once)).slice(1)).toEqual([
      "s1_accepted deliverableAccepted service.inspection.03 2026-06-20 1",
      "s1_performed fulfilled service.inspection.03 2026-06-01",
    ]);
  });
});
