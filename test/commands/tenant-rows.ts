import { enrolPartner } from "@luyue/usecases/partner";
import {
  addWebhook,
  createApiKey,
  createTenant,
  putMember,
  removeWebhook,
  revokeApiKey,
  updateSettings,
} from "@luyue/usecases/tenant";
import { enrolVendor } from "@luyue/usecases/vendor";
import { member, operator } from "./people.ts";
import { invalid, type Row, rowOf } from "./row.ts";
import { creditCode, newTenant, run } from "./seed.ts";

const tenantId = "ten_a";
const administrator = ["administrator"] as const;
/** Has begun by the first of June. */
const summit = { key: "summit", name: { zh: "峰会", en: "summit" }, from: "2026-05-28", to: "2026-06-03" };

const create = rowOf(createTenant, {
  allowed: "operator",
  aggregate: "tenant",
  creates: true,
  shows: ["after"],
  prepare: async () => ({
    tenantId: "ten_c",
    input: newTenant("ten_c"),
    other: { ...newTenant("ten_c"), name: "另一单位" },
  }),
  subjectOf: ({ id }) => id,
  refusals: [
    invalid("no name", "/name", (input) => ({ ...input, name: " " })),
    invalid("no address of a person", "/administrator/email", (input) => ({
      ...input,
      administrator: { ...newTenant("ten_c").administrator, email: "nobody" },
    })),
    {
      why: "another tenant's issuer",
      code: "conflict",
      arrange: (_world, { input }) => ({ ...input, issuer: newTenant("ten_a").issuer }),
    },
    {
      why: "the tenant is there already",
      code: "conflict",
      arrange: async (world, { input }) => {
        await run(world, createTenant, operator, "ten_c", input);
        return { ...input, issuer: newTenant("ten_d").issuer };
      },
    },
  ],
});

const update = rowOf(updateSettings, {
  allowed: administrator,
  aggregate: "tenant",
  shows: ["before", "after"],
  prepare: async () => ({
    tenantId,
    input: {
      closingDays: [{ from: "2026-06-15", to: "2026-06-15", name: { zh: "单位日", en: "office day" } }],
      keyPeriods: [summit],
    },
    other: { name: "改名的单位" },
  }),
  subjectOf: () => tenantId,
  refusals: [
    invalid("a date that does not exist", "/closingDays/0/to", () => ({
      closingDays: [{ from: "2026-02-03", to: "2026-02-30", name: { zh: "单位日", en: "office day" } }],
    })),
    invalid("two key periods of one key", "/keyPeriods/1/key", () => ({
      keyPeriods: [summit, { ...summit, from: "2027-05-28", to: "2027-06-03" }],
    })),
    invalid("a key period that ends before it starts", "/keyPeriods/0/to", () => ({
      keyPeriods: [{ ...summit, to: "2026-05-01" }],
    })),
    {
      why: "the key of a period that has begun, for other days",
      code: "invalid",
      path: "/keyPeriods/1/key",
      arrange: async (world, { input }) => {
        await run(world, updateSettings, member(tenantId, "administrator"), tenantId, {
          keyPeriods: [summit],
        });
        const [other, next] = [
          { ...summit, key: "other" },
          { ...summit, from: "2026-06-04", to: "2026-06-05" },
        ];
        return { ...input, keyPeriods: [other, next] };
      },
    },
    invalid("a language that there is not", "/language", (input) => ({ ...input, language: "fr" })),
  ],
});

const person = { subject: "person-1", name: "新同事", email: "person-1@ten-a.example", roles: ["acceptor"] };

const put = rowOf(putMember, {
  allowed: administrator,
  aggregate: "tenant",
  shows: ["after"],
  prepare: async () => ({ tenantId, input: person, other: { ...person, roles: ["finance"] } }),
  subjectOf: ({ id }) => id,
  refusals: [
    invalid("a role that there is not", "/roles/0", (input) => ({ ...input, roles: ["owner"] })),
    invalid("no address", "/email", (input) => ({ ...input, email: "person-1" })),
    {
      why: "the last administrator's role",
      code: "conflict",
      arrange: (_world, { input }) => ({ ...input, subject: "administrator", roles: [] }),
    },
  ],
});

