import { normaliseAddress, type Seat, type Session } from "@luyue/core/sign-in";
import { accessChain } from "../record/access-chain.ts";
import { noteAccess } from "../record/note-access.ts";
import type { OutboxEntry } from "../reminder/outbox-entry.ts";
import type { Actor } from "../runtime/actor.ts";
import { eachOf } from "../runtime/each-of.ts";
import type { RecordEntry } from "../runtime/record-entry.ts";
import { listSessions } from "./own-sessions.ts";
import { personOfSeat } from "./person-of-seat.ts";
import { recordStoreOf } from "./record-store-of.ts";
import type { SignInDependencies } from "./sign-in-dependencies.ts";

/** All that is kept of a person beside the record of what they did: profile, sign-in, sessions, messages, what they opened. */
export interface PersonalData {
  readonly profile: object;
  readonly signIn: { readonly secondFactorSince: string | null; readonly recoveryCodesLeft: number } | null;
  readonly sessions: readonly Session[];
  readonly opened: readonly RecordEntry[];
  readonly messages: readonly OutboxEntry[];
}

/**
 * What is kept of a person, for them (个人信息保护法 45) or for the administrator who answers for the agency; that it was read
 * stands on the record. What the person did stands on the record under their id, and is exported with it.
 */
export async function readPerson(
  seat: Seat,
  actor: Actor,
  deps: Pick<SignInDependencies, "platform" | "runtime">,
): Promise<PersonalData> {
  const { platform, runtime } = deps;
  const profile = (await personOfSeat(seat, platform)) ?? { id: actor.id, name: actor.name, email: "" };
  const { id, email } = profile;
  const store = recordStoreOf(seat, platform);
  await noteAccess(store, actor, { command: "person.export", subject: id }, runtime);
  const address = normaliseAddress(email);
  const account = await platform.signIn.getAccount(address);
  const opened: RecordEntry[] = [];
  for await (const line of eachOf((page) => store.listRecord(accessChain(id), page))) opened.push(line);
  const messages: OutboxEntry[] = [];
  for await (const entry of eachOf((page) => store.listOutbox(page))) {
    if (isTo(entry, address)) messages.push(entry);
  }
  return {
    profile,
    signIn:
      account === undefined
        ? null
        : {
            secondFactorSince: account.factor?.since ?? null,
            recoveryCodesLeft: account.recovery.length,
          },
    sessions: await listSessions(seat, deps),
    opened,
    messages,
  };
}

export function isTo({ to }: OutboxEntry, address: string): boolean {
  return (to.channel === "email" || to.channel === "inApp") && normaliseAddress(to.address) === address;
}
