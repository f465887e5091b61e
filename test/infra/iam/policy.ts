/** A statement of a policy, as far as the product's own use the language. */
export interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Principal?: Readonly<Record<string, string | readonly string[]>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

/** What is asked for: an action on a resource, with what is known of the request. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  /** Condition keys with their values; a key that is not here is not in the request. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;

/**
 * The statement that allows what is asked for, by AWS's rules of evaluation: none without one that matches. Throws Error for what
 * it does not know, so that a policy never holds here for a reason that does not hold there.
 */
export function findAllowing(policy: Policy, asked: Asked): Statement | undefined {
  for (const statement of policy.Statement) {
    if (statement.Effect !== "Allow") throw new Error("a statement that denies is not evaluated here");
  }
  return policy.Statement.find(
    (statement) =>
      listOf(statement.Action).includes(asked.action) &&
      listOf(statement.Resource).some((pattern) => isLike(asked.resource, fill(pattern, asked))) &&
      holds(statement.Condition, asked),
  );
}

/** Whether all conditions of a statement hold. */
export function holds(condition: Statement["Condition"], asked: Asked): boolean {
  return Object.entries(condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, patterns]) => {
      const wanted = listOf(patterns).map((pattern) => fill(pattern, asked));
      return holdsOne(operator, asked.context[key], wanted);
    }),
  );
}

function holdsOne(
  operator: string,
  given: readonly string[] | undefined,
  wanted: readonly string[],
): boolean {
  switch (operator) {
    case "ForAllValues:StringLike":
      return (given ?? []).every((value) => wanted.some((pattern) => isLike(value, pattern)));
    case "ForAllValues:StringEquals":
      return (given ?? []).every((value) => wanted.includes(value));
    case "StringLike":
      return given?.length === 1 && wanted.some((pattern) => isLike(given[0] ?? "", pattern));
    case "Null":
      return wanted.includes(String(given === undefined || given.length === 0));
    default:
      throw new Error(`an operator that nobody taught: ${operator}`);
  }
}

/** Puts in what the session carries; a variable without a value matches nothing. */
export function fill(pattern: string, { context }: Pick<Asked, "context">): string {
  return pattern.replaceAll(/\$\{([^}]+)\}/g, (_all, key: string) => context[key]?.[0] ?? "\u0000");
}

export function isLike(value: string, pattern: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s").test(value);
}
