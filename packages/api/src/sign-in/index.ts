export { dropCookie, readCookie, writeCookie } from "./cookies.ts";
export { demandOrigin } from "./demand-origin.ts";
export { createOpenId, type OpenId, type OpenIdOptions } from "./open-id.ts";
export { createSecondFactor } from "./second-factor.ts";
export { callerOf, signInDependencies, type SignInParts } from "./sign-in-parts.ts";
export { signInRoutes } from "./sign-in-routes.ts";
