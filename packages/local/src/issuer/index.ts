export { audience, createLocalIssuer, type LocalIssuer } from "./local-issuer.ts";
