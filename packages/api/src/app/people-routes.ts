import { OpenAPIHono } from "@hono/zod-openapi";
import { memberRoutes } from "../member/index.ts";
import { partnerUserRoutes } from "../partner/index.ts";
import { sessionRoutes } from "../session/index.ts";
import { signInRoutes } from "../sign-in/index.ts";
import { tenantRoutes } from "../tenant/index.ts";
import type { ApiEnvironment, RouteDependencies } from "./environment.ts";

/** Coming in, one's own sessions, the agency, and who else may come in. */
export function peopleRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .route("/", signInRoutes(deps))
    .route("/", sessionRoutes(deps))
    .route("/", tenantRoutes(deps))
    .route("/", memberRoutes(deps))
    .route("/", partnerUserRoutes(deps));
}
