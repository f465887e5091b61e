/** Where something is laid out: nothing of it exists. */
export interface Place {
  readonly stage: string;
  readonly region: string;
  readonly partition: "aws" | "aws-cn";
}

export const account = "123456789012";

type Values = Record<string, unknown>;

/** What a resource would be once it is there: its address, its name, and what its kind adds to that. */
export function stateOf(type: string, logicalName: string, inputs: Values, place: Place): Values {
  const { region, partition } = place;
  const text = (key: string) => (typeof inputs[key] === "string" ? inputs[key] : undefined);
  const name = text("name") ?? text("bucket") ?? text("configurationSetName") ?? logicalName;
  const arn = (service: string, resource: string) =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;
  const suffix = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  const kinds: Readonly<Record<string, () => Values>> = {
    "aws:dynamodb/table:Table": () => ({
      arn: arn("dynamodb", `table/${name}`),
      ...(inputs["streamEnabled"] === true
        ? { streamArn: arn("dynamodb", `table/${name}/stream/2026-01-01T00:00:00.000`) }
        : {}),
    }),
    "aws:s3/bucket:Bucket": () => ({
      arn: `arn:${partition}:s3:::${name}`,
      bucket: name,
      bucketRegionalDomainName: `${name}.s3.${region}.${suffix}`,
    }),
    "aws:sqs/queue:Queue": () => ({
      arn: arn("sqs", name),
      url: `https://sqs.${region}.${suffix}/${account}/${name}`,
    }),
    "aws:lambda/function:Function": () => ({
      arn: arn("lambda", `function:${name}`),
      invokeArn: arn("apigateway", `lambda:path/${name}`),
    }),
    "aws:iam/role:Role": () => ({ arn: `arn:${partition}:iam::${account}:role/${name}` }),
    "aws:cloudwatch/logGroup:LogGroup": () => ({ arn: arn("logs", `log-group:${name}`) }),
    "aws:apigatewayv2/api:Api": () => ({
      id: "api1234567",
      arn: `arn:${partition}:apigateway:${region}::/apis/api1234567`,
      apiEndpoint: `https://api1234567.execute-api.${region}.${suffix}`,
      executionArn: arn("execute-api", "api1234567"),
    }),
    "aws:sns/topic:Topic": () => ({ arn: arn("sns", name) }),
    "aws:sesv2/emailIdentity:EmailIdentity": () => ({
      arn: arn("ses", `identity/${text("emailIdentity")}`),
      dkimSigningAttributes: { tokens: ["a", "b", "c"] },
    }),
    "aws:sesv2/configurationSet:ConfigurationSet": () => ({
      arn: arn("ses", `configuration-set/${logicalName}`),
      configurationSetName: logicalName,
    }),
    "aws:cloudfront/distribution:Distribution": () => ({
      arn: `arn:${partition}:cloudfront::${account}:distribution/E1`,
      domainName: "d111111.cloudfront.example",
      hostedZoneId: "Z2",
      etag: "E",
    }),
    "aws:cloudwatch/eventRule:EventRule": () => ({ arn: arn("events", `rule/${name}`) }),
    "aws:acm/certificate:Certificate": () => ({
      arn: arn("acm", "certificate/1"),
      domainValidationOptions: [
        { resourceRecordName: "_a.example", resourceRecordType: "CNAME", resourceRecordValue: "b.example" },
      ],
    }),
    "aws:acm/certificateValidation:CertificateValidation": () => ({
      certificateArn: arn("acm", "certificate/1"),
    }),
    "aws:apigatewayv2/domainName:DomainName": () => ({
      domainNameConfiguration: { targetDomainName: "d-1.execute-api.example", hostedZoneId: "Z3" },
    }),
    "aws:cloudfront/function:Function": () => ({
      arn: `arn:${partition}:cloudfront::${account}:function/${name}`,
    }),
  };
  return { ...inputs, name, ...kinds[type]?.() };
}

interface Statement {
  readonly effect?: string;
  readonly actions?: readonly string[];
  readonly resources?: readonly string[];
  readonly principals?: readonly { readonly type: string; readonly identifiers: readonly string[] }[];
  readonly conditions?: readonly {
    readonly test: string;
    readonly variable: string;
    readonly values: readonly string[];
  }[];
}

/** What is asked of AWS while something is laid out. A policy's document is what was asked for: else roles would have none. */
export function answerCall(token: string, inputs: Values, { region, partition }: Place): Values {
  switch (token) {
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return { accountId: account, arn: `arn:${partition}:iam::${account}:user/deployer` };
    case "aws:index/getRegion:getRegion":
      return { region, name: region, id: region };
    case "aws:index/getPartition:getPartition":
      return { partition, dnsSuffix: partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com" };
    case "aws:iam/getPolicyDocument:getPolicyDocument": {
      const statements = (inputs["statements"] ?? []) as readonly Statement[];
      return { ...inputs, json: JSON.stringify(documentOf(statements)) };
    }
    case "aws:route53/getZone:getZone":
      return { zoneId: "Z1", name: inputs["name"] };
    default:
      throw new Error(`nobody said what ${token} would answer`);
  }
}

function documentOf(statements: readonly Statement[]) {
  return {
    Version: "2012-10-17",
    Statement: statements.map(({ effect = "Allow", actions, resources, principals, conditions }) => ({
      Effect: effect,
      Action: actions,
      ...(resources === undefined ? {} : { Resource: resources }),
      ...(principals === undefined ? {} : { Principal: principals }),
      ...(conditions === undefined || conditions.length === 0 ? {} : { Condition: conditionOf(conditions) }),
    })),
  };
}

function conditionOf(conditions: NonNullable<Statement["conditions"]>) {
  const byTest: Record<string, Record<string, readonly string[]>> = {};
  for (const { test, variable, values } of conditions) byTest[test] = { ...byTest[test], [variable]: values };
  return byTest;
}
