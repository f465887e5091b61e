import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { enrolPartner } from "@luyue/usecases/partner";
import { createTenant } from "@luyue/usecases/tenant";
import type { Context } from "hono";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { commandHeaders, runCommand } from "../command/index.ts";
import { jsonAnswer, jsonBody, secured } from "../document/describe.ts";

/** The tenant on whose record the operator's own work stands. */
const platformTenant = "ten_platform";

const about = { tags: ["operator"] };

const createTenantRoute = createRoute({
  ...about,
  ...secured("tenant:create"),
  method: "post",
  path: "/v1/tenants",
  operationId: "createTenant",
  summary: "Makes an agency's tenant with its first administrator",
  request: { headers: commandHeaders, body: jsonBody(createTenant.input) },
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
      }),
    ),
  },
});

export function operatorRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(createTenantRoute, async (c) => {
      const tenantId = newTenantId(c, deps);
      return c.json(await runCommand(c, deps, createTenant, c.req.valid("json"), tenantId), 201);
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
