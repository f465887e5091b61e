import { addMinutes, type Instant, instantSchema, toEpochMs } from "@luyue/core/civil-date";
import { normaliseAddress } from "@luyue/core/sign-in";
import * as z from "zod";
import { outboxForLetter } from "../reminder/outbox-for-letter.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { type Member, personSchema, type Tenant } from "./tenant.ts";

const longestHours = 72;

/**
 * Lets a named person in as administrator for some hours, by mail and second factor, whatever the agency's issuer says
 * 应急访问: its issuer is down, or nobody who may invite is left. The operator's command, on the agency's own record; every
 * administrator is told by mail. Throws `invalid`.
 */
export const grantEmergencyAccess = defineCommand({
  name: "emergency.grant",
  input: personSchema.safeExtend({
    until: instantSchema,
    reason: z.string().trim().min(1).max(500),
  }),
  permission: "emergency:grant",
  async decide({ store, tenant, runtime }, { name, email, language = tenant.language, until, reason }) {
    demandSoon(until, runtime.now());
    const members = await store.listMembers();
    const before = members.find(
      (each) => each.emergencyUntil !== undefined && normaliseAddress(each.email) === normaliseAddress(email),
    );
    const member: Member = {
      id: before?.id ?? runtime.newId("mem"),
      subject: before?.subject ?? runtime.newId("sub"),
      name,
      email,
      language,
      roles: ["administrator"],
      emergencyUntil: until,
    };
    const told = members.filter(({ roles }) => roles.includes("administrator"));
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [
        { change: "putMember", member },
        ...[...told.filter(({ id }) => id !== member.id), member].map((each) =>
          tell(each, member, reason, tenant, runtime),
        ),
      ],
      answer: { id: member.id, until },
      subject: member.id,
      recordBefore: before,
      recordAfter: member,
      reason,
    };
  },
});

function demandSoon(until: Instant, now: Instant): void {
  const [at, last] = [toEpochMs(until), toEpochMs(addMinutes(now, longestHours * 60))];
  if (at > toEpochMs(now) && at <= last) return;
  throw invalidAt("/until", {
    zh: `须为今后${longestHours}小时以内的时刻`,
    en: `a time within the next ${longestHours} hours`,
  });
}

function tell(to: Member, member: Member, reason: string, tenant: Tenant, runtime: Runtime) {
  const { name, email: address, language } = to;
  return outboxForLetter(
    {
      kind: "emergency",
      recipient: { name, language },
      url: `${runtime.baseUrl}/sign-in`,
      organisation: tenant.name,
      person: member.name,
      until: member.emergencyUntil ?? runtime.now(),
      reason,
    },
    { name, address, side: "buyer" },
    tenant.id,
    runtime,
  );
}
