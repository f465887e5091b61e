import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";

/** The audience that the API's tokens are made for. */
export const audience = "luyue-api";

const algorithm = "ES256";

/**
 * A small OpenID issuer for the demo on one machine: one issuer a tenant, each with a key of its own. It signs in
 * whoever asks, so it belongs on loopback and nowhere else.
 */
export interface LocalIssuer {
  /** The issuer's URL, as it stands in `iss`. */
  readonly urlOf: (name: string) => string;
  readonly jwks: (name: string) => Promise<{ keys: JWK[] }>;
  readonly sign: (name: string, subject: string) => Promise<string>;
}

/** Keys are kept in `file`, readable by its owner alone, so that they outlive a restart; without one in memory. */
export function createLocalIssuer(baseUrl: string, file?: string): LocalIssuer {
  const keys = createKeyRing(file);
  const urlOf = (name: string) => `${baseUrl}/issuer/${name}`;
  return {
    urlOf,
    async jwks(name) {
      const known = await keys(name, "known");
      if (known === undefined) return { keys: [] };
      const { d: _private, ...jwk } = known;
      return { keys: [{ ...jwk, kid: name, alg: algorithm, use: "sig" }] };
    },
    async sign(name, subject) {
      const jwk = await keys(name, "new");
      if (jwk === undefined) throw new RangeError(`no issuer is called ${name}`);
      const key = await importJWK(jwk, algorithm);
      // The machine's own clock: a token lives by it, whatever day the stack has been set to.
      return new SignJWT({})
        .setProtectedHeader({ alg: algorithm, kid: name })
        .setIssuer(urlOf(name))
        .setSubject(subject)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime("8h")
        .sign(key);
    },
  };
}

const nameShape = /^[a-z][a-z0-9-]{0,59}$/;

/** A key by its issuer's name; `new` makes it where the name has none yet. */
type KeyRing = (name: string, which: "known" | "new") => Promise<JWK | undefined>;

function createKeyRing(file: string | undefined): KeyRing {
  let ring: Promise<Record<string, JWK>> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  return (name, which) => {
    const next = turn.then(async () => {
      ring ??= readRing(file);
      const known = await ring;
      if (Object.hasOwn(known, name)) return known[name];
      if (which === "known" || !nameShape.test(name)) return undefined;
      const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
      const jwk = await exportJWK(privateKey);
      known[name] = jwk;
      if (file !== undefined) await saveRing(file, known);
      return jwk;
    });
    turn = next.catch(() => undefined);
    return next;
  };
}

async function readRing(file: string | undefined): Promise<Record<string, JWK>> {
  if (file === undefined) return {};
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this program is its only writer
    return JSON.parse(await readFile(file, "utf8")) as Record<string, JWK>;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
}

async function saveRing(file: string, ring: Record<string, JWK>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(ring), { mode: 0o600 });
  await chmod(file, 0o600);
}
