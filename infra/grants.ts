/** One statement of a policy: what may be done to what, and of a table by which leading keys. */
export interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly $util.Input<string>[];
  /** Patterns of the partition keys, of the table or of the index that is named; what has another is refused. */
  readonly leadingKeys?: readonly string[];
}

const allLeadingKeys = { test: "ForAllValues:StringLike", variable: "dynamodb:LeadingKeys" } as const;

/** Grants as SST's functions take them. */
export function toPermissions(grants: readonly Grant[]) {
  return grants.map(({ actions, resources, leadingKeys }) => ({
    actions: [...actions],
    resources: [...resources],
    ...(leadingKeys === undefined
      ? {}
      : { conditions: [{ ...allLeadingKeys, values: [...leadingKeys] }, ...hasLeadingKey] }),
  }));
}

/** `ForAllValues` also holds where there is no key at all, as in a scan: so there has to be one. */
const hasLeadingKey = [{ test: "Null", variable: "dynamodb:LeadingKeys", values: ["false"] }];

/** Grants as the document of a role's policy, in which `${aws:PrincipalTag/…}` stands for what the session carries. */
export function toPolicy(grants: readonly Grant[]): $util.Output<string> {
  return $util.output(grants).apply((resolved) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: resolved.map(({ actions, resources, leadingKeys }) => ({
        Effect: "Allow",
        Action: actions,
        Resource: resources,
        ...(leadingKeys === undefined
          ? {}
          : {
              Condition: {
                [allLeadingKeys.test]: { [allLeadingKeys.variable]: leadingKeys },
                Null: { "dynamodb:LeadingKeys": "false" },
              },
            }),
      })),
    }),
  );
}
