import { OpenAPIHono } from "@hono/zod-openapi";
import { DomainError } from "@luyue/core/error";
import { ticketMinutes } from "@luyue/core/sign-in";
import {
  askForLink,
  enterByIssuer,
  enterCode,
  issueTicket,
  openLink,
  recallIssuer,
} from "@luyue/usecases/sign-in";
import type { Issuer, Tenant } from "@luyue/usecases/tenant";
import type { Context } from "hono";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { HttpProblem } from "../problem/index.ts";
import { viewSession } from "../session/session-view.ts";
import { dropCookie, readCookie, writeCookie } from "./cookies.ts";
import { demandOrigin } from "./demand-origin.ts";
import * as routes from "./sign-in-definitions.ts";
import { callerOf, signInDependencies } from "./sign-in-parts.ts";

type Ask = Context<ApiEnvironment>;

/** Signing in: at an issuer, or by a mailed link and a second factor. Nobody is signed in yet, so no permission is asked. */
export function signInRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.readWayRoute, async (c) => {
      const { name, issuer } = await demandAgency(c.req.valid("param").agencyId, deps);
      return c.json(
        { name, by: issuer?.client === undefined ? ("mail" as const) : ("issuer" as const) },
        200,
      );
    })
    .openapi(routes.goToIssuerRoute, async (c) => {
      const { id, issuer } = await demandAgency(c.req.valid("param").agencyId, deps);
      return goTo(c, issuer, id, deps);
    })
    .openapi(routes.goToOperatorIssuerRoute, async (c) =>
      goTo(c, deps.signIn.operatorIssuer, undefined, deps),
    )
    .openapi(routes.callbackRoute, async (c) => comeBack(c, deps))
    .openapi(routes.askForLinkRoute, async (c) => {
      demandOrigin(c, deps.signIn.origins);
      const browser = readCookie(c, "browser") ?? deps.runtime.newKeySecret();
      await askForLink(c.req.valid("json"), browser, callerOf(c, deps), signInDependencies(deps));
      writeCookie(c, "browser", browser);
      return c.json({ minutes: ticketMinutes }, 202);
    })
    .openapi(routes.openLinkRoute, async (c) => {
      demandOrigin(c, deps.signIn.origins);
      const { link } = c.req.valid("json");
      const parts = signInDependencies(deps);
      const { secret, newFactor } = await openLink(link, readCookie(c, "browser"), callerOf(c, deps), parts);
      dropCookie(c, "browser");
      writeCookie(c, "step", secret);
      return c.json({ newFactor: newFactor ?? null }, 200);
    })
    .openapi(routes.enterCodeRoute, async (c) => {
      demandOrigin(c, deps.signIn.origins);
      const { code } = c.req.valid("json");
      const parts = signInDependencies(deps);
      const entered = await enterCode(readCookie(c, "step"), code, callerOf(c, deps), parts);
      const { secret, session, actor, recovery } = entered;
      dropCookie(c, "step");
      writeCookie(c, "session", secret);
      return c.json({ ...viewSession(actor, session), recovery }, 200);
    });
}

async function demandAgency(agencyId: string, { platform }: RouteDependencies): Promise<Tenant> {
  const tenant = await platform.tenant(agencyId).getTenant();
  if (tenant !== undefined) return tenant;
  throw new DomainError("notFound", { zh: "找不到该单位", en: "no such agency" });
}

/** Sends a browser to an issuer, with what it has to come back with. */
async function goTo(
  c: Ask,
  issuer: Issuer | undefined,
  tenantId: string | undefined,
  deps: RouteDependencies,
): Promise<Response> {
  if (issuer?.client === undefined) {
    throw new DomainError("notFound", { zh: "未设置统一登录", en: "nobody signs in at an issuer here" });
  }
  return orSayWhy(c, deps, async () => {
    const { url, ...sent } = await deps.signIn.openId.begin(issuer);
    const ticket = { step: "issuer", ...sent, ...(tenantId === undefined ? {} : { tenantId }) } as const;
    writeCookie(c, "browser", await issueTicket(ticket, deps));
    return url.href;
  });
}

/** A browser comes back from an issuer. */
async function comeBack(c: Ask, deps: RouteDependencies): Promise<Response> {
  const { baseUrl } = deps.runtime;
  const parts = signInDependencies(deps);
  return orSayWhy(c, deps, async () => {
    const { tenantId, ...sent } = await recallIssuer(readCookie(c, "browser"), parts);
    dropCookie(c, "browser");
    const issuer =
      tenantId === undefined
        ? deps.signIn.operatorIssuer
        : (await deps.platform.tenant(tenantId).getTenant())?.issuer;
    if (issuer === undefined) return `${baseUrl}/sign-in?failed=forbidden`;
    const claims = await deps.signIn.openId.finish(issuer, new URL(c.req.url), sent);
    const { secret } = await enterByIssuer(tenantId, claims, callerOf(c, deps), parts);
    writeCookie(c, "session", secret);
    return `${baseUrl}/today`;
  });
}

/** Leads on; people read why it did not go through on the sign-in page, not as a document. */
async function orSayWhy(c: Ask, { runtime }: RouteDependencies, leadTo: () => Promise<string>) {
  try {
    return c.redirect(await leadTo(), 303);
  } catch (error) {
    if (!(error instanceof DomainError || error instanceof HttpProblem)) throw error;
    return c.redirect(`${runtime.baseUrl}/sign-in?failed=${error.code}`, 303);
  }
}
