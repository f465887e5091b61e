import type { Seat } from "@luyue/core/sign-in";
import type { Actor, Platform, Runtime } from "@luyue/usecases/runtime";
import { actorOfSeat } from "@luyue/usecases/sign-in";
import { decodeJwt, type JWTPayload } from "jose";
import { unauthorized } from "../problem/index.ts";
import type { FetchJwks, Issuer } from "./key-sets.ts";
import { isKey, readKeyHolder } from "./read-key-holder.ts";
import { clockTolerance, createIssuerVerifier } from "./verify-token.ts";

export interface TokenVerifierOptions {
  readonly platform: Platform;
  /** Whose tokens vendors' people and the operator may carry; without one theirs are nobody's. */
  readonly partnerIssuer?: Issuer;
  readonly operatorIssuer?: Issuer;
  readonly audience: string;
  readonly runtime: Pick<Runtime, "now" | "digest">;
  /** In place of `fetch`, for the issuers' keys. */
  readonly fetchJwks?: FetchJwks;
}

const longestSubject = 200;

interface Source {
  readonly issuer: Issuer;
  readonly seatOf: (subject: string) => Seat;
}

/**
 * Verifies the keys of machines, and OpenID tokens of the operator, the partner portal and each tenant by the keys of the
 * issuer that they name.
 * Who the actor is, and what they may do, is read from the store at every call, never from the token. Throws the 401
 * problem, and DomainError `unavailable` where the issuer's keys are out of reach.
 */
export function createTokenVerifier(options: TokenVerifierOptions): (token: string) => Promise<Actor> {
  const { audience, fetchJwks } = options;
  const verifyByIssuer = createIssuerVerifier(fetchJwks);
  return async (token) => {
    if (isKey(token)) return readKeyHolder(token, options);
    const source = await findSource(readIssuer(token), options);
    if (source === undefined) throw unauthorized();
    const payload = await verifyByIssuer(token, source.issuer, audience);
    const actor = await actorOfSeat(source.seatOf(demandSubject(payload)), options);
    if (actor === undefined) throw unauthorized();
    return actor;
  };
}

/** The issuer that a token names, not verified yet: it only says whose keys to try. */
function readIssuer(token: string): string {
  try {
    const { iss } = decodeJwt(token);
    if (typeof iss === "string") return iss;
  } catch {
    throw unauthorized();
  }
  throw unauthorized();
}

async function findSource(iss: string, options: TokenVerifierOptions): Promise<Source | undefined> {
  const { platform, operatorIssuer, partnerIssuer } = options;
  if (operatorIssuer !== undefined && iss === operatorIssuer.url) {
    return { issuer: operatorIssuer, seatOf: (subject) => ({ kind: "operator", subject }) };
  }
  if (partnerIssuer !== undefined && iss === partnerIssuer.url) {
    return { issuer: partnerIssuer, seatOf: (subject) => ({ kind: "partner", subject }) };
  }
  const { id: tenantId, issuer } = (await platform.findTenantByIssuer(iss)) ?? {};
  if (tenantId === undefined || issuer === undefined) return undefined;
  return { issuer, seatOf: (subject) => ({ kind: "member", tenantId, subject }) };
}

function demandSubject({ sub, iat = 0 }: JWTPayload): string {
  if (iat > Date.now() / 1000 + clockTolerance) throw unauthorized();
  if (typeof sub !== "string" || sub === "" || sub.length > longestSubject) throw unauthorized();
  return sub;
}
