import { describe, expect, it } from "vitest";
import { findFaults } from "./checks/find-faults.ts";
import { missing, places, type PlaceName, root, settings } from "./synth/places.ts";
import { synthesise } from "./synth/synthesise.ts";

/** Something that goes wrong: where, what stood there, what stands there now, and what has to be said of it. */
type Mutation = readonly [
  what: string,
  file: string,
  from: string,
  to: string,
  said: string,
  place?: PlaceName,
];

const mutations: readonly Mutation[] = [
  [
    "the stream tells less than its reader needs",
    "packages/storage/src/table/table-definition.ts",
    `StreamViewType: "NEW_AND_OLD_IMAGES"`,
    `StreamViewType: "KEYS_ONLY"`,
    "throws: the stream is not as its reader needs it",
  ],
  ["the stream is off", "infra/table.ts", "    stream: view,\n", "", "throws: stream is not enabled"],
  [
    "an index shows more",
    "infra/table.ts",
    `? ("keys-only" as const)`,
    `? ("all" as const)`,
    "the table's indexes",
  ],
  [
    "the table can be deleted",
    "infra/table.ts",
    "deletionProtection: stage.isProtected",
    "deletionProtection: false",
    "the table's protection",
  ],
  ["an item never ends", "infra/table.ts", "ttl: ttlAttribute", `ttl: "never"`, "the table's time to live"],
  [
    "files lose their versions",
    "infra/files.ts",
    "versioning: true",
    "versioning: false",
    "files keep their versions",
  ],
  [
    "what was staged stays",
    "infra/files.ts",
    "expiration: { days: 1 }",
    "expiration: { days: 100 }",
    "what was staged ends",
  ],
  [
    "a policy is widened to all actions",
    "stacks/api.ts",
    `actions: ["sqs:SendMessage"]`,
    `actions: ["sqs:*"]`,
    "sqs:* is more than one action",
  ],
  [
    "a policy is widened to all resources",
    "stacks/reminders.ts",
    `resources: [messages.queue.arn] };`,
    `resources: ["*"] };`,
    "* is more than one resource",
  ],
  [
    "a tenant's role has no leading keys",
    "stacks/access.ts",
    "      resources: [table.arn],\n      leadingKeys: tenantKeys,",
    "      resources: [table.arn],",
    "without leading keys",
  ],
  [
    "a tenant's role reaches all tenants",
    "stacks/access.ts",
    `"T#\${aws:PrincipalTag/tenant}#*"]`,
    `"T#*"]`,
    "T#* is everybody's",
  ],
  [
    "a role is trusted to the whole account",
    "infra/access.ts",
    "Principal: { AWS: arns }",
    `Principal: { AWS: ["arn:aws:iam::123456789012:root"] }`,
    "is trusted to arn:aws:iam::123456789012:root",
  ],
  [
    "a role is taken on for nobody",
    "infra/access.ts",
    `[\`aws:RequestTag/\${tagOf[name]}\`]: "?*"`,
    `"aws:PrincipalOrgID": "?*"`,
    "for nobody in particular",
  ],
  [
    "logs are written anywhere",
    "infra/function.ts",
    "args.managedPolicyArns = [];",
    "",
    "throws: holds policies that nobody sees",
  ],
  [
    "logs are kept for good",
    "infra/function.ts",
    "retentionInDays: stage.logRetentionDays",
    "retentionInDays: 0",
    "days of its log",
  ],
  ["functions are not traced", "infra/function.ts", `mode: "Active"`, `mode: "PassThrough"`, "tracing"],
  [
    "another function reads all wake-ups",
    "stacks/api.ts",
    "index/byOwner",
    "index/wake",
    "the wake-ups of all tenants",
  ],
  ["dead letters are soon gone", "infra/queue.ts", "14 * 86_400", "86_400", "LinksDeadQueue: keeps"],
  [
    "a queue has no dead letters",
    "infra/queue.ts",
    "    dlq: { queue: dead.arn, retry: options.receives },\n",
    "",
    "dead letters",
  ],
  [
    "a batch fails as a whole",
    "stacks/reminders.ts",
    "batch: { size: 10, partialResponses: true }",
    "batch: { size: 10 }",
    "says what failed",
  ],
  ["the sweep seldom runs", "stacks/reminders.ts", `"rate(1 minute)"`, `"rate(1 hour)"`, "schedules"],
  [
    "an alarm is gone",
    "stacks/reminders.ts",
    `createAlarm("ReminderLag"`,
    `void ((..._: unknown[]) => 0)("ReminderLag"`,
    "alarms",
  ],
  ["an alarm tells nobody", "infra/alarm.ts", "alarmActions: [topic.arn]", "alarmActions: []", "tells"],
  [
    "the gateway holds nobody off",
    "stacks/api.ts",
    "throttlingRateLimit: 200",
    "throttlingRateLimit: 20_000",
    "the gateway's rate",
  ],
  [
    "production is not protected",
    "infra/stage.ts",
    `isProtected: kind === "production"`,
    "isProtected: false",
    "protected",
  ],
  [
    "an address holds in one partition alone",
    "infra/access.ts",
    "arn:${stage.partition}:iam",
    "arn:aws:iam",
    "arn:aws: in aws-cn",
    "china",
  ],
  [
    "SES is asked for where there is none",
    "infra/stage.ts",
    `if (by === "ses" && partition === "aws-cn") throw`,
    "if (false) throw",
    "in China",
    "china",
  ],
];

/** Those that only show as a fault go wrong all at once; one that ends the layout, or is of another place, goes wrong alone. */
const isAlone = ([, , , , said, place]: Mutation) => said.startsWith("throws: ") || place !== undefined;

/** Faults of a stage in which these things go wrong, and how often each was found to change. */
async function findFaultsOf(wrong: readonly Mutation[]) {
  const place: PlaceName = wrong[0]?.[5] ?? "production";
  const changes = new Map<string, number>();
  const mutate = (path: string, source: string): string =>
    wrong.reduce((text, [what, file, from, to]) => {
      if (path !== file || !text.includes(from)) return text;
      changes.set(what, (changes.get(what) ?? 0) + 1);
      return text.replace(from, to);
    }, source);
  const env = { ...settings[place], ...(wrong[0]?.[4] === "in China" ? { LUYUE_MAIL_BY: "ses" } : {}) };
  try {
    return {
      changes,
      faults: findFaults(await synthesise(root, { place: places[place], env, mutate }), places[place]),
    };
  } catch (error) {
    return { changes, faults: [`throws: ${String(error)}`] };
  }
}

describe.skipIf(missing !== undefined)("is not let pass:", () => {
  let together: ReturnType<typeof findFaultsOf> | undefined;

  it.each(mutations.map((mutation) => ({ what: mutation[0], mutation })))(
    "$what",
    async ({ mutation }) => {
      const [what, , , , said] = mutation;
      together ??= findFaultsOf(mutations.filter((each) => !isAlone(each)));
      const { changes, faults } = await (isAlone(mutation) ? findFaultsOf([mutation]) : together);
      expect(changes.get(what)).toBe(1);
      const wanted = said.replace(/^throws: /, "");
      expect(faults.filter((fault) => fault.includes(wanted))).not.toEqual([]);
      if (said.startsWith("throws: ")) expect(faults[0]).toContain("throws: ");
    },
    60_000,
  );
});
