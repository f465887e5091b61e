import type { Use } from "./guard.ts";
import { fill, isLike, listOf } from "./policy.ts";
import type { Role } from "./principals.ts";

/** What the service itself does in a function's name: no code of the product's asks for it. */
const ofTheService = [
  "logs:CreateLogStream",
  "logs:PutLogEvents",
  "xray:PutTraceSegments",
  "xray:PutTelemetryRecords",
];

/**
 * What roles may do and nobody has done: each action, each resource and each pattern of leading keys of each statement has to have
 * been made use of.
 */
export function listUnused(roles: ReadonlyMap<string, Role>, used: readonly Use[]): readonly string[] {
  return [...roles.values()].flatMap(({ logicalName, policies }) =>
    policies
      .flatMap(({ Statement }) => Statement)
      .flatMap((statement) => {
        const uses = used.filter((use) => use.role === logicalName && use.statement === statement);
        const contextOf = ({ tags }: Use) => ({
          context: Object.fromEntries(
            Object.entries(tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, [value]]),
          ),
        });
        const actions = listOf(statement.Action).filter(
          (action) => !ofTheService.includes(action) && !uses.some((use) => use.action === action),
        );
        const isService = listOf(statement.Action).every((action) => ofTheService.includes(action));
        const resources = listOf(statement.Resource).filter(
          (pattern) => !isService && !uses.some((use) => isLike(use.resource, fill(pattern, contextOf(use)))),
        );
        const keys = listOf(
          statement.Condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"],
        ).filter(
          (pattern) =>
            !uses.some((use) => use.leadingKeys.some((key) => isLike(key, fill(pattern, contextOf(use))))),
        );
        return [...actions, ...resources, ...keys].map((what) => `${logicalName}: ${what}`);
      }),
  );
}
