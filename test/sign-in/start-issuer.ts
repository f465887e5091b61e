import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import Provider from "oidc-provider";

export interface IssuerAccount {
  readonly email: string;
  readonly verified: boolean;
}

export interface RunningIssuer {
  readonly url: string;
  /** As the operator enters it for an agency: with the client's secret as it is. */
  readonly entered: {
    readonly url: string;
    readonly jwksUrl: string;
    readonly client: { id: string; secret: string };
  };
  readonly stop: () => Promise<void>;
}

const client = { id: "luyue", secret: "a-secret-of-the-client-of-32-characters" };

/** A real OpenID provider on loopback, with the accounts of its people by subject; any password is right. */
export async function startIssuer(
  redirectUri: string,
  accounts: Readonly<Record<string, IssuerAccount>>,
): Promise<RunningIssuer> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the issuer has no port");
  const url = `http://127.0.0.1:${address.port}`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = privateKey.export({ format: "jwk" });
  const provider = new Provider(url, {
    clients: [
      { client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] },
      {
        client_id: `${client.id}-public`,
        token_endpoint_auth_method: "none",
        redirect_uris: [redirectUri],
      },
    ],
    jwks: { keys: [{ ...key, kid: url, use: "sig", alg: "RS256" }] },
    cookies: { keys: ["a key of the tests"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    pkce: { required: () => true },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => {
        const { email, verified } = accounts[sub] ?? { email: "", verified: false };
        return { sub, email, email_verified: verified };
      },
    }),
  });
  server.on("request", provider.callback());
  return {
    url,
    entered: { url, jwksUrl: `${url}/jwks`, client },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
