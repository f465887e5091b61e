import { addMinutes, type Instant, toEpochMs } from "../civil-date/index.ts";

/** What is kept of somebody who signs in by mail 登录账户, under their address in lower case. */
export interface SignInAccount {
  readonly address: string;
  /** The second factor: its secret, sealed; since when; the last step whose code was taken, for none is taken twice. */
  readonly factor?: { readonly sealed: string; readonly since: Instant; readonly lastStep: number };
  /** Hashes of the codes for who has lost the second factor 备用码; each is good once. */
  readonly recovery: readonly string[];
  /** Wrong codes since the last right one. */
  readonly failures: number;
  readonly lockedUntil?: Instant;
  readonly version: number;
}

export function newAccount(address: string): SignInAccount {
  return { address, recovery: [], failures: 0, version: 0 };
}

/** Addresses are told apart without regard to case. */
export function normaliseAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** The fifth wrong code locks for a minute, each further one for twice as long, up to an hour. */
const freeFailures = 4;
const longestLock = 60;

/** The account after a wrong code. */
export function countFailure(account: SignInAccount, now: Instant): SignInAccount {
  const failures = account.failures + 1;
  const beyond = failures - freeFailures;
  if (beyond <= 0) return { ...account, failures };
  return { ...account, failures, lockedUntil: addMinutes(now, Math.min(longestLock, 2 ** (beyond - 1))) };
}

/** The account after a right code. */
export function clearFailures({ lockedUntil: _over, ...account }: SignInAccount): SignInAccount {
  return { ...account, failures: 0 };
}

export function isLocked({ lockedUntil }: SignInAccount, now: Instant): boolean {
  return lockedUntil !== undefined && toEpochMs(now) < toEpochMs(lockedUntil);
}
