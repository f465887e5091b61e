import { OpenAPIHono } from "@hono/zod-openapi";
import { civilDateOf } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { seatKey, type Session } from "@luyue/core/sign-in";
import type { Actor } from "@luyue/usecases/runtime";
import {
  changeSeat,
  endSession,
  endSessions,
  forgetFactor,
  listOpenSeats,
  listSessions,
  readPerson,
} from "@luyue/usecases/sign-in";
import type { Context } from "hono";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { callerOf, dropCookie, signInDependencies, writeCookie } from "../sign-in/index.ts";
import { viewPersonalData } from "./personal-data-view.ts";
import * as routes from "./session-definitions.ts";
import { viewPermissions, viewSession, viewSignedIn } from "./session-view.ts";

type Ask = Context<ApiEnvironment>;

/** One's own sign-in: who one is, where else one is signed in, and out of it. */
export function sessionRoutes(deps: RouteDependencies) {
  const parts = signInDependencies(deps);
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(routes.readRoute, async (c) => {
      const { session, actor } = c.var;
      const [seats, organisation] = await Promise.all([
        listSeats(session, deps),
        nameOrganisation(actor, deps),
      ]);
      const today = civilDateOf(deps.runtime.now());
      const permissions = viewPermissions(actor);
      return c.json({ ...viewSession(actor, session), organisation, permissions, today, seats }, 200);
    })
    .openapi(routes.changeSeatRoute, async (c) => {
      const session = demandSession(c);
      const { seat } = c.req.valid("json");
      const { secret, session: next, actor } = await changeSeat(session, seat, callerOf(c, deps), parts);
      writeCookie(c, "session", secret);
      return c.json(viewSession(actor, next), 200);
    })
    .openapi(routes.endRoute, async (c) => {
      const { hash, seat } = demandSession(c);
      await endSession(hash, seat, c.get("actor"), parts);
      dropCookie(c, "session");
      return c.json({ ended: 1 }, 200);
    })
    .openapi(routes.listRoute, async (c) => {
      const { seat, hash } = demandSession(c);
      const sessions = await listSessions(seat, parts);
      return c.json({ items: sessions.map((each) => viewSignedIn(each, hash)) }, 200);
    })
    .openapi(routes.endOthersRoute, async (c) => {
      const { seat, hash } = demandSession(c);
      return c.json({ ended: await endSessions(seat, c.get("actor"), parts, hash) }, 200);
    })
    .openapi(routes.endOneRoute, async (c) => {
      const { seat } = demandSession(c);
      await endSession(c.req.valid("param").sessionId, seat, c.get("actor"), parts);
      return c.json({ ended: 1 }, 200);
    })
    .openapi(routes.forgetFactorRoute, async (c) => {
      const ended = await forgetFactor(demandSession(c), c.get("actor"), parts);
      dropCookie(c, "session");
      return c.json({ ended }, 200);
    })
    .openapi(routes.personalDataRoute, async (c) => {
      const data = await readPerson(demandSession(c).seat, c.get("actor"), parts);
      return c.json(viewPersonalData(data), 200);
    });
}

/** Throws `conflict` for who asks with a token: a token is no session. */
function demandSession(c: Ask): Session {
  const session = c.get("session");
  if (session !== undefined) return session;
  throw new DomainError("conflict", {
    zh: "该请求使用访问令牌，没有登录会话",
    en: "this request goes by a token and has no session",
  });
}

async function listSeats(session: Session | undefined, deps: RouteDependencies) {
  if (session?.address === undefined) return [];
  const seats = await listOpenSeats(session.address, deps);
  return Promise.all(
    seats.map(async ({ seat, actor }) => ({
      key: seatKey(seat),
      kind: seat.kind,
      name: actor.name,
      organisation: await nameOrganisation(actor, deps),
      current: seatKey(seat) === seatKey(session.seat),
    })),
  );
}

/** Whom somebody acts for: their agency, or their vendor by the name in its contracts. */
async function nameOrganisation(actor: Actor, { platform }: RouteDependencies): Promise<string> {
  switch (actor.kind) {
    case "member":
      return (await platform.tenant(actor.tenantId).getTenant())?.name ?? "";
    case "partner":
      return (await platform.vendor(actor.vendorId).listContracts({ limit: 1 })).items[0]?.vendorName ?? "";
    case "operator":
    case "system":
      return "";
  }
}
