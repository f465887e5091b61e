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
  "work:submit": ["contractManager", "acceptor"],
  "work:check": ["contractManager", "acceptor"],
  "acceptance:apply": ["contractManager"],
  "acceptance:review": ["contractManager", "acceptor"],
  "acceptance:sign": ["contractManager", "acceptor"],
  "acceptance:conclude": ["contractManager", "acceptor"],
  "measurement:record": ["contractManager", "acceptor"],
  "score:propose": ["contractManager", "acceptor"],
  "score:answer": ["contractManager"],
  "score:settle": ["contractManager", "acceptor"],
  "incident:report": ["contractManager", "acceptor"],
  "incident:classify": ["contractManager", "acceptor"],
  "penalty:propose": ["contractManager", "finance", "acceptor"],
  "penalty:answer": ["contractManager"],
  "penalty:decide": ["contractManager", "finance"],
  "penalty:collect": ["contractManager", "finance"],
  "right:decide": ["contractManager"],
  "bond:enter": ["contractManager", "finance"],
  "bond:claim": ["contractManager", "finance"],
  "person:enter": ["contractManager", "acceptor"],
  "person:decide": ["contractManager", "acceptor"],
  "unit:manage": ["contractManager"],
  "finding:handOut": ["contractManager", "acceptor"],
  "finding:answer": ["contractManager", "acceptor"],
  "finding:review": ["contractManager", "acceptor"],
  "finding:retest": ["contractManager", "acceptor"],
  "vendor:enrol": ["contractManager", "administrator"],
  "tenant:read": ["administrator", "contractManager", "finance", "acceptor", "auditor"],
  "tenant:manage": ["administrator"],
  "member:join": ["administrator", "contractManager", "finance", "acceptor", "auditor"],
  "session:own": ["administrator", "contractManager", "finance", "acceptor", "auditor"],
  "reminder:choose": ["administrator", "contractManager", "finance", "acceptor", "auditor"],
  "reminder:own": ["administrator", "contractManager", "finance", "acceptor", "auditor"],
  "record:read": ["administrator", "contractManager", "auditor"],
  "file:write": ["contractManager", "finance", "acceptor"],
} as const satisfies Record<string, readonly Role[]>;

/**
 * What an API key may be given. A machine reads, enters and proposes; what takes a second person, a check or a decision, the
 * vendor's account, and who may do what is for people.
 */
export const machinePermissions = [
  "contract:read",
  "contract:write",
  "event:record",
  "obligation:fulfil",
  "invoice:submit",
  "payment:request",
  "payment:pay",
  "deduction:propose",
  "work:submit",
  "measurement:record",
  "incident:report",
  "penalty:propose",
  "unit:manage",
  "finding:handOut",
  "vendor:enrol",
  "tenant:read",
  "record:read",
  "file:write",
] as const satisfies readonly (keyof typeof rolePermissions)[];
export type MachinePermission = (typeof machinePermissions)[number];

export const operatorPermissions = [
  "tenant:create",
  "partner:enrol",
  "partner:erase",
  "emergency:grant",
  "factor:reset",
  "session:own",
] as const;
export const partnerPermissions = [
  "partner:read",
  "partner:invite",
  "partner:erase",
  "session:own",
  "reminder:own",
  "invoice:submit",
  "account:change",
  "work:submit",
  "acceptance:apply",
  "acceptance:state",
  "score:answer",
  "incident:report",
  "penalty:answer",
  "person:enter",
  "finding:answer",
  "finding:retest",
] as const;

/** What the platform does by itself, on the record of the tenant that it is about. */
export const systemPermissions = ["webhook:disable", "reminder:unsubscribe"] as const;

export type Permission =
  | keyof typeof rolePermissions
  | (typeof operatorPermissions)[number]
  | (typeof partnerPermissions)[number]
  | (typeof systemPermissions)[number];

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys of a literal object are its key type
const roleHeld = Object.keys(rolePermissions) as (keyof typeof rolePermissions)[];

/** Every permission once. */
export const permissions: readonly Permission[] = [
  ...new Set<Permission>([...roleHeld, ...operatorPermissions, ...partnerPermissions, ...systemPermissions]),
];
