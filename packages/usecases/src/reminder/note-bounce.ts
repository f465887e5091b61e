import * as z from "zod";
import type { Runtime } from "../runtime/runtime.ts";
import { sealedToken } from "../runtime/sealed-token.ts";
import type { Platform } from "../runtime/store.ts";
import { entryKeyOf, type OutboxEntry } from "./outbox-entry.ts";
import { unsubscribeAddress } from "./unsubscribe.ts";

const messageToken = sealedToken(
  "mail",
  z.strictObject({ tenantId: z.string().max(64), contractId: z.string().max(64), key: z.string().max(500) }),
);

/** What a mail carries so that its bounce finds the message again: sealed, for its recipient has no use for it. */
export function referenceOf(entry: OutboxEntry, runtime: Pick<Runtime, "seal">): string {
  const { tenantId, contractId } = entry;
  return messageToken.seal({ tenantId, contractId, key: entryKeyOf(entry) }, runtime);
}

/** What came back of a mail: it could not be delivered after all (`permanent`, or for now), or its recipient complains of it. */
export interface Bounce {
  readonly reference: string;
  readonly what: "bounce" | "complaint";
  readonly permanent: boolean;
  readonly detail: string;
}

/**
 * Notes on a message what came back of its mail: one that bounced for good has failed, however well it was taken at first, and
 * is among what was given up; whoever complains gets no more reminder mails of that agency. Done again it comes to the same.
 * False for a mail that is not ours or is there no more.
 */
export async function noteBounce(
  { reference, what, permanent, detail }: Bounce,
  { platform, runtime }: { readonly platform: Pick<Platform, "tenant">; readonly runtime: Runtime },
): Promise<boolean> {
  const name = messageToken.open(reference, runtime);
  if (name === undefined) return false;
  const store = platform.tenant(name.tenantId);
  const seen = await store.getOutbox(name.contractId, name.key);
  if (seen === undefined || !("address" in seen.to)) return false;
  if (what === "complaint") await unsubscribeAddress(name.tenantId, seen.to.address, { platform, runtime });
  const outcome = what === "complaint" ? "complained" : permanent ? "bounced" : "delayed";
  if (seen.attempts.some((attempt) => attempt.outcome === outcome && attempt.detail === detail)) return true;
  const attempts = [...seen.attempts, { at: runtime.now(), outcome, detail }];
  const { wakeAt: _wakeAt, ...ended } = seen;
  const next: OutboxEntry =
    outcome === "bounced" ? { ...ended, attempts, state: "failed" } : { ...seen, attempts };
  // Somebody is at work on it at this moment: whoever told us tells us again.
  if (!(await store.replaceOutbox([{ seen, next }]))) throw new Error("the message has changed meanwhile");
  return true;
}
