import { addMinutes } from "@luyue/core/civil-date";
import { noticesOfDerivation } from "../reminder/notices-of-derivation.ts";
import { outboxForNotice } from "../reminder/outbox-for-notice.ts";
import type { CommandContext } from "../runtime/define-command.ts";
import type { Change } from "../runtime/store.ts";
import type { Contract, ContractState } from "./contract.ts";
import { type Derivation, mostChanges, planDerivation } from "./plan-derivation.ts";
import { surroundingsOf } from "./surroundings-of.ts";
import { settledHead, wakeOf } from "./refresh-contract.ts";

interface DecidedDerivation {
  readonly aggregate: {
    readonly kind: "contract";
    readonly before: Contract;
    readonly after: Contract;
    readonly wakeAt?: string;
  };
  readonly changes: readonly Change[];
  readonly summary: Derivation["summary"];
}

/**
 * The obligations' part of a command that changes a contract to `next`, whose stored obligations are still the old ones:
 * in its own transaction where they fit beside what it writes itself (`taken` changes); else, and while findings that were
 * handed out are still to be written, the head carries a marker and a wake-up, and `refreshContract` writes them
 * after it, or a worker does after a crash.
 */
export function decideDerivation(
  before: Contract,
  next: ContractState,
  { tenant, runtime }: CommandContext,
  taken = 0,
): DecidedDerivation {
  const now = runtime.now();
  const surroundings = surroundingsOf(tenant, runtime);
  const plan = planDerivation(next, surroundings, now);
  // While an earlier change is still being written, what was read here may be half of it: the refresh goes on instead.
  const unwritten = before.derivation !== undefined || next.work.batches.length > 0;
  if (plan.changes.length + taken > mostChanges || unwritten) {
    const marked = { ...next.contract, derivation: { since: now } };
    return {
      aggregate: { kind: "contract", before, after: marked, wakeAt: addMinutes(now, 1) },
      changes: [],
      summary: plan.summary,
    };
  }
  const settled = settledHead(next.contract, plan.ahead);
  const wakeAt = wakeOf(settled);
  return {
    aggregate: { kind: "contract", before, after: settled, ...(wakeAt === undefined ? {} : { wakeAt }) },
    changes: [
      ...plan.changes,
      ...noticesOfDerivation(plan.changes, next.obligations, surroundings, now).map((notice) =>
        outboxForNotice(notice, before, runtime),
      ),
    ],
    summary: plan.summary,
  };
}
