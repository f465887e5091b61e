import type { Obligation } from "../obligation/index.ts";
import type { Submission } from "./submission.ts";

const at = "2026-06-10T09:30:00+08:00";
const act = { actorId: "usr_1", name: "供应商人员", at };
const vendor = { ...act, side: "vendor" } as const;

type Facts = Partial<Omit<Submission, "state" | "decided">>;

/** Something handed in for the deliverable `plan` on 10 June 2026, one version after another. */
export function handedIn(over: Facts = {}): Submission {
  const facts = { id: "s1", of: "deliverable.plan", piece: 1, version: 1, quantity: 1, files: [] };
  return { ...facts, submittedAt: at, submitted: vendor, ...over, state: "submitted" };
}

/** The same once it was accepted, on 20 June unless another day is given. */
export function accepted(over: Facts = {}, day = "2026-06-20"): Submission {
  return { ...handedIn(over), state: "accepted", decided: { ...act, at: `${day}T10:00:00+08:00` } };
}

export function sentBack(over: Facts = {}, state: "returned" | "withdrawn" = "returned"): Submission {
  const decided = { ...act, at: "2026-06-15T10:00:00+08:00", reason: "缺少附件" };
  return { ...handedIn(over), state, decided };
}

/** The obligation that a submission is for, as far as it matters. */
export function owed(over: Partial<Obligation> = {}): Obligation {
  const title = { zh: "方案", en: "plan" };
  const explanation = { rule: title, steps: [], provisionalYears: [] };
  const base = { key: "deliverable.plan", kind: "deliverable", shape: "single", debtor: "vendor" } as const;
  return { ...base, title, waitingFor: [], explanation, fulfilledBy: [], dueOn: "2026-06-12", ...over };
}
