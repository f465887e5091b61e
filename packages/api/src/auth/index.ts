export { authenticate } from "./authenticate.ts";
export { createPermissionOf } from "./permission-of.ts";
export { createTokenVerifier, type TokenVerifierOptions } from "./create-token-verifier.ts";
export { createIssuerVerifier, type VerifyByIssuer } from "./verify-token.ts";
export { writeKey } from "./read-key-holder.ts";
export type { FetchJwks, Issuer } from "./key-sets.ts";
