import { describe, expect, it } from "vitest";
import { findAllowing, type Policy, type Statement } from "./policy.ts";

const table = "arn:aws:dynamodb:r:1:table/t";
const policyOf = (...statements: Partial<Statement>[]): Policy => ({
  Version: "2012-10-17",
  Statement: statements.map((each) => ({
    Effect: "Allow",
    Action: "dynamodb:GetItem",
    Resource: table,
    ...each,
  })),
});
const keys = (...patterns: string[]) => ({
  Condition: {
    "ForAllValues:StringLike": { "dynamodb:LeadingKeys": patterns },
    Null: { "dynamodb:LeadingKeys": "false" },
  },
});
const asks = (policy: Policy, leading: readonly string[], tenant?: string, more: object = {}) =>
  findAllowing(policy, {
    action: "dynamodb:GetItem",
    resource: table,
    context: {
      ...(leading.length === 0 ? {} : { "dynamodb:LeadingKeys": leading }),
      ...(tenant === undefined ? {} : { "aws:PrincipalTag/tenant": [tenant] }),
    },
    ...more,
  }) !== undefined;

describe("a policy", () => {
  const own = policyOf(keys("T#${aws:PrincipalTag/tenant}", "T#${aws:PrincipalTag/tenant}#*"));

  it.each([
    ["its tenant's settings", ["T#ten_a"], "ten_a", true],
    ["its tenant's contract", ["T#ten_a#C#1"], "ten_a", true],
    ["one whose name begins alike", ["T#ten_ab"], "ten_a", false],
    ["another's", ["T#ten_b"], "ten_a", false],
    ["one of each", ["T#ten_a", "T#ten_b"], "ten_a", false],
    ["no key at all, as in a scan", [], "ten_a", false],
    ["without a tag", ["T#"], undefined, false],
    ["without a tag, by what stands in the pattern", ["T#${aws:PrincipalTag/tenant}"], undefined, false],
    ["a star in its name", ["T#ten_b"], "*", true],
  ])("that is bound to a tenant and asked for %s", (_what, leading, tenant, expected) => {
    // A tag that is a star would match all: ids of tenants cannot hold one, which the stores demand.
    expect(asks(own, leading, tenant)).toBe(expected);
  });

  it("holds for its own actions and resources alone", () => {
    const policy = policyOf({});
    expect(asks(policy, ["x"])).toBe(true);
    expect(asks(policy, ["x"], undefined, { action: "dynamodb:GetItems" })).toBe(false);
    expect(asks(policy, ["x"], undefined, { resource: `${table}2` })).toBe(false);
    expect(asks(policy, ["x"], undefined, { resource: `${table}/index/a` })).toBe(false);
    expect(
      asks(policyOf({ Resource: `${table}/index/*` }), ["x"], undefined, { resource: `${table}/index/a` }),
    ).toBe(true);
  });

  it("with what is not known here is refused, not guessed", () => {
    expect(() => asks(policyOf({ Effect: "Deny" }), ["x"])).toThrow("denies");
    expect(() => asks(policyOf({ Condition: { StringNotLike: { a: "b" } } }), ["x"])).toThrow(
      "nobody taught",
    );
  });
});
