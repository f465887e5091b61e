import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

/**
 * Cookies of a sign-in: the browser that asks for a link or goes to an issuer, the step that it has come to, its session.
 * `__Host-`: of this host alone, over HTTPS (or to this machine), on every path; never for scripts.
 */
const names = { browser: "luyue-browser", step: "luyue-step", session: "luyue-session" } as const;
type CookieName = keyof typeof names;

const minutes: Readonly<Record<CookieName, number>> = { browser: 10, step: 10, session: 12 * 60 };

export function readCookie(c: Context, name: CookieName): string | undefined {
  const value = getCookie(c, names[name], "host");
  return value !== undefined && /^[\w-]{1,100}$/.test(value) ? value : undefined;
}

/** Lax: a link in a mail and an issuer lead back with it; what changes anything is held to its origin besides. */
export function writeCookie(c: Context, name: CookieName, value: string): void {
  const maxAge = minutes[name] * 60;
  setCookie(c, names[name], value, { prefix: "host", httpOnly: true, sameSite: "Lax", maxAge });
}

export function dropCookie(c: Context, name: CookieName): void {
  setCookie(c, names[name], "", { prefix: "host", httpOnly: true, sameSite: "Lax", maxAge: 0 });
}
