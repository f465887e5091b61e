import { OpenAPIHono } from "@hono/zod-openapi";
import { DomainError } from "@luyue/core/error";
import type { Seat } from "@luyue/core/sign-in";
import { listMembers } from "@luyue/usecases/query";
import { endSession, endSessions, forgetMember, listSessions, readPerson } from "@luyue/usecases/sign-in";
import { eraseMember, inviteMember } from "@luyue/usecases/tenant";
import type { Context } from "hono";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, erasureRequest, runCommand, runDerived } from "../command/index.ts";
import { viewPersonalData, viewSignedIn } from "../session/index.ts";
import { signInDependencies } from "../sign-in/index.ts";
import { viewMember } from "../tenant/tenant-view.ts";
import * as routes from "./member-definitions.ts";

type Ask = Context<ApiEnvironment>;

/** The people of an agency: inviting them, where they are signed in, what is kept of them, and forgetting it. */
export function memberRoutes(deps: RouteDependencies) {
  const parts = signInDependencies(deps);
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.inviteRoute, async (c) =>
      c.json(viewMember(await runCommand(c, deps, inviteMember, c.req.valid("json"))), 201),
    )
    .openapi(routes.eraseRoute, async (c) => {
      const { memberId: id } = c.req.valid("param");
      const { reason } = c.req.valid("json");
      const derive = async () => ({
        id,
        reason,
        ...(await forgetMember(id, erasureRequest(c, deps), parts)),
      });
      return c.json(await runDerived(c, deps, eraseMember, { sent: { id, reason }, derive }), 200);
    })
    .openapi(routes.personalDataRoute, async (c) => {
      const seat = await demandSeat(c, c.req.valid("param").memberId, deps);
      const data = await readPerson(seat, c.get("actor"), parts);
      return c.json(viewPersonalData(data), 200);
    })
    .openapi(routes.sessionsRoute, async (c) => {
      const seat = await demandSeat(c, c.req.valid("param").memberId, deps);
      const sessions = await listSessions(seat, parts);
      return c.json({ items: sessions.map((each) => viewSignedIn(each)) }, 200);
    })
    .openapi(routes.endSessionsRoute, async (c) => {
      const seat = await demandSeat(c, c.req.valid("param").memberId, deps);
      return c.json({ ended: await endSessions(seat, c.get("actor"), parts) }, 200);
    })
    .openapi(routes.endSessionRoute, async (c) => {
      const { memberId, sessionId } = c.req.valid("param");
      const seat = await demandSeat(c, memberId, deps);
      await endSession(sessionId, seat, c.get("actor"), parts);
      return c.json({ ended: 1 }, 200);
    });
}

/** The seat of a person of the agency, by their id. Throws `notFound`. */
async function demandSeat(c: Ask, id: string, deps: RouteDependencies): Promise<Seat> {
  const { store, actor } = agencyOf(c, deps);
  const member = (await listMembers(store, actor)).find((each) => each.id === id);
  if (member === undefined) throw new DomainError("notFound", { zh: "找不到该人员", en: "no such person" });
  return { kind: "member", tenantId: store.tenantId, subject: member.subject };
}
