import { DomainError } from "@luyue/core/error";
import type { Role } from "@luyue/core/party";
import {
  operatorPermissions,
  partnerPermissions,
  type Permission,
  rolePermissions,
  systemPermissions,
} from "./permission.ts";

/** Who acts: a member of an agency, a partner user of a vendor, the platform's operator, or a scheduled function. */
export type Actor =
  | {
      readonly kind: "member";
      readonly id: string;
      readonly tenantId: string;
      readonly name: string;
      readonly roles: readonly Role[];
      /** A machine of the agency: it may do these things and has no role. */
      readonly scopes?: readonly Permission[];
    }
  | { readonly kind: "partner"; readonly id: string; readonly vendorId: string; readonly name: string }
  | { readonly kind: "operator"; readonly id: string; readonly name: string }
  /** The platform itself: a scheduled function, or a link that somebody follows without signing in. */
  | { readonly kind: "system"; readonly id: string; readonly name: string };

export const systemActor: Actor = { kind: "system", id: "sys_luyue", name: "履约 Lüyue" };

export function isAllowed(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case "member": {
      if (actor.scopes !== undefined) return actor.scopes.includes(permission);
      const table: Readonly<Record<string, readonly Role[]>> = rolePermissions;
      const roles = Object.hasOwn(table, permission) ? table[permission] : undefined;
      return roles !== undefined && actor.roles.some((role) => roles.includes(role));
    }
    case "partner":
      return partnerPermissions.some((each) => each === permission);
    case "operator":
      return operatorPermissions.some((each) => each === permission);
    case "system":
      return systemPermissions.some((each) => each === permission);
  }
}

/** Throws `forbidden` where the actor may not do this. */
export function demandPermission(actor: Actor, permission: Permission): void {
  if (!isAllowed(actor, permission)) {
    throw new DomainError("forbidden", {
      zh: "您没有此操作的权限",
      en: `you may not do this (${permission})`,
    });
  }
}
