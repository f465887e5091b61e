import type { Policy, Statement } from "../iam/policy.ts";
import { listOf } from "../iam/policy.ts";
import { readFunctions, readRoles } from "../iam/principals.ts";
import type { Synthesis } from "../synth/synthesis.ts";

/** X-Ray knows no narrower resource: these two and no others may stand on all. */
const onAll = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"];
/** Where a star may stand: the streams of one log group, what is one tenant's in the bucket. */
const allowedStars = [
  /:log-group:[^*]+:log-stream:\*$/,
  /\/(?:files|staged)\/\$\{aws:PrincipalTag\/tenant\}\/\*$/,
];

/** Faults of what functions may do: who may take a role on, and each statement of its policies. */
export function checkPolicies(synthesis: Synthesis): readonly string[] {
  const roles = readRoles(synthesis);
  const arns = new Set(roles.keys());
  const faults = [...roles.values()].flatMap(({ logicalName, trust, policies }) => [
    ...(policies.flatMap(({ Statement: all }) => all).length > 0 ? [] : [`${logicalName}: holds nothing`]),
    ...policies.flatMap((policy) => policy.Statement.flatMap((each) => checkStatement(logicalName, each))),
    ...checkTrust(logicalName, trust, arns),
  ]);
  const readers = [...roles.values()].filter(({ policies }) =>
    policies.some(({ Statement: all }) =>
      all.some(({ Resource }) => listOf(Resource).some((arn) => arn.endsWith("/index/wake"))),
    ),
  );
  const onlySweep = readers.length === 1 && readers[0]?.logicalName === "SweepRole";
  return [
    ...faults,
    ...(onlySweep
      ? []
      : [`the wake-ups of all tenants are read by ${readers.map(({ logicalName }) => logicalName).join()}`]),
    ...[...readFunctions(synthesis).values()].flatMap(({ name, role }) =>
      arns.has(role) ? [] : [`${name}: has a role that nobody sees here`],
    ),
  ];
}

function checkStatement(role: string, { Action, Resource, Condition }: Statement): readonly string[] {
  const actions = listOf(Action);
  const resources = listOf(Resource);
  const isOnAll = actions.every((action) => onAll.includes(action));
  const stars = resources.filter(
    (arn) => arn.includes("*") && !(arn === "*" && isOnAll) && !allowedStars.some((shape) => shape.test(arn)),
  );
  const isKeyed = actions.some(
    (action) => action.startsWith("dynamodb:") && !action.includes("Stream") && !isOfStream(action),
  );
  const keys = listOf(Condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"]);
  const needsKey = listOf(Condition?.["Null"]?.["dynamodb:LeadingKeys"]).includes("false");
  return [
    ...(actions.length > 0 && resources.length > 0
      ? []
      : [`${role}: a statement without actions or resources`]),
    ...actions
      .filter((action) => action.includes("*"))
      .map((action) => `${role}: ${action} is more than one action`),
    ...stars.map((arn) => `${role}: ${arn} is more than one resource`),
    ...(isKeyed && (keys.length === 0 || !needsKey)
      ? [`${role}: ${actions.join()} without leading keys`]
      : []),
    ...keys
      .filter((key) => key.startsWith("*") || key === "T#*")
      .map((key) => `${role}: ${key} is everybody's`),
  ];
}

const isOfStream = (action: string) => ["dynamodb:GetRecords", "dynamodb:GetShardIterator"].includes(action);

/** A role is taken on by a service, or by roles of this stage for somebody who is named; never by a whole account. */
function checkTrust(
  role: string,
  { Statement: statements }: Policy,
  arns: ReadonlySet<string>,
): readonly string[] {
  return statements.flatMap(({ Principal, Condition }) => {
    const named = listOf(Principal?.["AWS"]);
    const services = listOf(Principal?.["Service"]);
    const strangers = named.filter((arn) => !arns.has(arn));
    const isBound = Object.keys(Condition?.["StringLike"] ?? {}).some((key) =>
      key.startsWith("aws:RequestTag/"),
    );
    return [
      ...strangers.map((arn) => `${role}: is trusted to ${arn}`),
      ...(named.length > 0 && !isBound ? [`${role}: is taken on for nobody in particular`] : []),
      ...services
        .filter((service) => service !== "lambda.amazonaws.com")
        .map((service) => `${role}: is trusted to ${service}`),
      ...(named.length + services.length > 0 ? [] : [`${role}: is trusted to nobody`]),
    ];
  });
}
