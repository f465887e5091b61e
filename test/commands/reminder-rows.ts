import { defaultReminderSettings } from "@luyue/core/reminder";
import {
  changeReminderPolicy,
  chooseReminders,
  createFeed,
  type OutboxEntry,
  resendMessage,
  revokeFeed,
  unsubscribe,
} from "@luyue/usecases/reminder";
import {
  addWebhook,
  disableWebhook,
  enableWebhook,
  rotateWebhook,
  testWebhook,
} from "@luyue/usecases/tenant";
import { systemActor } from "@luyue/usecases/runtime";
import { everyRole, member, partner } from "./people.ts";
import { change, invalid, type Row, rowOf } from "./row.ts";
import { addressOf, run } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const administrator = member(tenantId, "administrator");
const { standard } = defaultReminderSettings;

const policy = rowOf(changeReminderPolicy, {
  allowed: ["administrator"],
  aggregate: "tenant",
  shows: ["before", "after"],
  prepare: async () => ({
    tenantId,
    input: { ...defaultReminderSettings, kinds: { payment: { digest: "daily", people: ["administrator"] } } },
    other: { ...defaultReminderSettings, workingDaysOnly: true },
  }),
  subjectOf: () => tenantId,
  refusals: [
    invalid(
      "a person of nowhere",
      "/kinds/payment/people/0",
      change({ kinds: { payment: { people: ["nobody"] } } }),
    ),
    invalid(
      "a person of nowhere, for all kinds",
      "/standard/people/0",
      change({ standard: { ...standard, people: ["nobody"] } }),
    ),
    invalid(
      "quiet hours of no time",
      "/quietHours/to",
      change({ quietHours: { from: "07:00", to: "07:00" } }),
    ),
    invalid(
      "a channel twice",
      "/standard/channels",
      change({ standard: { ...standard, channels: ["email", "email"] } }),
    ),
  ],
});

/** The people of the matrix as members who are really there. */
async function seedOwnMembers({ platform }: World): Promise<void> {
  const members = everyRole.map((role) => ({
    id: `mem_${role}`,
    subject: `own_${role}`,
    name: role,
    email: addressOf(`own-${role}`, tenantId),
    language: "zh" as const,
    roles: [role],
  }));
  await platform.tenant(tenantId).commit(members.map((each) => ({ change: "putMember", member: each })));
}

const nobody = { ...administrator, id: "mem_nobody" };

const choose = rowOf(chooseReminders, {
  allowed: everyRole,
  aggregate: "tenant",
  shows: ["before", "after"],
  prepare: async (world) => {
    await seedOwnMembers(world);
    return { tenantId, input: { off: ["report"], digest: "daily" }, other: { off: [] } };
  },
  subjectOf: () => "mem_administrator",
  refusals: [
    invalid("a kind that there is not", "/off/0", change({ off: ["lunch"] })),
    { why: "somebody who is no member", code: "notFound", as: nobody, arrange: (_world, { input }) => input },
  ],
});

const leave = rowOf(unsubscribe, {
  allowed: "system",
  aggregate: "tenant",
  shows: ["after"],
  prepare: async () => ({
    tenantId,
    input: { address: addressOf("lead.vendor", tenantId) },
    other: { address: addressOf("other", tenantId) },
  }),
  subjectOf: () => "l***@ten-a.example",
  refusals: [],
});

