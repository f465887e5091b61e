import { DomainError } from "@luyue/core/error";
import {
  clearFailures,
  countFailure,
  isLocked,
  type Letter,
  newAccount,
  type SignInAccount,
  type TicketOf,
} from "@luyue/core/sign-in";
import { noteAccess } from "../record/note-access.ts";
import { outboxForLetter } from "../reminder/outbox-for-letter.ts";
import { listOpenSeats, type OpenSeat } from "./actor-of-seat.ts";
import { tooMany } from "./limit-attempts.ts";
import { openSession, type OpenedSession } from "./open-session.ts";
import { personOfSeat } from "./person-of-seat.ts";
import { recordStoreOf } from "./record-store-of.ts";
import type { Caller, SignInDependencies } from "./sign-in-dependencies.ts";

const recoveryCodes = 8;

export interface SignedIn extends OpenedSession {
  /** Shown once, when a second factor has been set up. */
  readonly recovery: readonly string[];
}

/**
 * Takes the code of the second factor, or one of the codes for who has lost it, and signs in. A code is good once. Throws
 * `forbidden` for a wrong code or a step that is over, `tooMany` while the account is locked.
 */
export async function enterCode(
  stepSecret: string | undefined,
  code: string,
  caller: Caller,
  deps: SignInDependencies,
): Promise<SignedIn> {
  const { platform, runtime } = deps;
  const { signIn } = platform;
  const hash = runtime.digest(stepSecret ?? "");
  const ticket = stepSecret === undefined ? undefined : await signIn.getTicket(hash);
  if (ticket?.step !== "code") throw stepIsOver();
  const { account, counted } = await countAttempt(ticket.address, deps);
  const seats = await listOpenSeats(ticket.address, deps);
  const checked = checkCode(account, ticket, code.replaceAll(/[\s-]/g, "").toLowerCase(), deps);
  if (checked === undefined) return refuse(counted, seats, deps);
  const [first] = seats;
  const recovery = account.factor === undefined ? newRecovery(deps) : [];
  const next = {
    ...clearFailures(checked),
    ...(recovery.length === 0 ? {} : { recovery: recovery.map((each) => hashOf(each, deps)) }),
    version: counted.version + 1,
  };
  // Of two that send one code only one finds the account as it left it.
  const isAlone = first !== undefined && (await signIn.putAccount(next, counted.version));
  if (!isAlone || !(await signIn.takeTicket(hash))) throw stepIsOver();
  const opened = await openSession({ seat: first.seat, by: "mail", address: ticket.address }, caller, deps);
  const isRecovered = checked.recovery.length < account.recovery.length;
  if (recovery.length > 0 || isRecovered) {
    await tellOfFactor(opened, recovery.length > 0 ? "setUp" : "recoveryUsed", next.recovery.length, deps);
  }
  return { ...opened, recovery };
}

/** A mail to the person themselves, sent as surely as a reminder: who has taken their sign-in over does not read it. */
async function tellOfFactor(
  { session, actor }: OpenedSession,
  what: "setUp" | "recoveryUsed",
  recoveryLeft: number,
  { platform, runtime }: SignInDependencies,
): Promise<void> {
  const { seat, address = "" } = session;
  const store = recordStoreOf(seat, platform);
  const person = await personOfSeat(seat, platform);
  const { name } = actor;
  const letter: Letter = {
    kind: "factor",
    recipient: { name, language: person?.language ?? "zh" },
    url: `${runtime.baseUrl}/account`,
    what,
    at: runtime.now(),
    recoveryLeft,
  };
  const to = { name, address, side: seat.kind === "member" ? ("buyer" as const) : ("vendor" as const) };
  await store.commit([outboxForLetter(letter, to, store.tenantId, runtime)]);
}

/** The account after a right code; undefined for a wrong one. */
function checkCode(
  account: SignInAccount,
  { address, newFactor }: TicketOf<"code">,
  code: string,
  deps: SignInDependencies,
): SignInAccount | undefined {
  const { runtime, factor } = deps;
  // Of two that set up a factor at once the second has to go by the first one's.
  const sealed = account.factor?.sealed ?? newFactor;
  if (sealed === undefined) return undefined;
  if (/^\d{6}$/.test(code)) {
    const step = factor.findStep(runtime.unseal(sealed, address), code);
    if (step === undefined || step <= (account.factor?.lastStep ?? -1)) return undefined;
    return { ...account, factor: { sealed, since: account.factor?.since ?? runtime.now(), lastStep: step } };
  }
  const hash = hashOf(code, deps);
  if (!account.recovery.includes(hash)) return undefined;
  return { ...account, recovery: account.recovery.filter((each) => each !== hash) };
}

/** Tries that meet on one account each want their turn; a flood of them locks it, and the rest is turned away. */
const turns = 8;

/**
 * Counts a try as a wrong one before its code is looked at, so that as many are looked at as are counted, however many come at
 * once. Gives the account as it was and as it stands now. Throws `tooMany` where it is locked.
 */
async function countAttempt(
  address: string,
  { platform, runtime }: SignInDependencies,
): Promise<{ readonly account: SignInAccount; readonly counted: SignInAccount }> {
  for (let turn = 1; turn <= turns; turn += 1) {
    const known = await platform.signIn.getAccount(address);
    const account = known ?? newAccount(address);
    if (isLocked(account, runtime.now())) break;
    const counted = { ...countFailure(account, runtime.now()), version: account.version + 1 };
    if (await platform.signIn.putAccount(counted, known?.version)) return { account, counted };
  }
  throw tooMany();
}

/** The code was wrong; what that has locked stands on the record of each agency that it opens. */
async function refuse(
  counted: SignInAccount,
  seats: readonly OpenSeat[],
  deps: SignInDependencies,
): Promise<never> {
  const { platform, runtime } = deps;
  if (isLocked(counted, runtime.now())) {
    for (const { seat, actor } of seats) {
      const line = { command: "signIn.lock", subject: actor.id, after: { until: counted.lockedUntil } };
      await noteAccess(recordStoreOf(seat, platform), actor, line, runtime);
    }
  }
  throw new DomainError("forbidden", { zh: "验证码不正确", en: "the code is wrong" });
}

/** Eight codes of 80 random bits each, as people can write them down. */
function newRecovery({ runtime }: SignInDependencies): readonly string[] {
  return Array.from({ length: recoveryCodes }, () => {
    const digits = runtime.digest(runtime.newKeySecret()).slice(0, 20);
    return digits.replaceAll(/(.{5})(?=.)/g, "$1-");
  });
}

function hashOf(code: string, { runtime }: SignInDependencies): string {
  return runtime.digest(`recovery|${code.replaceAll("-", "")}`);
}

function stepIsOver(): DomainError {
  return new DomainError("forbidden", {
    zh: "登录步骤已失效，请重新申请登录链接",
    en: "this step of signing in is over, please ask for a link again",
  });
}
