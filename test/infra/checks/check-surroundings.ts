import type { Place } from "../synth/mocks.ts";
import type { Synthesis } from "../synth/synthesis.ts";
import { at, demand, ofKind } from "./find.ts";

/** What is to be noticed, by the names of its alarms. */
const alarmNames = [
  "Api5xx",
  "ApiLatency",
  "CalendarEnds",
  "GivenUp",
  "LinksDeadLetters",
  "MessagesDeadLetters",
  "ReminderLag",
  "StreamAge",
  "SweepSilent",
  "TableErrors",
  "TableThrottles",
] as const;

const ofEach = (functions: readonly string[]) =>
  functions.flatMap((name) => [`${name}Errors`, `${name}Throttles`]);

/** Faults of what stands around: gateway, alarms, mail, protection, partition. */
export function checkSurroundings(synthesis: Synthesis, place: Place): readonly string[] {
  return [
    ...checkGateway(synthesis, place),
    ...checkAlarms(synthesis, place),
    ...checkPartition(synthesis, place),
    ...demand("protected", synthesis.app["protect"], place.stage === "production"),
    ...demand(
      "outlives its stack",
      synthesis.app["removal"],
      place.stage === "production" ? "retain" : "remove",
    ),
  ];
}

function checkGateway(synthesis: Synthesis, { stage }: Place): readonly string[] {
  const [gateway, ...others] = ofKind(synthesis, "apigatewayv2/stage");
  const inputs = gateway?.inputs;
  const logGroup = ofKind(synthesis, "cloudwatch/logGroup").find(
    ({ state }) => state["arn"] === at(inputs, "accessLogSettings.destinationArn"),
  );
  return [
    ...demand("gateways", others.length, 0),
    ...demand("the gateway's burst", at(inputs, "defaultRouteSettings.throttlingBurstLimit"), 400),
    ...demand("the gateway's rate", at(inputs, "defaultRouteSettings.throttlingRateLimit"), 200),
    ...demand(
      "days of the access log",
      logGroup?.inputs["retentionInDays"],
      stage === "production" ? 180 : 7,
    ),
    ...demand(
      "the gateway's names",
      ofKind(synthesis, "apigatewayv2/domainName").map(({ inputs: of }) => of["domainName"]),
      stage === "production" ? ["luyue.example"] : [],
    ),
  ];
}

function checkAlarms(synthesis: Synthesis, { stage, partition }: Place): readonly string[] {
  const alarms = ofKind(synthesis, "cloudwatch/metricAlarm");
  const names = alarms.map(({ name }) => name.replace(/Alarm$/, ""));
  const hasSes = ofKind(synthesis, "sesv2/emailIdentity").length > 0;
  const functions = [
    "Api",
    "Link",
    "OutboxStream",
    "Sender",
    "Sweep",
    "Watch",
    ...(hasSes ? ["Bounce"] : []),
  ];
  const spending = stage === "production" && partition === "aws-cn" ? ["Spending"] : [];
  const topics = ofKind(synthesis, "sns/topic").map(({ state }) => state["arn"]);
  const budgets = ofKind(synthesis, "budgets/budget").length;
  return [
    ...demand("alarms", names.toSorted(), [...alarmNames, ...ofEach(functions), ...spending].toSorted()),
    ...alarms.flatMap(({ name, inputs }) =>
      demand(`${name} tells`, topics.includes(at(inputs, "alarmActions.0")), true),
    ),
    ...demand("budgets", budgets, stage === "production" && partition === "aws" ? 1 : 0),
    ...demand("dashboards", ofKind(synthesis, "cloudwatch/dashboard").length, 1),
  ];
}

/** What another partition does not have, and addresses that hold in one alone. */
function checkPartition(synthesis: Synthesis, { partition }: Place): readonly string[] {
  const all = JSON.stringify(synthesis.resources);
  const foreign = partition === "aws" ? "arn:aws-cn:" : "arn:aws:";
  const inChina = ["sesv2/", "lambda/functionUrl", "scheduler/", "budgets/", "acm/"];
  return [
    ...demand(`${foreign} in ${partition}`, all.includes(foreign), false),
    ...(partition === "aws-cn"
      ? inChina.flatMap((kind) =>
          demand(
            `${kind} in China`,
            synthesis.resources.some(({ type }) => type.startsWith(`aws:${kind}`)),
            false,
          ),
        )
      : []),
  ];
}