const subscribe = rowOf(createFeed, {
  allowed: everyRole,
  partner: true,
  ofNoContract: true,
  aggregate: "tenant",
  shows: ["after"],
  prepare: async (world) => {
    await seedOwnMembers(world);
    return { tenantId, input: {}, other: { contractId: "ctr_other" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    {
      why: "a contract that there is not",
      code: "notFound",
      arrange: () => ({ contractId: "ctr_zzzzzzzzzz" }),
    },
    {
      why: "ten are there already",
      code: "conflict",
      arrange: async (world, { input }) => {
        for (let index = 0; index < 10; index += 1) {
          await run(world, createFeed, administrator, tenantId, input);
        }
        return input;
      },
    },
  ],
});

const endFeed = rowOf(revokeFeed, {
  allowed: ["administrator"],
  partner: true,
  ofNoContract: true,
  ownOnly: true,
  aggregate: "tenant",
  shows: ["before"],
  prepare: async (world) => {
    await seedOwnMembers(world);
    const make = async () => (await run(world, createFeed, administrator, tenantId, {})).answer.id;
    return { tenantId, input: { id: await make() }, other: { id: await make() } };
  },
  prepareForPartner: async (world) => {
    const { id } = (await run(world, createFeed, partner, tenantId, {})).answer;
    return { tenantId, input: { id }, other: { id } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    { why: "no such calendar", code: "notFound", arrange: () => ({ id: "cal_unknown" }) },
    {
      why: "somebody else's",
      code: "notFound",
      as: member(tenantId, "finance"),
      arrange: (_world, { input }) => input,
    },
  ],
});

const hooks = async ({ platform }: World) => {
  const { webhooks = [] } = (await platform.tenant(tenantId).getTenant()) ?? {};
  return webhooks.map(({ id }) => id);
};

/** Two webhooks: the one of every world, and another. */
const twoHooks = async (world: World) => {
  await run(world, addWebhook, administrator, tenantId, { url: "https://hooks.example/more" });
  const [first = "", second = ""] = await hooks(world);
  return { tenantId, input: { id: first }, other: { id: second } };
};
const noSuchHook = {
  why: "no such webhook",
  code: "notFound",
  arrange: () => ({ id: "whk_unknown" }),
} as const;
const disable = (world: World, id: unknown) =>
  run(world, disableWebhook, systemActor, tenantId, { id, why: "failing" });

const rotate = rowOf(rotateWebhook, {
  allowed: ["administrator"],
  aggregate: "tenant",
  namesIds: true,
  shows: ["after"],
  prepare: twoHooks,
  subjectOf: ({ id }) => id,
  refusals: [
    noSuchHook,
    invalid("an overlap of more than a week", "/overlapHours", change({ overlapHours: 169 })),
    {
      why: "a robot's",
      code: "conflict",
      arrange: async (world) => {
        const robot = { url: "https://chat.example/robot?key=abcd1234", kind: "wecom" };
        return { id: (await run(world, addWebhook, administrator, tenantId, robot)).answer.id };
      },
    },
  ],
});

const testRow = rowOf(testWebhook, {
  allowed: ["administrator"],
  aggregate: "tenant",
  namesIds: true,
  shows: ["after"],
  prepare: twoHooks,
  subjectOf: (_answer, { input }) => input["id"],
  refusals: [
    noSuchHook,
    {
      why: "one that is disabled",
      code: "conflict",
      arrange: async (world, { input }) => {
        await disable(world, input["id"]);
        return input;
      },
    },
  ],
});

const disableRow = rowOf(disableWebhook, {
  allowed: "system",
  aggregate: "tenant",
  shows: ["before", "after"],
  prepare: async (world) => {
    const { input, other } = await twoHooks(world);
    return { tenantId, input: { ...input, why: "failing" }, other: { ...other, why: "gone" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    { ...noSuchHook, arrange: () => ({ id: "whk_unknown", why: "gone" }) },
    {
      why: "one that is disabled already",
      code: "conflict",
      arrange: async (world, { input }) => {
        await disable(world, input["id"]);
        return input;
      },
    },
  ],
});

const enable = rowOf(enableWebhook, {
  allowed: ["administrator"],
  aggregate: "tenant",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => {
    const prepared = await twoHooks(world);
    for (const id of await hooks(world)) await disable(world, id);
    return prepared;
  },
  subjectOf: ({ id }) => id,
  refusals: [
    noSuchHook,
    {
      why: "one that is not disabled",
      code: "conflict",
      arrange: async (world) => {
        const more = { url: "https://hooks.example/third" };
        return { id: (await run(world, addWebhook, administrator, tenantId, more)).answer.id };
      },
    },
  ],
});

const entryOf = (id: string, more: Partial<OutboxEntry>): OutboxEntry => ({
  id,
  tenantId,
  contractId: "ctr_sent",
  type: "reminder",
  to: { channel: "email", address: "a@a.example", name: "甲", side: "buyer", language: "zh" },
  payload: null,
  createdAt: "2026-05-01T09:00:00+08:00",
  state: "failed",
  attempts: [{ at: "2026-05-01T09:00:00+08:00", outcome: "failed", detail: "550" }],
  ...more,
});
const nameOf = (id: string) => ({ contractId: "ctr_sent", key: `-#${id}` });
const put = async (world: World, entry: OutboxEntry) => {
  await world.platform.tenant(tenantId).commit([{ change: "putOutbox", entry }]);
  return nameOf(entry.id);
};

const resend = rowOf(resendMessage, {
  allowed: ["administrator"],
  aggregate: "tenant",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => ({
    tenantId,
    input: await put(world, entryOf("rem_1", {})),
    other: await put(
      world,
      entryOf("chg_1", { state: "delivered", to: { channel: "webhook", endpointId: "whk_1" } }),
    ),
  }),
  subjectOf: ({ id }) => id,
  refusals: [
    { why: "no such message", code: "notFound", arrange: () => nameOf("rem_unknown") },
    ...(["pending", "withdrawn", "bundled", "delivered"] as const).map((state) => ({
      why: `a mail that is ${state}`,
      code: "conflict" as const,
      arrange: (world: World) => put(world, entryOf(`rem_${state}`, { state })),
    })),
    {
      why: "a part of a bundle",
      code: "conflict",
      arrange: (world) => put(world, entryOf("rem_part", { bundledIn: "dig_1" })),
    },
  ],
});

export const reminderRows: readonly Row[] = [
  policy,
  choose,
  leave,
  subscribe,
  endFeed,
  rotate,
  testRow,
  disableRow,
  enable,
  resend,
];
