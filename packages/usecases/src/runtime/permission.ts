import type { Role } from "@luyue/core/party";

/** Who may do what: the one table that code, documentation and tests share. Operators and partner users have lists of their own. */
export const rolePermissions = {
  "contract:read": ["administrator", "contractManager", "finance", "acceptor", "auditor"],
  "contract:write": ["contractManager"],
  "event:record": ["contractManager", "finance", "acceptor"],
  "obligation:fulfil": ["contractManager", "finance", "acceptor"],
  "invoice:submit": ["contractManager", "finance"],
  "invoice:check": ["finance"],
  "payment:request": ["contractManager", "finance"],
  "payment:approve": ["contractManager", "finance"],
  "payment:pay": ["finance"],
  "deduction:propose": ["contractManager", "finance", "acceptor"],
  "deduction:decide": ["contractManager", "finance"],
  "account:change": ["contractManager", "finance"],
  "vendor:enrol": ["contractManager", "administrator"],
  "tenant:read": ["administrator", "contractManager", "finance", "acceptor", "auditor"],
  "tenant:manage": ["administrator"],
  "record:read": ["administrator", "contractManager", "auditor"],
  "file:write": ["contractManager", "finance", "acceptor"],
} as const satisfies Record<string, readonly Role[]>;

export const operatorPermissions = ["tenant:create", "partner:enrol"] as const;
export const partnerPermissions = ["partner:read", "invoice:submit", "account:change"] as const;

export type Permission =
  | keyof typeof rolePermissions
  | (typeof operatorPermissions)[number]
  | (typeof partnerPermissions)[number];
