import type { Language } from "@luyue/core/text";
import type { Platform } from "../runtime/store.ts";
import type { Runtime } from "../runtime/runtime.ts";

/** A second factor by time (RFC 6238), by the clock that people's phones go by. */
export interface SecondFactor {
  /** A fresh secret, in base32. */
  readonly newSecret: () => string;
  /** What an authenticator reads it from: `otpauth://…`. */
  readonly uriOf: (secret: string, address: string) => string;
  /** The time step that a code is of, within one step of the present; none where it is wrong. */
  readonly findStep: (secret: string, code: string) => number | undefined;
}

/** What is to be mailed to somebody who wants to sign in, if they may. */
export interface LinkRequest {
  readonly address: string;
  readonly secret: string;
  readonly language: Language;
}

export interface SignInDependencies {
  readonly platform: Platform;
  readonly runtime: Runtime;
  readonly factor: SecondFactor;
  /** Takes a request and answers at once, whoever it is for: how long it takes says nothing of the address. */
  readonly requestLink: (request: LinkRequest) => Promise<void>;
}

/** The browser that asks: what it calls itself, and its network address where that is known. */
export interface Caller {
  readonly agent: string;
  readonly from: string | undefined;
}
