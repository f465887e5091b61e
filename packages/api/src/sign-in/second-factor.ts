import type { SecondFactor } from "@luyue/usecases/sign-in";
import { Secret, TOTP } from "otpauth";

const secretBytes = 20;
const period = 30;

/**
 * Codes of six digits, a new one each half a minute (RFC 6238, SHA-1: what every authenticator reads), one step early or late.
 * `now` is the clock that people's phones go by, in epoch milliseconds.
 */
export function createSecondFactor(now: () => number = Date.now): SecondFactor {
  const factorOf = (secret: string, label = "") =>
    new TOTP({ issuer: "履约 Lüyue", label, secret: Secret.fromBase32(secret), period });
  return {
    newSecret: () => new Secret({ size: secretBytes }).base32,
    uriOf: (secret, address) => factorOf(secret, address).toString(),
    findStep: (secret, code) => {
      const timestamp = now();
      const delta = factorOf(secret).validate({ token: code, window: 1, timestamp });
      return delta === null ? undefined : Math.floor(timestamp / 1000 / period) + delta;
    },
  };
}
