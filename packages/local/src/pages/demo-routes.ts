import { writeCookie } from "@luyue/api/sign-in";
import { civilDateSchema } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import type { Session } from "@luyue/core/sign-in";
import { openSession } from "@luyue/usecases/sign-in";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { liveUntil, type Stack } from "../stack/index.ts";
import { listDemoSeats } from "./person.ts";
import { visitorOf } from "./visitor.ts";

const seatBody = z.strictObject({ seat: z.string() });
const clockBody = z.strictObject({ date: civilDateSchema });

/** What only a demo on one machine may do: sign in by one click, and let days pass. */
export function addDemoRoutes(app: Hono, stack: () => Stack): void {
  app.get("/demo", (c) => {
    const seats = listDemoSeats().map(({ key, side, name, organisation, roles }) => ({
      key,
      side,
      name,
      organisation,
      role: roles[0] ?? null,
    }));
    return c.json({ today: stack().clock.today(), seats });
  });
  app.post("/demo/sign-in", async (c) => {
    const body = seatBody.safeParse(await c.req.json().catch(() => undefined));
    const seat = listDemoSeats().find(({ key }) => key === body.data?.seat)?.seat;
    if (seat === undefined || !(await beginSession(c, stack(), { seat, by: "issuer" }))) return c.notFound();
    return c.body(null, 204);
  });
  app.post("/demo/clock", async (c) => {
    const body = clockBody.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return c.json({ error: "请给出日期 / give a date" }, 400);
    await liveUntil(stack(), body.data.date);
    const session = visitorOf(c)?.session;
    // Days have passed on this clock and not for who sits before it.
    if (session !== undefined) await beginSession(c, stack(), session);
    return c.json({ today: stack().clock.today() });
  });
}

/** Begins a session without any question, as only a demo on one machine may; false where nobody has the seat. */
export async function beginSession(
  c: Context,
  stack: Stack,
  { seat, by, address }: Pick<Session, "seat" | "by" | "address">,
): Promise<boolean> {
  const caller = { agent: c.req.header("user-agent") ?? "", from: undefined };
  const how = { seat, by, ...(address === undefined ? {} : { address }) };
  try {
    const { secret } = await openSession(how, caller, stack);
    writeCookie(c, "session", secret);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === "forbidden") return false;
    throw error;
  }
}
