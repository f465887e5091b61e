import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { DomainError } from "@luyue/core/error";
import { normaliseAddress } from "@luyue/core/sign-in";
import { erasePartner, invitePartner, noSuchPartner } from "@luyue/usecases/partner";
import { forgetPerson, platformTenant } from "@luyue/usecases/sign-in";
import type { PartnerUser } from "@luyue/usecases/tenant";
import type { Context } from "hono";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { commandHeaders, runDerived } from "../command/index.ts";
import { jsonAnswer, jsonBody, listOf, nameSchema, secured } from "../document/describe.ts";
import { signInDependencies } from "../sign-in/index.ts";

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
      const { users, id } = await colleaguesOf(c, deps);
      return c.json({ items: users.map((user) => viewColleague(user, id)) }, 200);
    })
    .openapi(inviteRoute, async (c) => {
      const input = c.req.valid("json");
      // Asked again under the same key, the colleague is there already: that is answered as it was.
      const derive = async () => {
        await demandNewAddress(c, input.email, deps);
        return input;
      };
      const user = await runDerived(c, deps, invitePartner, { sent: input, derive }, platformTenant);
      return c.json(viewColleague(user, c.get("actor").id), 201);
    })
    .openapi(eraseRoute, async (c) => {
      const { userId } = c.req.valid("param");
      const { reason } = c.req.valid("json");
      const derive = async () => {
        const { users, id } = await colleaguesOf(c, deps);
        const user = users.find((each) => each.id === userId);
        if (user === undefined) throw noSuchPartner();
        return erasureOf(user, reason, id, deps);
      };
      const sent = { userId, reason };
      return c.json(await runDerived(c, deps, erasePartner, { sent, derive }, platformTenant), 200);
    });
}

/** What the command that erases a person of a vendor is given, once what is kept of them elsewhere is forgotten. */
export async function erasureOf(user: PartnerUser, reason: string, by: string, deps: RouteDependencies) {
  const { id, subject, vendorId, email } = user;
  const input = { user: { id, subject, vendorId }, reason };
  if (id === by) return input;
  const seat = { kind: "partner", subject } as const;
  const forget = await forgetPerson({ seat, id, email }, signInDependencies(deps));
  return { ...input, ...(forget === undefined ? {} : { forget }) };
}

async function colleaguesOf(c: Context<ApiEnvironment>, { platform }: RouteDependencies) {
  const actor = c.get("actor");
  if (actor.kind !== "partner") throw noSuchPartner();
  return { id: actor.id, users: await platform.vendor(actor.vendorId).listUsers() };
}

async function demandNewAddress(c: Context<ApiEnvironment>, email: string, deps: RouteDependencies) {
  const { users } = await colleaguesOf(c, deps);
  const address = normaliseAddress(email);
  if (!users.some((user) => normaliseAddress(user.email) === address)) return;
  throw new DomainError("conflict", {
    zh: "该邮箱已属于一名同事",
    en: "this address already belongs to a colleague",
  });
}

function viewColleague({ id, name, email }: PartnerUser, self: string) {
  return { id, name, email, self: id === self };
}
