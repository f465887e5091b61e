import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { isTransient, unavailable } from "./unavailable.ts";

const attempts = 5;
const firstDelayMs = 20;
const transientReasons = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

/**
 * Sends a transaction, again where another one or a throttle was in its way. Gives the positions of the actions whose
 * condition does not hold; none once it is written. Throws DomainError `unavailable` when it is still in the way.
 */
export async function writeTransaction(send: () => Promise<void>): Promise<readonly number[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await send();
      return [];
    } catch (error) {
      const refused = listRefused(error);
      if (refused.length > 0) return refused;
      if (!isInTheWay(error)) throw error;
      if (attempt === attempts) throw unavailable(error);
    }
    await waitBeforeRetry(attempt);
  }
}

function listRefused(error: unknown): number[] {
  return reasonsOf(error).flatMap((code, index) => (code === "ConditionalCheckFailed" ? [index] : []));
}

function isInTheWay(error: unknown): boolean {
  return isTransient(error) || reasonsOf(error).some((code) => transientReasons.has(code));
}

function reasonsOf(error: unknown): string[] {
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).map(({ Code }) => Code ?? "None");
}

async function waitBeforeRetry(attempt: number): Promise<void> {
  const ms = Math.random() * firstDelayMs * 2 ** attempt;
  await new Promise((resolve) => setTimeout(resolve, ms));
}
