import { operatorPermissions, rolePermissions } from "@luyue/usecases/runtime";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { arbitraryOf, type Schema } from "./arbitrary-of-schema.ts";
import { ask, type Asked } from "./ask.ts";
import { type Operation, readOperations } from "./read-operations.ts";
import { malformedBody, nastyText, spoiled } from "./spoil.ts";
import { openTenancy, own, paramsFor, type Principal } from "./tenancy-world.ts";

/** Requests to each operation; all of them together are more than ten thousand. */
const runs = 50;

const tenancy = await openTenancy();
const { operations, components } = await readOperations(tenancy.app);
const answers = new Map<string, number>();
let asked = 0;

afterAll(() => {
  const classes = [...answers].map(([status, count]) => `${status}: ${count}`).toSorted();
  console.log(`${asked} requests to ${operations.length} operations; ${classes.join(", ")}`);
});

/** Somebody who may: what is looked for lies behind the permission. */
function whoMay({ path, permission }: Operation): Principal {
  if (path.startsWith("/v1/partner/")) return "vendor";
  if (operatorPermissions.some((each) => each === permission)) return "operator";
  const [, roles] = Object.entries(rolePermissions).find(([name]) => name === permission) ?? [];
  return `${own}.${roles?.[0] ?? "administrator"}`;
}

function requestsTo(operation: Operation): fc.Arbitrary<Asked> {
  const real = paramsFor(operation.path, operation.inPath, tenancy.holdings);
  const params = fc.record(
    Object.fromEntries(
      Object.entries(real).map(([name, value]) => [
        name,
        fc.oneof({ weight: 9, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: nastyText }),
      ]),
    ),
  );
  const good = arbitraryOf(operation.body ?? {}, components);
  const body =
    operation.body === undefined
      ? fc.oneof(fc.constant(undefined), malformedBody)
      : fc.oneof({ weight: 4, arbitrary: good }, { weight: 5, arbitrary: spoiled(good) }, malformedBody);
  const inQuery = (schema: Schema) => fc.oneof(arbitraryOf(schema, components), nastyText);
  const query = fc.record(
    Object.fromEntries(operation.query.map(({ name, schema }) => [name, inQuery(schema)])),
    { requiredKeys: [] },
  );
  const headerText = fc.constantFrom("x", '"1"', "*", "k-1", "x".repeat(300), "%", 'W/"1"');
  const headers = fc.record({ "If-Match": headerText, "Idempotency-Key": headerText }, { requiredKeys: [] });
  return fc.record({
    principal: fc.constant(whoMay(operation)),
    operation: fc.constant(operation),
    params,
    query,
    body: operation.method === "GET" ? fc.constant(undefined) : body,
    headers,
  });
}

interface Problem {
  readonly detail_zh?: string;
  readonly detail_en?: string;
}

describe("whatever is asked", () => {
  it.each(operations.map((each): [string, Operation] => [`${each.method} ${each.path}`, each]))(
    "of %s, it is done or refused in both languages with nothing left behind",
    async (_name, operation) => {
      await fc.assert(
        fc.asyncProperty(requestsTo(operation), async (request) => {
          const before = tenancy.writes();
          const { status, text } = await ask(tenancy, request);
          asked += 1;
          answers.set(String(status), (answers.get(String(status)) ?? 0) + 1);
          expect(tenancy.log.splice(0)).toEqual([]);
          expect(status).toBeLessThan(500);
          if (status < 400) return;
          expect(tenancy.writes()).toBe(before);
          const problem = JSON.parse(text) as Problem;
          expect(problem.detail_zh).toMatch(/[\u4e00-\u9fff]/);
          expect(problem.detail_en).toMatch(/[a-z]/);
        }),
        { numRuns: runs, seed: 20_261_126 },
      );
    },
  );

  it("has been more than ten thousand things", () => {
    expect(asked).toBeGreaterThanOrEqual(10_000);
  });
});
