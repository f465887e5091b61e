import {
  type Actor,
  operatorPermissions,
  systemPermissions,
  partnerPermissions,
  rolePermissions,
} from "@luyue/usecases/runtime";
import { afterAll, describe, expect, it } from "vitest";
import { everyRole } from "../commands/people.ts";
import { type Answered, ask, sampleBody } from "./ask.ts";
import { type Operation, readOperations } from "./read-operations.ts";
import { actorOf, openTenancy, other, own, paramsFor, type Principal } from "./tenancy-world.ts";

/** Of those who own the things that paths name, and of everybody else. */
const owners: readonly Principal[] = [
  ...everyRole.map((role) => `${own}.${role}`),
  `${own}.nothing`,
  `${own}.key`,
  "vendor",
];
const strangers: readonly (Principal | undefined)[] = [
  undefined,
  ...everyRole.map((role) => `${other}.${role}`),
  "strangeVendor",
  "operator",
];

const tenancy = await openTenancy();
const { operations, components } = await readOperations(tenancy.app);
const counts = { refused: 0, passed: 0, hidden: 0 };

afterAll(() => {
  const sum = counts.refused + counts.passed + counts.hidden;
  console.log(
    `${operations.length} operations × ${owners.length + strangers.length} principals: ${sum} cases ` +
      `(${counts.refused} refused, ${counts.passed} let through, ${counts.hidden} not found)`,
  );
});

type Surface = "public" | "anyone" | "member" | "partner" | "operator";
const has = (list: readonly string[], permission: string) => list.includes(permission);

/** Whose an operation is, as its path and the tables of permissions say, without the code that is tested. */
function surfaceOf({ path, permission }: Operation): Surface {
  if (permission === undefined) return "public";
  if (permission === "session:own" || permission === "reminder:own") return "anyone";
  if (path.startsWith("/v1/partner/")) return "partner";
  return has(operatorPermissions, permission) ? "operator" : "member";
}

/** The status that refuses, or undefined for who may. */
function refusalOf(operation: Operation, principal: Principal | undefined): number | undefined {
  const { permission } = operation;
  const surface = surfaceOf(operation);
  if (surface === "public" || permission === undefined) return undefined;
  if (principal === undefined) return 401;
  const actor = actorOf(principal);
  if (surface !== "anyone" && actor.kind !== surface) return 403;
  return has(permissionsOf(actor), permission) ? undefined : 403;
}

/** All that somebody may do, read off the tables. */
function permissionsOf(actor: Actor): readonly string[] {
  if (actor.kind === "partner") return partnerPermissions;
  if (actor.kind === "operator") return operatorPermissions;
  if (actor.kind === "system") return systemPermissions;
  if (actor.scopes !== undefined) return actor.scopes;
  const table = Object.entries(rolePermissions);
  return table.flatMap(([name, roles]) => (actor.roles.some((role) => has(roles, role)) ? [name] : []));
}

const unknown = (params: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name === "contractId" ? "ctr_zzzzzzzzzzzz" : name === "agencyId" ? other : value,
    ]),
  );

/** An answer without what differs from request to request. */
const withoutIds = (text: string) => text.replaceAll(/req_\w+/g, "").replaceAll(/ctr_\w+/g, "");

/** Ids of `ten_a` that nobody else may ever read. */
const secrets = [...tenancy.holdings.values()].flatMap(
  (text) => text.match(/"(?:[a-z]{3})_[0-9]{12}"/g) ?? [],
);

/** Refused for who asks, and not for what the thing is: a finding of the vendor's own, say, that it may not re-test. */
const isRefused = ({ status, text }: Answered) =>
  status === 401 || (status === 403 && /you may not do this|not for your kind of account/.test(text));

async function expectRefused(asked: Parameters<typeof ask>[1], status: number): Promise<void> {
  const before = tenancy.writes();
  const answer = await ask(tenancy, asked);
  expect([asked.principal, answer.status, isRefused(answer)]).toEqual([asked.principal, status, true]);
  expect(tenancy.writes()).toBe(before);
  expect(secrets.filter((id) => answer.text.includes(id))).toEqual([]);
  counts.refused += 1;
}

/** To a stranger somebody else's thing is one that does not exist; agencies are everybody's to name to the operator and to sign in. */
async function expectHidden(asked: Parameters<typeof ask>[1]): Promise<void> {
  const before = tenancy.writes();
  const theirs = await ask(tenancy, asked);
  const surface = surfaceOf(asked.operation);
  if (asked.operation.inPath.length > 0 && surface !== "operator" && surface !== "public") {
    const nothing = await ask(tenancy, { ...asked, params: unknown(asked.params) });
    expect([asked.principal, theirs.status, withoutIds(theirs.text)]).toEqual([
      asked.principal,
      nothing.status,
      withoutIds(nothing.text),
    ]);
    expect(tenancy.writes()).toBe(before);
    counts.hidden += 1;
  } else {
    counts.passed += 1;
  }
  expect(theirs.status).toBeLessThan(500);
  expect(secrets.filter((id) => theirs.text.includes(id))).toEqual([]);
}

describe.each(operations.map((each): [string, Operation] => [`${each.method} ${each.path}`, each]))(
  "%s",
  (_name, operation) => {
    const asked = {
      operation,
      params: paramsFor(operation.path, operation.inPath, tenancy.holdings),
      body: sampleBody(operation, components),
    };

    it("is closed to strangers", async () => {
      for (const principal of strangers) {
        const status = refusalOf(operation, principal);
        if (status === undefined) await expectHidden({ ...asked, principal });
        else await expectRefused({ ...asked, principal }, status);
      }
    });

    it("is for the roles that the table names", async () => {
      for (const principal of owners) {
        const status = refusalOf(operation, principal);
        if (status !== undefined) {
          await expectRefused({ ...asked, principal }, status);
          continue;
        }
        const answer = await ask(tenancy, { ...asked, principal });
        expect([principal, answer.status, isRefused(answer)]).toEqual([principal, answer.status, false]);
        expect(answer.status).toBeLessThan(500);
        counts.passed += 1;
      }
    });
  },
);

it("has been asked of every operation", () => {
  expect(operations.length).toBeGreaterThan(200);
  expect(secrets.length).toBeGreaterThan(30);
  expect(counts.refused + counts.passed + counts.hidden).toBe(
    operations.length * (owners.length + strangers.length),
  );
});
