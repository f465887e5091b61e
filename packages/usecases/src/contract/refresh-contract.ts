import { addDays, type CivilDate, civilDateOf, type Instant, instantAt } from "@luyue/core/civil-date";
import { findingsOf } from "@luyue/core/finding";
import { talliesOf } from "@luyue/core/work";
import { noticesOfDerivation } from "../reminder/notices-of-derivation.ts";
import { outboxForNotice } from "../reminder/outbox-for-notice.ts";
import { eachOf } from "../runtime/each-of.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { type Change, type TenantStore, WriteConflict } from "../runtime/store.ts";
import type { Contract, ContractState } from "./contract.ts";
import { headOf } from "./draft-contract.ts";
import { type Derivation, mostChanges, planDerivation } from "./plan-derivation.ts";
import { type Surroundings, surroundingsOf } from "./surroundings-of.ts";
import { withTermsInForce } from "./terms-in-force.ts";

/**
 * Brings the stored obligations of a contract to what its terms, events and calendar say now: a large change of
 * terms, further days of a daily duty, a new calendar; and writes the findings that were handed out. In chunks, each of
 * which holds only while the contract stays as it was read; stopping anywhere and starting again ends in the same place.
 * Answers whether there was anything to write.
 */
export async function refreshContract(
  store: TenantStore,
  contractId: string,
  runtime: Runtime,
): Promise<boolean> {
  const mostRounds = 20;
  for (let round = 0; round < mostRounds; round += 1) {
    const [state, tenant] = await Promise.all([store.loadContract(contractId), store.getTenant()]);
    if (state === undefined || tenant === undefined || state.contract.status === "draft") return false;
    const chunks = planChunks(state, runtime, surroundingsOf(tenant, runtime));
    try {
      for (const chunk of chunks) await store.commit(chunk);
      return chunks.length > 0;
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
    }
  }
  return false;
}

/** All active contracts of a tenant, one after another. Where one fails the rest are refreshed all the same; then its failure is thrown. */
export async function refreshAllContracts(store: TenantStore, runtime: Runtime): Promise<void> {
  const failures: unknown[] = [];
  for await (const { id } of eachOf((page) => store.listContracts(page))) {
    try {
      await refreshContract(store, id, runtime);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** The writes in order, each with the version that it holds for; the last one settles the head. */
function planChunks(
  stored: ContractState,
  runtime: Runtime,
  surroundings: Surroundings,
): readonly (readonly Change[])[] {
  const { contract } = stored;
  const now = runtime.now();
  const state = takePending(stored, civilDateOf(now));
  const plan = planDerivation(state, surroundings, now);
  const settled = settledHead(state.contract, plan.ahead);
  const amended = state.contract.termsVersion !== contract.termsVersion;
  const moved = amended || wakeOf(settled) !== wakeOf(contract) || contract.derivation !== undefined;
  const written = planBatches(state);
  const changes = [...written.changes, ...plan.changes];
  if (changes.length === 0 && !moved) return [];
  const { id: contractId, version: expectedVersion } = contract;
  const chunks: (readonly Change[])[] = [];
  for (let at = 0; at < changes.length; at += mostChanges) {
    const check: Change = { change: "checkContract", contractId, expectedVersion };
    const chunk = changes.slice(at, at + mostChanges);
    const notices = noticesOfDerivation(chunk, state.obligations, surroundings, now);
    chunks.push([check, ...chunk, ...notices.map((notice) => outboxForNotice(notice, contract, runtime))]);
  }
  const wakeAt = wakeOf(settled);
  const head: Change = { change: "putContract", contract: settled, expectedVersion, wakeAt };
  const terms: Change[] = amended
    ? [{ change: "putTerms", contractId, terms: state.terms, present: true }]
    : [];
  const [last] = chunks.splice(-1);
  const rest = (last ?? []).filter(({ change }) => change !== "checkContract");
  return [...chunks, [head, ...terms, ...written.last, ...rest]];
}

/** The findings that were handed out, each on its own, and their tallies; last of all, with the head, the hand-out goes. */
function planBatches({ contract: { id: contractId }, work }: ContractState): {
  readonly changes: readonly Change[];
  readonly last: readonly Change[];
} {
  const { batches } = work;
  const findings = batches.flatMap((batch) => findingsOf(batch, contractId));
  const stored = new Map(work.tallies.map((tally) => [tally.id, tally]));
  const counted = talliesOf(work).filter((tally) => stored.get(tally.id) !== tally);
  return {
    changes: [
      ...findings.map((finding): Change => ({ change: "putFinding", finding })),
      ...counted.map((tally): Change => {
        return { change: "putEntry", contractId, entry: { kind: "tally", id: tally.id, tally } };
      }),
    ],
    last: batches.map(({ id: batchId }): Change => ({ change: "deleteBatch", contractId, batchId })),
  };
}

/** An amendment that was signed for a later day holds once that day has come. */
function takePending(state: ContractState, today: CivilDate): ContractState {
  // Decided by the head alone: a command that met the refresh may have written the old one back beside the new terms.
  const { pending, ...rest } = state.contract;
  if (pending === undefined || pending.from > today) return state;
  const { terms } = withTermsInForce(state, today);
  const head = headOf(terms.terms, { name: rest.vendorName });
  return { ...state, terms, contract: { ...rest, ...head, termsVersion: terms.version } };
}

/** The head once nothing is left to derive. */
export function settledHead(contract: Contract, ahead: Derivation["ahead"]): Contract {
  const { derivation: _done, horizonOn: _until, lookOn: _look, ...rest } = contract;
  return { ...rest, ...ahead };
}

/**
 * When the contract wants to be looked at again: a week before its stored daily obligations run out, as an amendment begins,
 * or as a right may arise by delay.
 */
export function wakeOf({ horizonOn, pending, lookOn }: Contract): Instant | undefined {
  const days = [horizonOn === undefined ? undefined : addDays(horizonOn, -7), pending?.from, lookOn];
  const first = days.filter((day) => day !== undefined).toSorted()[0];
  return first === undefined ? undefined : instantAt(first, "01:00");
}
