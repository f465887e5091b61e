import { erasePartner, invitePartner } from "@luyue/usecases/partner";
import { resetFactor } from "@luyue/usecases/sign-in";
import {
  changeSignIn,
  createTenant,
  eraseMember,
  grantEmergencyAccess,
  inviteMember,
  joinMember,
  putMember,
} from "@luyue/usecases/tenant";
import { everyRole, member, operator, partner, strangePartner } from "./people.ts";
import { change, invalid, noReason, type Row, rowOf } from "./row.ts";
import { addressOf, newTenant, run } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const administrator = member(tenantId, "administrator");
const guest = { name: "新同事", email: addressOf("guest", tenantId), roles: ["acceptor"] };

const invite = rowOf(inviteMember, {
  allowed: ["administrator"],
  aggregate: "tenant",
  shows: ["after"],
  prepare: async () => ({ tenantId, input: guest, other: { ...guest, name: "另一位" } }),
  subjectOf: ({ id }) => id,
  refusals: [
    invalid("no role", "/roles", change({ roles: [] })),
    invalid("no address", "/email", change({ email: "guest" })),
    {
      why: "the address of somebody who is there, in other letters",
      code: "conflict",
      arrange: (_world, { input }) => ({ ...input, email: addressOf("ADMINISTRATOR", tenantId) }),
    },
  ],
});

const join = rowOf(joinMember, {
  allowed: everyRole,
  aggregate: "tenant",
  shows: ["before", "after"],
  prepare: async (world) => {
    const invited = everyRole.map((role) => ({
      id: `mem_${role}`,
      subject: `sub_${role}`,
      name: role,
      email: addressOf(`new-${role}`, tenantId),
      language: "zh" as const,
      roles: [role],
      invitedUntil: "2026-06-15T00:00:00+08:00",
    }));
    const store = world.platform.tenant(tenantId);
    await store.commit(invited.map((each) => ({ change: "putMember", member: each })));
    return { tenantId, input: { subject: "issuer-1" }, other: { subject: "issuer-2" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    {
      why: "nobody was invited",
      code: "conflict",
      as: { ...administrator, id: "mem_somebody" },
      arrange: (_world, { input }) => input,
    },
    {
      why: "the subject is somebody else's",
      code: "conflict",
      arrange: () => ({ subject: "administrator" }),
    },
  ],
});

const seedPerson = async (world: World, subject: string) => {
  const person = { ...guest, subject, email: addressOf(subject, tenantId) };
  return (await run(world, putMember, administrator, tenantId, person)).answer.id;
};

const readAdministrator = async ({ platform }: World) => {
  const found = await platform.tenant(tenantId).getMember("administrator");
  return { id: found?.id ?? "", reason: "离职" };
};

const erase = rowOf(eraseMember, {
  allowed: ["administrator"],
  aggregate: "tenant",
  namesIds: true,
  shows: ["before"],
  prepare: async (world) => {
    const input = { id: await seedPerson(world, "leaving"), reason: "离职" };
    return { tenantId, input, other: { ...input, id: await seedPerson(world, "staying") } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    noReason,
    { why: "no such person", code: "notFound", arrange: () => ({ id: "mem_unknown", reason: "离职" }) },
    { why: "the last administrator", code: "conflict", arrange: readAdministrator },
    {
      why: "oneself",
      code: "conflict",
      as: { ...administrator, id: "mem_self" },
      arrange: async (world, { input }) => {
        const self = { id: "mem_self", subject: "self", name: "本人", email: addressOf("self", tenantId) };
        const roles = ["administrator" as const];
        await world.platform
          .tenant(tenantId)
          .commit([{ change: "putMember", member: { ...self, language: "zh", roles } }]);
        return { ...input, id: "mem_self" };
      },
    },
  ],
});

const issuer = (name: string) => ({
  url: `https://sign-in.example/${name}`,
  jwksUrl: `https://sign-in.example/${name}/keys`,
  client: { id: "luyue", sealedSecret: "sealed.x" },
});

const changeWay = rowOf(changeSignIn, {
  allowed: "operator",
  aggregate: "tenant",
  shows: ["before", "after"],
  prepare: async () => ({ tenantId, input: { issuer: issuer("new") }, other: { issuer: null } }),
  subjectOf: ({ id }) => id,
  refusals: [
    invalid("no address", "/issuer/url", () => ({ issuer: { ...issuer("new"), url: "sign-in" } })),
    {
      why: "another tenant's issuer",
      code: "conflict",
      arrange: () => ({ issuer: newTenant("ten_b").issuer }),
    },
  ],
});

const emergency = {
  name: "应急人员",
  email: addressOf("emergency", tenantId),
  until: "2026-06-01T14:00:00+08:00",
  reason: "统一登录故障，管理员无法登录",
};

const grant = rowOf(grantEmergencyAccess, {
  allowed: "operator",
  aggregate: "tenant",
  shows: ["after"],
  prepare: async () => ({ tenantId, input: emergency, other: { ...emergency, name: "另一人员" } }),
  subjectOf: ({ id }) => id,
  refusals: [
    noReason,
    invalid("too long", "/until", change({ until: "2026-06-04T10:00:01+08:00" })),
    invalid("no time at all", "/until", change({ until: "2026-06-01T10:00:00+08:00" })),
    invalid("no instant", "/until", change({ until: "2026-06-02" })),
  ],
});

const foundPlatform = (world: World) => run(world, createTenant, operator, "platform", newTenant("platform"));
const colleague = { name: "同事", email: "colleague@vendor.example" };

const inviteColleague = rowOf(invitePartner, {
  allowed: "partner",
  aggregate: "tenant",
  ofNoContract: true,
  shows: ["after"],
  prepare: async (world) => {
    await foundPlatform(world);
    return { tenantId: "platform", input: colleague, other: { ...colleague, name: "另一同事" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [invalid("no address", "/email", change({ email: "colleague" }))],
});

const leaving = { id: "usr_9", subject: "leaving", vendorId: partner.vendorId };

const eraseColleague = rowOf(erasePartner, {
  allowed: "operator",
  partner: true,
  aggregate: "tenant",
  ofNoContract: true,
  shows: ["before"],
  prepare: async (world) => {
    await foundPlatform(world);
    const input = { user: leaving, reason: "离职" };
    return { tenantId: "platform", input, other: { ...input, reason: "调岗" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    noReason,
    { why: "another vendor's", code: "notFound", as: strangePartner, arrange: (_world, { input }) => input },
    {
      why: "oneself",
      code: "conflict",
      as: partner,
      arrange: (_world, { input }) => ({ ...input, user: { ...leaving, id: partner.id } }),
    },
  ],
});

const reset = rowOf(resetFactor, {
  allowed: "operator",
  aggregate: "tenant",
  shows: ["after"],
  prepare: async (world) => {
    await foundPlatform(world);
    const input = { email: "lost@vendor.example", reason: "手机遗失，已电话核实" };
    return { tenantId: "platform", input, other: { ...input, email: "other@vendor.example" } };
  },
  subjectOf: ({ subject }) => subject,
  refusals: [noReason, invalid("no address", "/email", change({ email: "lost" }))],
});

export const signInRows: readonly Row[] = [
  invite,
  join,
  erase,
  changeWay,
  grant,
  inviteColleague,
  eraseColleague,
  reset,
];
