import type { ContractTerms } from "@luyue/core/contract";
import type { Role } from "@luyue/core/party";
import { activateContract, draftContract } from "@luyue/usecases/contract";
import { recordEvent } from "@luyue/usecases/event";
import {
  type Actor,
  type Command,
  type CommandAnswer,
  executeCommand,
  type parseInput,
} from "@luyue/usecases/runtime";
import { addWebhook, createTenant, putMember } from "@luyue/usecases/tenant";
import { enrolVendor } from "@luyue/usecases/vendor";
import { member, operator } from "./people.ts";
import type { World } from "./world.ts";

export const creditCode = "91990000MA0B26TF1M";

/** What the input of a command can be checked by. */
export type InputSchema = Parameters<typeof parseInput>[0];

export interface Conditions {
  readonly idempotencyKey?: string | undefined;
  readonly expectedVersion?: number | undefined;
}

/** Runs a command through its only way in. */
export function run<S extends InputSchema, A>(
  { platform, runtime }: World,
  command: Command<S, A>,
  actor: Actor,
  tenantId: string,
  input: unknown,
  conditions: Conditions = {},
): Promise<CommandAnswer<A>> {
  const store = platform.tenant(tenantId);
  return executeCommand(command, { actor, tenantId, input, ...conditions }, { store, runtime });
}

export function addressOf(name: string, tenantId: string): string {
  return `${name}@${tenantId.replace("_", "-")}.example`;
}

export function newTenant(tenantId: string) {
  const url = `https://sign-in.example/${tenantId}`;
  const administrator = {
    subject: "administrator",
    name: "管理员",
    email: addressOf("administrator", tenantId),
  };
  return { name: `单位 ${tenantId}`, issuer: { url, jwksUrl: `${url}/keys` }, administrator };
}

/** A tenant with its administrator, people in the roles given, the vendor on file, and a webhook unless told otherwise. */
export async function seedTenant(
  world: World,
  tenantId: string,
  { roles = ["finance"], webhooks = 1 }: { roles?: readonly Role[]; webhooks?: number } = {},
): Promise<void> {
  const administrator = member(tenantId, "administrator");
  await run(world, createTenant, operator, tenantId, newTenant(tenantId));
  for (const role of roles) {
    const person = { subject: role, name: role, email: addressOf(role, tenantId), roles: [role] };
    await run(world, putMember, administrator, tenantId, person);
  }
  const contacts = [{ name: "项目负责人", email: addressOf("lead.vendor", tenantId) }];
  await run(world, enrolVendor, administrator, tenantId, { creditCode, name: "示例供应商", contacts });
  for (let index = 0; index < webhooks; index += 1) {
    await run(world, addWebhook, administrator, tenantId, {
      url: `https://hooks.example/${tenantId}/${index}`,
    });
  }
}

/** Terms with one payment, due `days` after signing. */
export function termsOf(number: string, more: Partial<ContractTerms> = {}, days = 30): ContractTerms {
  const signed = { anchor: "event", event: "signed" } as const;
  return {
    schemaVersion: 1,
    number,
    name: "网络安全服务合同",
    parties: { buyer: { name: "示例单位" }, vendor: { name: "示例供应商", creditCode } },
    price: { total: "1000.00" },
    terms: [
      {
        key: "main",
        title: { zh: "服务期", en: "service term" },
        start: { rule: "on", anchor: signed },
        end: { rule: "within", count: 1, unit: "year", after: signed, roll: "none" },
      },
    ],
    tranches: [
      {
        key: "t1",
        title: { zh: "第1笔", en: "tranche 1" },
        amount: { amount: "fixed", value: "1000.00" },
        due: { rule: "within", count: days, unit: "day", after: signed, roll: "none" },
      },
    ],
    ...more,
  };
}

/** A draft of these terms; gives its id. */
export async function seedDraft(world: World, tenantId: string, terms: ContractTerms): Promise<string> {
  const { answer } = await run(world, draftContract, member(tenantId, "contractManager"), tenantId, {
    terms,
  });
  return answer.id;
}

/**
 * An active contract, signed where a date is given, in spite of failed checks where a reason is; gives its id and that of
 * the signing.
 */
export async function seedActive(
  world: World,
  tenantId: string,
  terms: ContractTerms,
  signedOn?: string,
  despite?: string,
) {
  const manager = member(tenantId, "contractManager");
  const contractId = await seedDraft(world, tenantId, terms);
  await run(world, activateContract, manager, tenantId, { contractId, despite });
  if (signedOn === undefined) return { contractId, eventId: "" };
  const event = { kind: "signed", on: signedOn };
  const { answer } = await run(world, recordEvent, manager, tenantId, { contractId, event });
  return { contractId, eventId: answer.eventId };
}
