import { functionEntries } from "../../../infra/bundle/functions.ts";
import { readFunctions } from "../iam/principals.ts";
import type { Place } from "../synth/mocks.ts";
import type { Synthesis } from "../synth/synthesis.ts";
import { at, demand, ofKind } from "./find.ts";

const retention = { personal: 7, production: 180 } as const;

/** Faults of functions and of what calls them. */
export function checkFunctions(synthesis: Synthesis, place: Place): readonly string[] {
  const functions = readFunctions(synthesis);
  const kind = place.stage === "production" ? "production" : "personal";
  const hasSes = ofKind(synthesis, "sesv2/emailIdentity").length > 0;
  const expected = Object.keys(functionEntries).filter((name) => hasSes || name !== "bounce");
  const groups = new Map(
    ofKind(synthesis, "cloudwatch/logGroup").map(({ inputs }) => [inputs["name"], inputs]),
  );
  return [
    ...demand("functions", [...functions.keys()].toSorted(), expected.toSorted()),
    ...[...functions.values()].flatMap(({ name, inputs }) => [
      ...demand(`${name}: runtime`, inputs["runtime"], "nodejs24.x"),
      ...demand(`${name}: architecture`, inputs["architectures"], ["arm64"]),
      ...demand(`${name}: tracing`, at(inputs, "tracingConfig.mode"), "Active"),
      ...demand(`${name}: package`, inputs["packageType"], "Zip"),
      ...demand(
        `${name}: days of its log`,
        groups.get(at(inputs, "loggingConfig.logGroup"))?.["retentionInDays"],
        retention[kind],
      ),
    ]),
    ...checkCallers(synthesis),
    ...checkQueues(synthesis),
  ];
}

/** Schedules, the stream and the queues reach the functions that they are for. */
function checkCallers(synthesis: Synthesis): readonly string[] {
  const functions = readFunctions(synthesis);
  const arnOf = (name: string) => functions.get(name)?.arn;
  const rules = new Map(
    ofKind(synthesis, "cloudwatch/eventRule").map(({ inputs, state }) => [state["name"], inputs]),
  );
  const scheduled = ofKind(synthesis, "cloudwatch/eventTarget").map(({ inputs }) => [
    inputs["arn"],
    rules.get(inputs["rule"])?.["scheduleExpression"],
  ]);
  const mappings = ofKind(synthesis, "lambda/eventSourceMapping").map(({ inputs }) => inputs);
  const mapped = (name: string) => mappings.filter(({ functionName }) => functionName === arnOf(name));
  return [
    ...demand("schedules", scheduled.map(String).toSorted(), [
      `${arnOf("sweep")},rate(1 minute)`,
      `${arnOf("watch")},cron(10 18 * * ? *)`,
    ]),
    ...["link", "outbox-stream", "sender"].flatMap((name) => [
      ...demand(`${name}: what it reads`, mapped(name).length, 1),
      ...demand(`${name}: says what failed`, mapped(name)[0]?.["functionResponseTypes"], [
        "ReportBatchItemFailures",
      ]),
    ]),
    ...demand(
      "routes",
      ofKind(synthesis, "apigatewayv2/route").map(({ inputs }) => inputs["routeKey"]),
      ["$default"],
    ),
  ];
}

/** Every queue has its dead letters, which are kept for two weeks, and is sealed; its reader has the time that it takes. */
function checkQueues(synthesis: Synthesis): readonly string[] {
  const queues = ofKind(synthesis, "sqs/queue");
  const dead = queues.filter(({ name }) => name.includes("Dead"));
  const deadArns = dead.map(({ state }) => state["arn"]);
  const live = queues.filter(({ name }) => !name.includes("Dead"));
  const timeouts = new Map(
    [...readFunctions(synthesis).values()].map(({ arn, inputs }) => [arn, Number(inputs["timeout"])]),
  );
  const readers = new Map(
    ofKind(synthesis, "lambda/eventSourceMapping").map(({ inputs }) => [
      inputs["eventSourceArn"],
      String(inputs["functionName"]),
    ]),
  );
  return [
    ...demand("queues", live.map(({ name }) => name).toSorted(), ["LinksQueue", "MessagesQueue"]),
    ...dead.flatMap(({ name, inputs }) =>
      demand(`${name}: keeps`, inputs["messageRetentionSeconds"], 1_209_600),
    ),
    ...queues.flatMap(({ name, inputs }) => demand(`${name}: sealed`, inputs["sqsManagedSseEnabled"], true)),
    ...live.flatMap(({ name, inputs, state }) => {
      const redrive: unknown = JSON.parse(
        typeof inputs["redrivePolicy"] === "string" ? inputs["redrivePolicy"] : "{}",
      );
      const timeout = timeouts.get(readers.get(state["arn"]) ?? "") ?? Number.NaN;
      return [
        ...demand(`${name}: dead letters`, deadArns.includes(at(redrive, "deadLetterTargetArn")), true),
        ...demand(
          `${name}: six times its reader's time`,
          Number(inputs["visibilityTimeoutSeconds"]) >= 6 * timeout,
          true,
        ),
      ];
    }),
  ];
}
