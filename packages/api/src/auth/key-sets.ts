import { DomainError } from "@luyue/core/error";
import { createRemoteJWKSet, customFetch } from "jose";

export type KeySet = ReturnType<typeof createRemoteJWKSet>;

/** Where an issuer's keys are. */
export interface Issuer {
  readonly url: string;
  readonly jwksUrl: string;
}

export type FetchJwks = (url: string, init: RequestInit) => Promise<Response>;

const options = { timeoutDuration: 5000, cooldownDuration: 30_000, cacheMaxAge: 600_000 };

/** One remote key set an issuer, fetched on need and kept: a key of one issuer is never looked for in another's. */
export function createKeySets(fetchJwks: FetchJwks = fetch): (issuer: Issuer) => KeySet {
  const known = new Map<string, KeySet>();
  const fetchKeys: FetchJwks = async (url, init) => {
    try {
      return await fetchJwks(url, init);
    } catch (error) {
      throw keysOutOfReach(error);
    }
  };
  return ({ url, jwksUrl }) => {
    const key = `${url} ${jwksUrl}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = createRemoteJWKSet(new URL(jwksUrl), { ...options, [customFetch]: fetchKeys });
    known.set(key, made);
    return made;
  };
}

export function keysOutOfReach(cause: unknown): DomainError {
  const error = new DomainError("unavailable", {
    zh: "暂时无法取得登录服务的密钥",
    en: "the issuer's keys are out of reach for now",
  });
  return Object.assign(error, { cause });
}
