import { addDays, addMonths, type CivilDate, instantAt } from "@luyue/core/civil-date";
import { type ContractEvent, eventDate } from "@luyue/core/event";
import { type DemoContract, demoContracts, type DemoKey } from "@luyue/testing/contracts";
import { activateContract, draftContract } from "@luyue/usecases/contract";
import { recordEvent } from "@luyue/usecases/event";
import { enrolPartner } from "@luyue/usecases/partner";
import { type Actor, type Command, executeCommand } from "@luyue/usecases/runtime";
import { platformTenant } from "@luyue/usecases/sign-in";
import { addWebhook, createTenant, putMember, updateSettings } from "@luyue/usecases/tenant";
import { enrolVendor } from "@luyue/usecases/vendor";
import type * as z from "zod";
import { morningOf, operatorIssuer, type Stack } from "../stack/index.ts";
import { demoKeyPeriods } from "./key-periods.ts";
import { demoPeople, emailOf, partnerSubject, tenantIdOf } from "./people.ts";
import { type Hands, handsOn } from "./work-hands.ts";
import type { WorkStep } from "./work-steps.ts";
import { workStory } from "./work-story.ts";

export interface SeedOptions {
  /** The day on which the story ends. */
  readonly asOf: CivilDate;
  /** Signing days of contracts that have none yet. */
  readonly sign: ReadonlyMap<DemoKey, CivilDate>;
  readonly onDay?: (day: CivilDate) => void;
}

/** A demo contract where it lives in the stack. */
export interface SeededContract {
  readonly key: DemoKey;
  readonly tenantId: string;
  readonly contractId: string;
}

const operator: Actor = { kind: "operator", id: operatorIssuer, name: "平台运营" };

/** Why the contracts are activated with the faults of their texts. */
const despite = "合同已按此文本签署，文字疏漏将以补充协议更正，不影响履行";

/**
 * Lives the month before `asOf`: five agencies, their vendors and contracts, what is known by its first morning, then
 * day by day what happens on it and the reminders that it sends. All through the product's own commands and sweeps.
 */
export async function seedDemo(stack: Stack, options: SeedOptions): Promise<SeededContract[]> {
  const start = addMonths(options.asOf, -1);
  stack.clock.set(morningOf(start));
  await foundPlatform(stack);
  const seeded: Seeded[] = [];
  for (const demo of demoContracts) seeded.push(await seedContract(stack, demo, options));
  await enrolPartners(stack);
  for (let day = start; day <= options.asOf; day = addDays(day, 1)) {
    options.onDay?.(day);
    await liveDay(stack, day, seeded, day === start);
  }
  return seeded.map(({ key, tenantId, contractId }) => ({ key, tenantId, contractId }));
}

/** The tenant whose record holds the operator's own commands. */
export async function foundPlatform(stack: Stack): Promise<void> {
  await foundTenant(stack, platformTenant, "平台", operatorIssuer);
}

interface Seeded extends SeededContract {
  readonly manager: Actor;
  readonly events: readonly ContractEvent[];
  readonly work: readonly WorkStep[];
  readonly hands: Hands;
}

/** A day: at half past eight what has happened is recorded and work is handed in and checked, at nine the reminders go out. */
async function liveDay(
  stack: Stack,
  day: CivilDate,
  seeded: readonly Seeded[],
  first: boolean,
): Promise<void> {
  stack.clock.set(morningOf(day));
  const isToday = (on: CivilDate) => (first ? on <= day : on === day);
  for (const { tenantId, contractId, manager, events, work, hands } of seeded) {
    const today = events.filter((event) => isToday(eventDate(event)));
    for (const { id: _id, ...event } of today)
      await run(stack, recordEvent, tenantId, manager, { contractId, event });
    for (const { does } of work.filter(({ on }) => isToday(on))) await does(hands, day);
  }
  stack.clock.set(instantAt(day, "09:01"));
  const { failed } = await stack.work();
  const [failure] = failed;
  if (failure !== undefined) throw new Error(`a sweep failed on ${day}`, { cause: failure.error });
}

async function seedContract(stack: Stack, demo: DemoContract, { asOf, sign }: SeedOptions): Promise<Seeded> {
  const { slug } = demo.tenant;
  const tenantId = tenantIdOf(slug);
  await foundTenant(stack, tenantId, demo.tenant.name, slug);
  const administrator = actorOf(tenantId, "administrator");
  await run(stack, updateSettings, tenantId, administrator, { keyPeriods: [...demoKeyPeriods] });
  for (const { subject, name, role } of demoPeople) {
    const member = { subject, name, email: emailOf(subject, slug), roles: [role] };
    await run(stack, putMember, tenantId, administrator, member);
  }
  await run(stack, addWebhook, tenantId, administrator, { url: `${stack.url}/inbox/webhooks/${tenantId}` });
  const manager = actorOf(tenantId, "contractManager");
  const { name, creditCode } = demo.vendor;
  const contacts = [
    { name: "项目负责人", email: emailOf("project-lead", `vendor-${creditCode.slice(-6).toLowerCase()}`) },
  ];
  await run(stack, enrolVendor, tenantId, manager, { name, creditCode, size: "small", contacts });
  const drafted = await run(stack, draftContract, tenantId, manager, { terms: demo.terms });
  await run(stack, activateContract, tenantId, manager, { contractId: drafted.id, despite });
  const signedOn = sign.get(demo.key);
  const signing: ContractEvent[] =
    signedOn === undefined ? [] : [{ id: "signing", kind: "signed", on: signedOn }];
  const events = [
    ...demo.events.filter(({ kind }) => signedOn === undefined || kind !== "signed"),
    ...signing,
  ];
  const known = events.filter((event) => eventDate(event) <= asOf);
  return {
    key: demo.key,
    tenantId,
    contractId: drafted.id,
    manager,
    events: known,
    work: workStory.filter(({ contract, on }) => contract === demo.key && on <= asOf),
    hands: handsOn(stack, demo, drafted.id),
  };
}

async function foundTenant(stack: Stack, tenantId: string, name: string, issuerName: string): Promise<void> {
  const url = stack.issuer.urlOf(tenantId === platformTenant ? "platform" : issuerName);
  const administrator = {
    subject: "administrator",
    name: "管理员",
    email: emailOf("administrator", issuerName),
  };
  const input = { name, issuer: { url, jwksUrl: `${url}/jwks.json` }, administrator };
  await run(stack, createTenant, tenantId, operator, input);
}

async function enrolPartners(stack: Stack): Promise<void> {
  const vendors = new Map(demoContracts.map(({ vendor }) => [vendor.creditCode, vendor]));
  for (const { creditCode } of vendors.values()) {
    const subject = partnerSubject(creditCode);
    const email = emailOf("project-lead", `vendor-${creditCode.slice(-6).toLowerCase()}`);
    await run(stack, enrolPartner, platformTenant, operator, {
      creditCode,
      subject,
      name: "项目负责人",
      email,
    });
  }
}

function actorOf(tenantId: string, role: "administrator" | "contractManager"): Actor {
  return { kind: "member", id: `demo-${role}`, tenantId, name: role, roles: [role] };
}

async function run<S extends z.ZodType, A>(
  { platform, runtime }: Stack,
  command: Command<S, A>,
  tenantId: string,
  actor: Actor,
  input: z.input<S>,
): Promise<A> {
  const store = platform.tenant(tenantId);
  const { answer } = await executeCommand(command, { actor, tenantId, input }, { store, runtime });
  return answer;
}
