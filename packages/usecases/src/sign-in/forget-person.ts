import { normaliseAddress, type Seat, seatKey } from "@luyue/core/sign-in";
import type { OutboxEntry } from "../reminder/outbox-entry.ts";
import { eachOf } from "../runtime/each-of.ts";
import type { TenantStore } from "../runtime/store.ts";
import { isTo } from "./read-person.ts";
import { recordStoreOf } from "./record-store-of.ts";
import type { SignInDependencies } from "./sign-in-dependencies.ts";

/** What stands in place of a name and an address that were forgotten. */
const forgotten = "***";

/**
 * The first half of erasing a person: ends their sessions and takes their name and address off every message. Safe to do again;
 * the person themselves goes with the command that follows, so one that is cut short in between can be repeated. Gives the
 * address whose sign-in can go as well, where no other seat is opened by it.
 */
export async function forgetPerson(
  seat: Seat,
  email: string,
  { platform }: Pick<SignInDependencies, "platform" | "runtime">,
): Promise<{ readonly forget?: string }> {
  const { signIn } = platform;
  const address = normaliseAddress(email);
  for (const { hash } of await signIn.listSessions(seat)) await signIn.deleteSession(hash);
  const store = recordStoreOf(seat, platform);
  for await (const entry of eachOf((page) => store.listOutbox(page))) {
    if (isTo(entry, address)) await forgetRecipient(entry, store);
  }
  const others = (await signIn.listSeats(address)).filter((each) => seatKey(each) !== seatKey(seat));
  return others.length === 0 ? { forget: address } : {};
}

async function forgetRecipient(entry: OutboxEntry, store: TenantStore): Promise<void> {
  if (entry.to.channel !== "email" && entry.to.channel !== "inApp") return;
  const { wakeAt: _wakeAt, ...rest } = entry;
  const next: OutboxEntry = {
    ...rest,
    to: { ...entry.to, name: forgotten, address: forgotten },
    payload: withoutRecipient(entry.payload),
    state: entry.state === "pending" || entry.state === "bundled" ? "withdrawn" : entry.state,
  };
  await store.replaceOutbox([{ seen: entry, next }]);
}

function withoutRecipient(payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null) return payload;
  return { ...payload, recipient: forgotten };
}
