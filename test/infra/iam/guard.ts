import { type Asked, findAllowing, holds, type Statement } from "./policy.ts";
import type { Role } from "./principals.ts";

/** Whose credentials a call carries: a role, taken on by a function for somebody. */
export interface Principal {
  readonly role: Role;
  readonly tags: Readonly<Record<string, string>>;
}

/** What was asked for and allowed, and by which statement. */
export interface Use {
  readonly role: string;
  readonly statement: Statement;
  readonly action: string;
  readonly resource: string;
  readonly leadingKeys: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface Guard {
  /** Whether the role's policies allow it; what was refused is kept by name as well. */
  readonly allows: (
    principal: Principal,
    action: string,
    resource: string,
    leadingKeys?: readonly string[],
  ) => boolean;
  /** Credentials of a function's role. */
  readonly enter: (role: string) => string;
  /** Credentials of a role that is taken on; undefined where one or the other does not allow it. */
  readonly assume: (
    from: Principal,
    role: string,
    tags: Readonly<Record<string, string>>,
  ) => string | undefined;
  readonly principalOf: (accessKeyId: string) => Principal | undefined;
  readonly used: readonly Use[];
  readonly refused: readonly string[];
}

/** Decides as IAM does, by the policies that were laid out, and keeps what of them was made use of. */
export function createGuard(roles: ReadonlyMap<string, Role>): Guard {
  const entered = new Map<string, Principal>();
  const used: Use[] = [];
  const refused: string[] = [];
  const give = (principal: Principal): string => {
    const id = `ASIA${String(entered.size + 1).padStart(16, "0")}`;
    entered.set(id, principal);
    return id;
  };
  const demandRole = (arn: string): Role => {
    const role = roles.get(arn);
    if (role === undefined) throw new Error(`no such role: ${arn}`);
    return role;
  };
  const allows: Guard["allows"] = (principal, action, resource, leadingKeys = []) => {
    const asked: Asked = { action, resource, context: contextOf(principal, leadingKeys) };
    const { role, tags } = principal;
    const [statement] = role.policies.flatMap((policy) => findAllowing(policy, asked) ?? []);
    if (statement === undefined)
      refused.push(`${role.logicalName} ${action} ${resource} ${leadingKeys.join(",")}`);
    else used.push({ role: role.logicalName, statement, action, resource, leadingKeys, tags });
    return statement !== undefined;
  };
  return {
    allows,
    enter: (role) => give({ role: demandRole(role), tags: {} }),
    assume: (from, arn, tags) => {
      const role = roles.get(arn);
      const mayAsk = allows(from, "sts:AssumeRole", arn) && allows(from, "sts:TagSession", arn);
      if (role === undefined || !mayAsk || !isTrusted(role, from, tags)) return undefined;
      return give({ role, tags });
    },
    principalOf: (id) => entered.get(id),
    used,
    refused,
  };
}

function contextOf({ tags }: Principal, leadingKeys: readonly string[]): Asked["context"] {
  return {
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, [value]])),
    ...(leadingKeys.length === 0 ? {} : { "dynamodb:LeadingKeys": leadingKeys }),
  };
}

function isTrusted({ trust }: Role, from: Principal, tags: Readonly<Record<string, string>>): boolean {
  const context = {
    "aws:TagKeys": Object.keys(tags),
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:RequestTag/${key}`, [value]])),
  };
  return trust.Statement.some(({ Principal: principal, Condition }) => {
    const named = principal?.["AWS"];
    const isNamed = named === from.role.arn || (Array.isArray(named) && named.includes(from.role.arn));
    return isNamed && holds(Condition, { action: "sts:AssumeRole", resource: "", context });
  });
}
