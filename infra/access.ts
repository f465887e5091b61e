import { type Grant, toPolicy } from "./grants.ts";
import type { Stage } from "./stage.ts";

/** Roles that functions take on to reach what is one tenant's, or one vendor's, and nothing else. */
export type AccessName = "tenant" | "vendor" | "registrar";

/** The address of such a role before it is made: the functions name it, and it names the functions. */
export function accessRoleArn(name: AccessName, stage: Stage): $util.Output<string> {
  const { accountId } = aws.getCallerIdentityOutput({});
  return $interpolate`arn:${stage.partition}:iam::${accountId}:role/${roleName(name, stage)}`;
}

/** Lets a function take on a role, saying for whom. */
export function mayAssume(name: AccessName, stage: Stage): Grant {
  return { actions: ["sts:AssumeRole", "sts:TagSession"], resources: [accessRoleArn(name, stage)] };
}

const tagOf: Readonly<Record<AccessName, string>> = {
  tenant: "tenant",
  vendor: "vendor",
  registrar: "tenant",
};

/** Makes a role that only these functions can take on, and only for somebody: what it grants is bound to that tag. */
export function createAccessRole(
  name: AccessName,
  stage: Stage,
  grants: readonly Grant[],
  functions: readonly sst.aws.Function[],
): aws.iam.Role {
  return new aws.iam.Role(`${name}Access`, {
    name: roleName(name, stage),
    maxSessionDuration: 3600,
    assumeRolePolicy: $util.all(functions.map((fn) => fn.nodes.role.arn)).apply((arns) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: arns },
            Action: ["sts:AssumeRole", "sts:TagSession"],
            Condition: {
              StringLike: { [`aws:RequestTag/${tagOf[name]}`]: "?*" },
              "ForAllValues:StringEquals": { "aws:TagKeys": [tagOf[name]] },
            },
          },
        ],
      }),
    ),
    inlinePolicies: [{ name: "keys", policy: toPolicy(grants) }],
  });
}

function roleName(name: AccessName, stage: Stage): string {
  return `luyue-${stage.name}-${name}`;
}