const add = rowOf(addWebhook, {
  allowed: administrator,
  aggregate: "tenant",
  shows: ["after"],
  prepare: async () => ({
    tenantId,
    input: { url: "https://hooks.example/new" },
    other: { url: "https://hooks.example/other" },
  }),
  subjectOf: ({ id }) => id,
  refusals: [
    invalid("an address of another kind", "/url", () => ({ url: "ftp://hooks.example/new" })),
    {
      why: "ten are there already",
      code: "conflict",
      arrange: async (world, { input }) => {
        for (let index = 1; index < 10; index += 1) {
          await run(world, addWebhook, member(tenantId, "administrator"), tenantId, {
            url: `https://hooks.example/${index}`,
          });
        }
        return input;
      },
    },
  ],
});

const remove = rowOf(removeWebhook, {
  allowed: administrator,
  aggregate: "tenant",
  namesIds: true,
  shows: ["before"],
  prepare: async (world) => {
    const more = { url: "https://hooks.example/more" };
    const { answer } = await run(world, addWebhook, member(tenantId, "administrator"), tenantId, more);
    const [first] = (await world.platform.tenant(tenantId).getTenant())?.webhooks ?? [];
    return { tenantId, input: { id: answer.id }, other: { id: first?.id } };
  },
  subjectOf: ({ id }) => id,
  refusals: [{ why: "no such webhook", code: "notFound", arrange: () => ({ id: "whk_unknown" }) }],
});

const keyInput = {
  name: "财务系统",
  scopes: ["payment:pay", "contract:read"],
  validUntil: "2026-12-31",
  hash: "a".repeat(64),
};

const addKey = rowOf(createApiKey, {
  allowed: administrator,
  aggregate: "tenant",
  shows: ["after"],
  prepare: async () => ({ tenantId, input: keyInput, other: { ...keyInput, name: "采购系统" } }),
  subjectOf: ({ id }) => id,
  refusals: [
    invalid("a scope that is for people", "/scopes/0", (input) => ({
      ...input,
      scopes: ["payment:approve"],
    })),
    invalid("no scope", "/scopes", (input) => ({ ...input, scopes: [] })),
    invalid("a day that is over", "/validUntil", (input) => ({ ...input, validUntil: "2026-05-31" })),
    invalid("a day too far away", "/validUntil", (input) => ({ ...input, validUntil: "2027-06-03" })),
    {
      why: "twenty are there already",
      code: "conflict",
      arrange: async (world, { input }) => {
        for (let index = 0; index < 20; index += 1) {
          await run(world, createApiKey, member(tenantId, "administrator"), tenantId, keyInput);
        }
        return input;
      },
    },
  ],
});

const revokeKey = rowOf(revokeApiKey, {
  allowed: administrator,
  aggregate: "tenant",
  namesIds: true,
  shows: ["before"],
  prepare: async (world) => {
    const make = async () =>
      (await run(world, createApiKey, member(tenantId, "administrator"), tenantId, keyInput)).answer.id;
    return { tenantId, input: { id: await make() }, other: { id: await make() } };
  },
  subjectOf: ({ id }) => id,
  refusals: [{ why: "no such key", code: "notFound", arrange: () => ({ id: "key_unknown" }) }],
});

const vendorInput = {
  creditCode,
  name: "示例供应商（更名）",
  contacts: [{ name: "联系人", email: "a@vendor.example" }],
};

const vendor = rowOf(enrolVendor, {
  allowed: ["contractManager", "administrator"],
  aggregate: "tenant",
  shows: ["before", "after"],
  prepare: async () => ({ tenantId, input: vendorInput, other: { ...vendorInput, contacts: [] } }),
  subjectOf: ({ vendorId }) => vendorId,
  refusals: [
    invalid("a wrong check character", "/creditCode", (input) => ({
      ...input,
      creditCode: "91990000MA0B26TF1N",
    })),
    invalid("a size that there is not", "/size", (input) => ({ ...input, size: "huge" })),
  ],
});

const partnerInput = {
  creditCode,
  subject: "partner-1",
  name: "供应商人员",
  email: "partner-1@vendor.example",
};

const enrol = rowOf(enrolPartner, {
  allowed: "operator",
  aggregate: "tenant",
  shows: ["after"],
  prepare: async (world) => {
    await run(world, createTenant, operator, "platform", newTenant("platform"));
    return { tenantId: "platform", input: partnerInput, other: { ...partnerInput, name: "另一人员" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    invalid("a wrong check character", "/creditCode", (input) => ({
      ...input,
      creditCode: "91990000MA0B26TF1N",
    })),
  ],
});

export const tenantRows: readonly Row[] = [
  create,
  update,
  put,
  add,
  remove,
  addKey,
  revokeKey,
  vendor,
  enrol,
];
