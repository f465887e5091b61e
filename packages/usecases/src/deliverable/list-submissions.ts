import { assessPiece, type Submission, type Timeliness } from "@luyue/core/deliverable";
import type { Obligation } from "@luyue/core/obligation";
import { obligationsNow } from "../contract/obligations-now.ts";
import { readInForce } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";

/** A submission with its obligation and whether it came in time; neither where the terms have the obligation no more. */
export interface ListedSubmission {
  readonly submission: Submission;
  readonly obligation?: Obligation;
  readonly timeliness?: Timeliness;
}

interface SubmissionFilter {
  readonly of?: string | undefined;
  readonly state?: Submission["state"] | undefined;
}

/** What was handed in under a contract, the newest first. Throws `notFound` where the actor has no such contract. */
export async function listSubmissions(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  { of, state: wanted }: SubmissionFilter,
  runtime: Runtime,
): Promise<readonly ListedSubmission[]> {
  const { state, tenant } = await readInForce(store, actor, contractId, runtime);
  const found = state.work.submissions.filter(
    (each) => (of === undefined || each.of === of) && (wanted === undefined || each.state === wanted),
  );
  if (found.length === 0) return [];
  const byKey = new Map(obligationsNow(state, { tenant, runtime }).map((each) => [each.key, each]));
  const now = runtime.now();
  return found.toReversed().map((submission): ListedSubmission => {
    const obligation = byKey.get(submission.of);
    return obligation === undefined
      ? { submission }
      : { submission, obligation, timeliness: assessPiece(submission, obligation, now) };
  });
}
