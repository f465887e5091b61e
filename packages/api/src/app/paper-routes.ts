import { OpenAPIHono } from "@hono/zod-openapi";
import { noticeRoutes } from "../notice/index.ts";
import { paymentPaperRoutes } from "../payment-paper/index.ts";
import { reportRoutes } from "../report/index.ts";
import type { ApiEnvironment, RouteDependencies } from "./environment.ts";

/** Papers to be printed: the report of an acceptance, the notice of a penalty, the request for a payment. */
export function paperRoutes(dependencies: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .route("/", reportRoutes(dependencies))
    .route("/", noticeRoutes(dependencies))
    .route("/", paymentPaperRoutes(dependencies));
}
