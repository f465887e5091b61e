import { DomainError } from "@luyue/core/error";
import type { Actor, Platform, Runtime } from "@luyue/usecases/runtime";
import { decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import { unauthorized } from "../problem/index.ts";
import { isKey, readKeyHolder } from "./read-key-holder.ts";
import { createKeySets, type FetchJwks, type Issuer, keysOutOfReach, type KeySet } from "./key-sets.ts";

export interface TokenVerifierOptions {
  readonly platform: Platform;
  readonly partnerIssuer: Issuer;
  readonly operatorIssuer: Issuer;
  readonly audience: string;
  readonly runtime: Pick<Runtime, "now" | "digest">;
  /** In place of `fetch`, for the issuers' keys. */
  readonly fetchJwks?: FetchJwks;
}

/** Signatures by a private key only: with a shared secret, whoever can verify a token could also make one. */
const algorithms = ["ES256", "RS256", "PS256", "EdDSA"];
const clockTolerance = 30;
const longestSubject = 200;

interface Source {
  readonly issuer: Issuer;
  readonly actorOf: (subject: string) => Promise<Actor | undefined>;
}

/**
 * Verifies the keys of machines, and OpenID tokens of the operator, the partner portal and each tenant by the keys of the
 * issuer that they name.
 * Who the actor is, and what they may do, is read from the store at every call, never from the token. Throws the 401
 * problem, and DomainError `unavailable` where the issuer's keys are out of reach.
 */
export function createTokenVerifier(options: TokenVerifierOptions): (token: string) => Promise<Actor> {
  const { audience, fetchJwks } = options;
  const keySetOf = createKeySets(fetchJwks);
  return async (token) => {
    if (isKey(token)) return readKeyHolder(token, options);
    const source = await findSource(readIssuer(token), options);
    if (source === undefined) throw unauthorized();
    const payload = await verify(token, keySetOf(source.issuer), source.issuer.url, audience);
    const actor = await source.actorOf(demandSubject(payload));
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
  if (iss === operatorIssuer.url) {
    return { issuer: operatorIssuer, actorOf: async (id) => ({ kind: "operator", id, name: id }) };
  }
  if (iss === partnerIssuer.url) {
    return { issuer: partnerIssuer, actorOf: (subject) => findPartner(subject, platform) };
  }
  const tenant = await platform.findTenantByIssuer(iss);
  if (tenant === undefined) return undefined;
  return { issuer: tenant.issuer, actorOf: (subject) => findMember(tenant.id, subject, platform) };
}

async function verify(token: string, keys: KeySet, issuer: string, audience: string): Promise<JWTPayload> {
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

function demandSubject({ sub, iat = 0 }: JWTPayload): string {
  if (iat > Date.now() / 1000 + clockTolerance) throw unauthorized();
  if (typeof sub !== "string" || sub === "" || sub.length > longestSubject) throw unauthorized();
  return sub;
}

async function findMember(tenantId: string, subject: string, platform: Platform): Promise<Actor | undefined> {
  const member = await platform.tenant(tenantId).getMember(subject);
  if (member === undefined) return undefined;
  const { id, name, roles } = member;
  return { kind: "member", id, tenantId, name, roles };
}

async function findPartner(subject: string, platform: Platform): Promise<Actor | undefined> {
  const user = await platform.getPartnerUser(subject);
  if (user === undefined) return undefined;
  const { id, vendorId, name } = user;
  return { kind: "partner", id, vendorId, name };
}
