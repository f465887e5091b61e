import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { languageSchema } from "@luyue/core/text";
import { demandPartner, enrolPartner, erasePartner } from "@luyue/usecases/partner";
import { platformTenant, resetFactor } from "@luyue/usecases/sign-in";
import { changeSignIn, createTenant, grantEmergencyAccess } from "@luyue/usecases/tenant";
import type { Context } from "hono";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { commandHeaders, runCommand, runDerived } from "../command/index.ts";
import { agencyIdSchema } from "../contract/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";
import { erasedAnswer, erasureOf } from "../partner/index.ts";
import { issuerInput, sealIssuer } from "./seal-issuer.ts";

const about = { tags: ["operator"] };

const createTenantRoute = createRoute({
  ...about,
  ...secured("tenant:create"),
  method: "post",
  path: "/v1/tenants",
  operationId: "createTenant",
  summary: "Makes an agency's tenant with its first administrator",
  request: {
    headers: commandHeaders,
    body: jsonBody(createTenant.input.extend({ issuer: issuerInput.optional() })),
  },
  responses: {
    201: jsonAnswer(
      "The tenant",
      z.object({ id: z.string(), name: z.string(), administratorId: z.string() }),
    ),
  },
});

const enrolPartnerRoute = createRoute({
  ...about,
  ...secured("partner:enrol"),
  method: "post",
  path: "/v1/partner-users",
  operationId: "enrolPartner",
  summary: "Lets a person of a vendor sign in to the partner portal",
  request: { headers: commandHeaders, body: jsonBody(enrolPartner.input) },
  responses: {
    201: jsonAnswer(
      "The partner user",
      z.object({
        id: z.string(),
        subject: z.string(),
        vendorId: z.string(),
        name: z.string(),
        email: z.string(),
        language: languageSchema.optional(),
      }),
    ),
  },
});

const agencyParams = z.object({ agencyId: agencyIdSchema });

const changeSignInRoute = createRoute({
  ...about,
  ...secured("tenant:create"),
  method: "put",
  path: "/v1/tenants/{agencyId}/sign-in",
  operationId: "changeSignIn",
  summary: "Changes how an agency's people sign in: at an issuer of its own, or by mail",
  request: {
    params: agencyParams,
    headers: commandHeaders,
    body: jsonBody(z.strictObject({ issuer: issuerInput.nullable() })),
  },
  responses: {
    200: jsonAnswer(
      "The agency's issuer; the secret of its client is not shown again",
      z.object({
        id: z.string(),
        issuer: z
          .object({ url: z.string(), jwksUrl: z.string(), clientId: z.string().nullable() })
          .nullable(),
      }),
    ),
  },
});

const grantAccessRoute = createRoute({
  ...about,
  ...secured("emergency:grant"),
  method: "post",
  path: "/v1/tenants/{agencyId}/emergency-access",
  operationId: "grantEmergencyAccess",
  summary:
    "Lets a named person in as administrator for some hours; on the agency's record, its administrators are told",
  request: { params: agencyParams, headers: commandHeaders, body: jsonBody(grantEmergencyAccess.input) },
  responses: {
    201: jsonAnswer("The person, and until when", z.object({ id: z.string(), until: z.string() })),
  },
});

const resetFactorRoute = createRoute({
  ...about,
  ...secured("factor:reset"),
  method: "post",
  path: "/v1/tenants/second-factors/reset",
  operationId: "resetSecondFactor",
  summary: "Forgets the second factor of an address whose person has lost it with all codes",
  request: { headers: commandHeaders, body: jsonBody(resetFactor.input) },
  responses: { 200: jsonAnswer("The address, masked", z.object({ address: z.string() })) },
});

const erasePartnerRoute = createRoute({
  ...about,
  ...secured("partner:erase"),
  method: "post",
  path: "/v1/partner-users/erase",
  operationId: "erasePartner",
  summary: "Takes a person of a vendor out of the portal and forgets what is kept of them but for the record",
  request: {
    headers: commandHeaders,
    body: jsonBody(z.strictObject({ email: z.email().max(254), reason: erasePartner.input.shape.reason })),
  },
  responses: { 200: erasedAnswer },
});

export function operatorRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(createTenantRoute, async (c) => {
      const tenantId = newTenantId(c, deps);
      const { issuer, ...sent } = c.req.valid("json");
      const derive = async () => ({ ...sent, ...sealIssuer(issuer, deps.runtime) });
      const derived = { sent: { ...sent, issuer }, derive };
      return c.json(await runDerived(c, deps, createTenant, derived, tenantId), 201);
    })
    .openapi(changeSignInRoute, async (c) => {
      const { issuer } = c.req.valid("json");
      const derive = async () => ({ issuer: sealIssuer(issuer ?? undefined, deps.runtime).issuer ?? null });
      const { agencyId } = c.req.valid("param");
      return c.json(await runDerived(c, deps, changeSignIn, { sent: { issuer }, derive }, agencyId), 200);
    })
    .openapi(grantAccessRoute, async (c) => {
      const { agencyId } = c.req.valid("param");
      return c.json(await runCommand(c, deps, grantEmergencyAccess, c.req.valid("json"), agencyId), 201);
    })
    .openapi(resetFactorRoute, async (c) => {
      const { address } = await runCommand(c, deps, resetFactor, c.req.valid("json"), platformTenant);
      return c.json({ address }, 200);
    })
    .openapi(erasePartnerRoute, async (c) => {
      const sent = c.req.valid("json");
      const derive = async () =>
        erasureOf(c, await demandPartner(sent.email, deps.platform), sent.reason, deps);
      return c.json(await runDerived(c, deps, erasePartner, { sent, derive }, platformTenant), 200);
    })
    .openapi(enrolPartnerRoute, async (c) =>
      c.json(await runCommand(c, deps, enrolPartner, c.req.valid("json"), platformTenant), 201),
    );
}

/** A retry under the same key has to find the tenant that the first try made, so its id follows from the key. */
function newTenantId(c: Context<ApiEnvironment>, { runtime }: RouteDependencies): string {
  const key = c.req.header("idempotency-key");
  if (key === undefined) return runtime.newId("ten");
  return `ten_${runtime.digest(`${c.get("actor").id}|${key}`).slice(0, 20)}`;
}
