import { DomainError } from "@luyue/core/error";
import type { TicketOf } from "@luyue/core/sign-in";
import type { Runtime } from "@luyue/usecases/runtime";
import type { Claims } from "@luyue/usecases/sign-in";
import type { Issuer } from "@luyue/usecases/tenant";
import type { JWTPayload } from "jose";
import * as oidc from "openid-client";
import type { VerifyByIssuer } from "../auth/verify-token.ts";

export interface OpenIdOptions {
  readonly runtime: Pick<Runtime, "unseal" | "baseUrl">;
  /** Verifies an ID token by the issuer's keys, for this audience. */
  readonly verify: VerifyByIssuer;
  /** For one machine alone: issuers over HTTP. Never in production. */
  readonly allowHttp?: boolean;
}

/** What the browser takes along to the issuer and has to come back with. */
type Sent = Pick<TicketOf<"issuer">, "state" | "nonce" | "verifier">;

export interface OpenId {
  readonly begin: (issuer: Issuer) => Promise<Sent & { readonly url: URL }>;
  readonly finish: (issuer: Issuer, answer: URL, sent: Sent) => Promise<Claims>;
}

const keptMs = 600_000;
const timeoutSeconds = 5;
export const callbackPath = "/v1/sign-in/issuer/callback";

/**
 * Sign-in at an issuer: the authorization code flow with PKCE, state and nonce. What the issuer answers is checked by
 * openid-client, its ID token's signature by the keys that are on file for it.
 */
export function createOpenId({ runtime, verify, allowHttp = false }: OpenIdOptions): OpenId {
  const redirectUri = `${runtime.baseUrl}${callbackPath}`;
  const known = new Map<string, { readonly at: number; readonly found: Promise<oidc.Configuration> }>();
  const configOf = (issuer: Issuer): Promise<oidc.Configuration> => {
    const key = JSON.stringify(issuer);
    const kept = known.get(key);
    if (kept !== undefined && Date.now() - kept.at < keptMs) return kept.found;
    const found = discover(issuer, runtime, allowHttp);
    known.set(key, { at: Date.now(), found });
    found.catch(() => known.delete(key));
    return found;
  };
  return {
    begin: async (issuer) => {
      const config = await configOf(issuer);
      const [state, nonce, verifier] = [
        oidc.randomState(),
        oidc.randomNonce(),
        oidc.randomPKCECodeVerifier(),
      ];
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: "openid email",
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      return { url, state, nonce, verifier };
    },
    finish: async (issuer, { search }, { state, nonce, verifier }) => {
      const config = await configOf(issuer);
      const answer = new URL(`${redirectUri}${search}`);
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      };
      const tokens = await oidc.authorizationCodeGrant(config, answer, checks).catch(explain);
      const { id_token: idToken = "" } = tokens;
      return claimsOf(await verify(idToken, issuer, clientOf(issuer).id));
    },
  };
}

async function discover(
  issuer: Issuer,
  { unseal }: Pick<Runtime, "unseal">,
  allowHttp: boolean,
): Promise<oidc.Configuration> {
  const { id, sealedSecret } = clientOf(issuer);
  const secret = sealedSecret === undefined ? undefined : unseal(sealedSecret, issuer.url);
  const authentication = secret === undefined ? oidc.None() : oidc.ClientSecretBasic(secret);
  const options = {
    timeout: timeoutSeconds,
    ...(allowHttp ? { execute: [oidc.allowInsecureRequests] } : {}),
  };
  return oidc
    .discovery(new URL(issuer.url), id, undefined, authentication, options)
    .catch((error: unknown) => {
      throw outOfReach(error);
    });
}

function clientOf({ client }: Issuer) {
  if (client !== undefined) return client;
  throw new DomainError("notFound", {
    zh: "该单位未设置统一登录",
    en: "this agency does not sign in at an issuer",
  });
}

function claimsOf({ sub, email, email_verified: verified }: JWTPayload): Claims {
  if (sub === undefined || sub === "" || sub.length > 200) throw notSignedIn(undefined);
  return {
    subject: sub,
    ...(typeof email === "string" && verified === true ? { verifiedEmail: email } : {}),
  };
}

/** The issuer said no, or its answer does not hold; or it could not be reached. */
function explain(error: unknown): never {
  const timedOut = error instanceof Error && "code" in error && error.code === "OAUTH_TIMEOUT";
  throw timedOut || error instanceof TypeError ? outOfReach(error) : notSignedIn(error);
}

function notSignedIn(cause: unknown): DomainError {
  const error = new DomainError("forbidden", {
    zh: "单位统一登录未完成，请重新登录",
    en: "the sign-in at your agency's issuer did not go through, please try again",
  });
  return Object.assign(error, { cause });
}

function outOfReach(cause: unknown): DomainError {
  const error = new DomainError("unavailable", {
    zh: "暂时无法连接单位的统一登录服务",
    en: "your agency's sign-in service is out of reach for now",
  });
  return Object.assign(error, { cause });
}
