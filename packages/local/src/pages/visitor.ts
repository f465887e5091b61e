import { readCookie } from "@luyue/api/sign-in";
import type { Session } from "@luyue/core/sign-in";
import { readSession } from "@luyue/usecases/sign-in";
import type { Context, Hono } from "hono";
import type { Stack } from "../stack/index.ts";
import { describePerson, type Person } from "./person.ts";

/** Who looks at a page, by the session that the browser has. */
export interface Visitor {
  readonly person: Person;
  readonly session: Session;
}

declare module "hono" {
  interface ContextVariableMap {
    visitor: Visitor | undefined;
  }
}

/** Who looks at the page that is asked for; nobody without a session. */
export function visitorOf(c: Context): Visitor | undefined {
  return c.get("visitor");
}

/** Reads once a request who looks at a page. */
export function readVisitors(app: Hono, stack: () => Stack): void {
  app.use(async (c, next) => {
    c.set("visitor", await readVisitor(c, stack()));
    await next();
  });
}

async function readVisitor(c: Context, stack: Stack): Promise<Visitor | undefined> {
  const secret = readCookie(c, "session");
  const found = secret === undefined ? undefined : await readSession(secret, stack);
  if (secret === undefined || found === undefined) return undefined;
  const person = await describePerson(found.actor, stack);
  return person === undefined ? undefined : { person, session: found.session };
}
