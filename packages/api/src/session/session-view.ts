import { roleSchema } from "@luyue/core/party";
import { type Session, sessionEndsAt } from "@luyue/core/sign-in";
import { type Actor, isAllowed, permissions } from "@luyue/usecases/runtime";
import * as z from "zod";
import { listOf, nameSchema } from "../document/describe.ts";

/** Who is signed in. */
export const sessionView = z.object({
  kind: z.enum(["member", "partner", "operator", "system"]),
  id: z.string(),
  name: z.string(),
  agencyId: z.string().nullable(),
  vendorId: z.string().nullable(),
  roles: listOf(roleSchema),
  endsAt: z.string().nullable().meta({ description: "unless it is used; none for a bearer token" }),
});

export function viewSession(actor: Actor, session: Session | undefined): z.infer<typeof sessionView> {
  const { kind, id, name } = actor;
  return {
    kind,
    id,
    name,
    agencyId: actor.kind === "member" ? actor.tenantId : null,
    vendorId: actor.kind === "partner" ? actor.vendorId : null,
    roles: actor.kind === "member" ? actor.roles : [],
    endsAt: session === undefined ? null : sessionEndsAt(session),
  };
}

const seatView = z.object({
  key: z.string(),
  kind: z.enum(["member", "partner", "operator", "system"]),
  name: z.string(),
  organisation: z.string(),
  current: z.boolean(),
});

/** What a page has to know of who looks at it. */
export const visitView = sessionView.extend({
  organisation: z.string().meta({ description: "the agency's or the vendor's name; empty for others" }),
  permissions: listOf(z.enum(permissions)).meta({
    description: "what they may do, as `x-permission` names it",
  }),
  today: z.string().meta({ description: "civil date in Asia/Shanghai" }),
  seats: listOf(seatView),
});

export function viewPermissions(actor: Actor): z.infer<typeof visitView>["permissions"] {
  return permissions.filter((permission) => isAllowed(actor, permission));
}

/** A browser that somebody is signed in with. Its id is no secret: the cookie holds something else. */
export const signedInView = nameSchema(
  "SignedInBrowser",
  z.object({
    id: z.string(),
    by: z.enum(["issuer", "mail"]),
    agent: z.string(),
    from: z.string(),
    createdAt: z.string(),
    seenAt: z.string(),
    endsAt: z.string(),
    current: z.boolean(),
  }),
);

export function viewSignedIn(session: Session, current?: string): z.infer<typeof signedInView> {
  const { hash, by, agent, from, createdAt, seenAt } = session;
  const endsAt = sessionEndsAt(session);
  return { id: hash, by, agent, from, createdAt, seenAt, endsAt, current: hash === current };
}
