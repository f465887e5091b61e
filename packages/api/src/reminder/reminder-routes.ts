import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { listSent } from "@luyue/usecases/query";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf } from "../command/index.ts";
import { jsonAnswer, secured } from "../document/describe.ts";
import { pageQuery, pageRequest, pageSchema, viewPage } from "../document/page.ts";
import { sentView, viewSent } from "./sent-view.ts";

const list = createRoute({
  ...secured("contract:read"),
  tags: ["reminder"],
  method: "get",
  path: "/v1/reminders",
  operationId: "listReminders",
  summary: "What was sent or is to be sent for the agency, the newest first",
  request: { query: pageQuery },
  responses: { 200: jsonAnswer("A page of messages", pageSchema(sentView)) },
});

export function reminderRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>().openapi(list, async (c) => {
    const { store, actor } = agencyOf(c, deps);
    const page = await listSent(store, actor, pageRequest(c.req.valid("query")));
    return c.json(viewPage(page, viewSent), 200);
  });
}
