import { DomainError } from "@luyue/core/error";
import { errors, type JWTPayload, jwtVerify } from "jose";
import { unauthorized } from "../problem/index.ts";
import { createKeySets, type FetchJwks, type Issuer, keysOutOfReach, type KeySet } from "./key-sets.ts";

/** Signatures by a private key only: with a shared secret, whoever can verify a token could also make one. */
const algorithms = ["ES256", "RS256", "PS256", "EdDSA"];
export const clockTolerance = 30;

/** Verifies tokens by the keys of the issuer that is given, fetched on need and kept. */
export type VerifyByIssuer = (token: string, issuer: Issuer, audience: string) => Promise<JWTPayload>;

export function createIssuerVerifier(fetchJwks?: FetchJwks): VerifyByIssuer {
  const keySetOf = createKeySets(fetchJwks);
  return (token, issuer, audience) => verifyToken(token, keySetOf(issuer), issuer.url, audience);
}

/** A token's claims, once issuer, audience, algorithm, signature and times hold. Throws the 401 problem, or `unavailable`. */
async function verifyToken(
  token: string,
  keys: KeySet,
  issuer: string,
  audience: string,
): Promise<JWTPayload> {
  const requiredClaims = ["sub", "exp", "iat"];
  try {
    const checks = { issuer, audience, algorithms, clockTolerance, requiredClaims };
    return (await jwtVerify(token, keys, checks)).payload;
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw isAboutKeys(error) ? keysOutOfReach(error) : unauthorized();
  }
}

/** What the issuer has served is no key set. */
function isAboutKeys(error: unknown): boolean {
  return (
    error instanceof errors.JWKSInvalid ||
    (error instanceof errors.JOSEError && error.code === "ERR_JOSE_GENERIC")
  );
}
