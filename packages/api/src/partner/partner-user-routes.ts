import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import {
  demandNewColleague,
  erasePartner,
  invitePartner,
  listColleagues,
  noSuchPartner,
} from "@luyue/usecases/partner";
import { forgetPartner, platformTenant } from "@luyue/usecases/sign-in";
import type { PartnerUser } from "@luyue/usecases/tenant";
import type { Context } from "hono";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { commandHeaders, erasureRequest, runDerived } from "../command/index.ts";
import { jsonAnswer, jsonBody, listOf, nameSchema, secured } from "../document/describe.ts";

const about = { tags: ["partner"] };

const colleagueView = nameSchema(
  "Colleague",
  z.object({ id: z.string(), name: z.string(), email: z.string(), self: z.boolean() }),
);

const listRoute = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: "/v1/partner/users",
  operationId: "listColleagues",
  summary: "Who of one's company is in the portal",
  responses: { 200: jsonAnswer("All of them", z.object({ items: listOf(colleagueView) })) },
});

const inviteRoute = createRoute({
  ...about,
  ...secured("partner:invite"),
  method: "post",
  path: "/v1/partner/users",
  operationId: "inviteColleague",
  summary: "Lets a colleague in, by mail: to what one's company sees, and nothing else",
  request: { headers: commandHeaders, body: jsonBody(invitePartner.input) },
  responses: { 201: jsonAnswer("The colleague", colleagueView) },
});

export const reasonBody = jsonBody(erasePartner.input.pick({ reason: true }));
export const erasedAnswer = jsonAnswer("The person who is gone", z.object({ id: z.string() }));

const eraseRoute = createRoute({
  ...about,
  ...secured("partner:erase"),
  method: "post",
  path: "/v1/partner/users/{userId}/erase",
  operationId: "eraseColleague",
  summary: "Takes a colleague out of the portal and forgets what is kept of them but for the record",
  request: {
    params: z.object({ userId: z.string().regex(/^usr_[0-9a-z]{1,40}$/) }),
    headers: commandHeaders,
    body: reasonBody,
  },
  responses: { 200: erasedAnswer },
});

/** A vendor's own people in the portal. What happens to them stands on the platform's record: they are no agency's. */
export function partnerUserRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(listRoute, async (c) => {
      const actor = c.get("actor");
      const users = await listColleagues(actor, deps.platform);
      return c.json({ items: users.map((user) => viewColleague(user, actor.id)) }, 200);
    })
    .openapi(inviteRoute, async (c) => {
      const input = c.req.valid("json");
      // Asked again under the same key, the colleague is there already: that is answered as it was.
      const derive = async () => {
        await demandNewColleague(input.email, c.get("actor"), deps.platform);
        return input;
      };
      const user = await runDerived(c, deps, invitePartner, { sent: input, derive }, platformTenant);
      return c.json(viewColleague(user, c.get("actor").id), 201);
    })
    .openapi(eraseRoute, async (c) => {
      const { userId } = c.req.valid("param");
      const { reason } = c.req.valid("json");
      const derive = async () => {
        const users = await listColleagues(c.get("actor"), deps.platform);
        const user = users.find((each) => each.id === userId);
        if (user === undefined) throw noSuchPartner();
        return erasureOf(c, user, reason, deps);
      };
      const sent = { userId, reason };
      return c.json(await runDerived(c, deps, erasePartner, { sent, derive }, platformTenant), 200);
    });
}

/** What the command that erases a person of a vendor is given, once what is kept of them elsewhere is forgotten. */
export async function erasureOf(
  c: Context<ApiEnvironment>,
  user: PartnerUser,
  reason: string,
  deps: RouteDependencies,
) {
  const { id, subject, vendorId } = user;
  const forgotten = await forgetPartner(user, erasureRequest(c, deps, platformTenant), deps);
  return { user: { id, subject, vendorId }, reason, ...forgotten };
}

function viewColleague({ id, name, email }: PartnerUser, self: string) {
  return { id, name, email, self: id === self };
}
