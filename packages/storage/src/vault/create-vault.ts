import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Seals texts, each for one purpose: who has the store and not the keys reads nothing, and cannot put one in another's place. */
export interface Vault {
  readonly seal: (text: string, purpose: string) => string;
  /** Throws Error where it was changed, sealed for something else, or under a key that is not there. */
  readonly unseal: (sealed: string, purpose: string) => string;
}

const cipher = "aes-256-gcm";
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * A vault over keys of 32 bytes (AES-256-GCM, the purpose as associated data). The first seals; the others open what was sealed
 * before it: so a key is changed by putting a new one in front. `v1.<key id>.<nonce, tag and text>`, base64url.
 */
export function createVault(keys: readonly Buffer[]): Vault {
  const [first] = keys;
  if (first === undefined || keys.some((key) => key.length !== keyBytes)) {
    throw new RangeError("a vault needs keys of 32 bytes");
  }
  const known = new Map(keys.toReversed().map((key) => [idOf(key), key]));
  return {
    seal: (text, purpose) => {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, first, nonce, { authTagLength: tagBytes });
      sealing.setAAD(Buffer.from(purpose));
      const hidden = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
      const all = Buffer.concat([nonce, sealing.getAuthTag(), hidden]);
      return `v1.${idOf(first)}.${all.toString("base64url")}`;
    },
    unseal: (sealed, purpose) => {
      const [, id = "", content = ""] = /^v1\.([\w-]+)\.([\w-]+)$/.exec(sealed) ?? [];
      const key = known.get(id);
      if (key === undefined) throw new Error("sealed under a key that is not there");
      const all = Buffer.from(content, "base64url");
      const opening = createDecipheriv(cipher, key, all.subarray(0, nonceBytes), { authTagLength: tagBytes });
      opening.setAAD(Buffer.from(purpose));
      opening.setAuthTag(all.subarray(nonceBytes, nonceBytes + tagBytes));
      const text = Buffer.concat([opening.update(all.subarray(nonceBytes + tagBytes)), opening.final()]);
      return text.toString("utf8");
    },
  };
}

/** Names a key without telling it. */
function idOf(key: Buffer): string {
  return createHash("sha256").update("vault key").update(key).digest("base64url").slice(0, 8);
}
