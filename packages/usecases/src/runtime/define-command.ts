import { DomainError, listFaults } from "@luyue/core/error";
import type * as z from "zod";
import type { Contract } from "../contract/contract.ts";
import { refreshContract } from "../contract/refresh-contract.ts";
import { outboxForWebhooks } from "../reminder/outbox-for-webhooks.ts";
import { blankTenant, type Tenant } from "../tenant/tenant.ts";
import { type Actor, demandPermission } from "./actor.ts";
import { canonicalJson } from "./canonical-json.ts";
import { addHours } from "./add-hours.ts";
import type { Permission } from "./permission.ts";
import { appendRecord } from "./record-entry.ts";
import type { Runtime } from "./runtime.ts";
import { type Change, type TenantStore, WriteConflict } from "./store.ts";

/** What a command is given: the store of its tenant, the tenant's settings, who acts, and the runtime. */
export interface CommandContext {
  readonly store: TenantStore;
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly runtime: Runtime;
  /** The version that the caller has seen; the command goes through only on that one. */
  readonly expectedVersion: number | undefined;
}

/** The thing a command changes: its version guards the write, its record gets the line. */
type Aggregate =
  | {
      readonly kind: "contract";
      readonly before: Contract | undefined;
      readonly after: Contract;
      readonly wakeAt?: string;
    }
  | { readonly kind: "tenant"; readonly before: Tenant | undefined; readonly after: Tenant };

/** What a command decides: the new head of its aggregate, further writes, the answer, and what the record says. */
export interface Decision<A> {
  readonly aggregate: Aggregate;
  readonly changes: readonly Change[];
  readonly answer: A;
  readonly subject: string;
  readonly recordBefore?: unknown;
  readonly recordAfter?: unknown;
  readonly reason?: string | undefined;
}

export interface Command<S extends z.ZodType, A> {
  readonly name: string;
  readonly input: S;
  readonly permission: Permission;
  /** Set for the one command that makes its tenant; its context carries a blank one. */
  readonly foundsTenant?: true;
  readonly decide: (context: CommandContext, input: z.output<S>) => Promise<Decision<A>>;
  /** What is left to do after the transaction, safe to do again: a replay does it too, for it may have been cut short. */
  readonly afterCommit?: (dependencies: CommandDependencies) => Promise<void>;
}

export interface CommandRequest {
  readonly actor: Actor;
  readonly tenantId: string;
  readonly input: unknown;
  readonly idempotencyKey?: string | undefined;
  readonly expectedVersion?: number | undefined;
}

/** The answer of a command, the aggregate's version after it, and whether it is that of an earlier, equal request. */
export interface CommandAnswer<A> {
  readonly answer: A;
  readonly version: number;
  readonly replayed: boolean;
}

export interface CommandDependencies {
  readonly store: TenantStore;
  readonly runtime: Runtime;
}

/** Gives a verb of the product everything that no command may forget; `executeCommand` is its only way in. */
export function defineCommand<S extends z.ZodType, A>(command: Command<S, A>): Command<S, A> {
  return command;
}

/** Each round of commands that meet on one contract lets at least one through, so that this many at once all land. */
const attempts = 32;

/**
 * Authorises, validates, decides and writes a command: the change, its line on the record, its outbox entries and
 * its idempotency key in one transaction. Throws `forbidden`, `invalid`, `notFound`, `conflict`, `versionMismatch`,
 * `idempotencyMismatch`; nothing is written then. What belongs to another tenant than the store's is `notFound`.
 */
export async function executeCommand<S extends z.ZodType, A>(
  command: Command<S, A>,
  request: CommandRequest,
  dependencies: CommandDependencies,
): Promise<CommandAnswer<A>> {
  demandPermission(request.actor, command.permission);
  demandOwnTenant(request, dependencies.store);
  const answered = await answerOnce(command, request, dependencies);
  await command.afterCommit?.(dependencies);
  return answered;
}

async function answerOnce<S extends z.ZodType, A>(
  command: Command<S, A>,
  request: CommandRequest,
  { store, runtime }: CommandDependencies,
): Promise<CommandAnswer<A>> {
  const input = parseInput(command.input, request.input);
  const requestHash = runtime.digest(canonicalJson([command.name, request.actor.id, request.input ?? null]));
  const key =
    request.idempotencyKey === undefined
      ? undefined
      : runtime.digest(`${request.actor.id}|${request.idempotencyKey}`);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decideAndCommit(command, request, input, { store, runtime }, key, requestHash);
    } catch (error) {
      const earlier = key === undefined ? undefined : await readEarlierAnswer<A>(store, key, requestHash);
      if (earlier !== undefined) return earlier;
      if (!(error instanceof WriteConflict)) throw error;
      if (error.conflicting.some(({ change }) => change === "createTenant" || change === "createContract"))
        throw alreadyThere();
      if (request.expectedVersion !== undefined) throw versionMismatch();
      if (attempt === attempts) throw unavailable();
    }
  }
}

async function decideAndCommit<S extends z.ZodType, A>(
  command: Command<S, A>,
  request: CommandRequest,
  input: z.output<S>,
  { store, runtime }: CommandDependencies,
  key: string | undefined,
  requestHash: string,
): Promise<CommandAnswer<A>> {
  const tenant = await tenantFor(command, store, runtime);
  const context = { store, tenant, actor: request.actor, runtime, expectedVersion: request.expectedVersion };
  const decision = await command.decide(context, input);
  demandVersion(decision.aggregate, request.expectedVersion);
  const { changes, version } = completeChanges(command, decision, context);
  const answered = { answer: decision.answer, version };
  if (key !== undefined) {
    const item = { key, requestHash, answer: answered, expiresAt: addHours(runtime.now(), 48) };
    changes.push({ change: "putIdempotency", item });
  }
  await store.commit(changes);
  const { aggregate } = decision;
  if (aggregate.kind === "contract" && aggregate.after.derivation !== undefined) {
    // The command has been written whatever happens here; the contract's wake-up takes up what is cut short.
    await refreshContract(store, aggregate.after.id, runtime).catch(() => undefined);
  }
  return { ...answered, replayed: false };
}

/** Whoever composes a program binds the store; a member's own tenant and the request's have to be that one. */
function demandOwnTenant({ actor, tenantId }: CommandRequest, store: TenantStore): void {
  const strange = actor.kind === "member" && actor.tenantId !== store.tenantId;
  if (strange || tenantId !== store.tenantId) throw noSuchTenant();
}

async function tenantFor<S extends z.ZodType, A>(
  command: Command<S, A>,
  store: TenantStore,
  runtime: Runtime,
): Promise<Tenant> {
  const tenant = await store.getTenant();
  if (command.foundsTenant === true) {
    if (tenant !== undefined) throw alreadyThere();
    return blankTenant(store.tenantId, runtime.now());
  }
  if (tenant === undefined) throw noSuchTenant();
  return tenant;
}

/** The decision's writes with the aggregate's new head, the line on its record, and its webhooks. */
function completeChanges<S extends z.ZodType, A>(
  command: Command<S, A>,
  decision: Decision<A>,
  { tenant, actor, runtime }: CommandContext,
): { changes: Change[]; version: number } {
  const { aggregate } = decision;
  const at = runtime.now();
  const entry = appendRecord(
    aggregate.after.record,
    {
      at,
      actor: {
        kind: actor.kind,
        id: actor.id,
        name: actor.name,
        ...(actor.kind === "member" ? { roles: actor.roles } : {}),
      },
      command: command.name,
      subject: decision.subject,
      ...(decision.recordBefore === undefined ? {} : { before: decision.recordBefore }),
      ...(decision.recordAfter === undefined ? {} : { after: decision.recordAfter }),
      ...(decision.reason === undefined ? {} : { reason: decision.reason }),
    },
    runtime,
  );
  const version = (aggregate.before?.version ?? 0) + 1;
  const record = { sequence: entry.sequence, hash: entry.hash };
  const head = headChange(aggregate, version, record);
  const outbox =
    aggregate.kind === "contract"
      ? outboxForWebhooks(command.name, aggregate.after, decision, entry, tenant, at)
      : [];
  const recordOf = aggregate.kind === "contract" ? aggregate.after.id : "tenant";
  return {
    version,
    changes: [
      head,
      ...decision.changes,
      { change: "putRecord", aggregate: recordOf, entry },
      ...outbox.map((each): Change => ({ change: "putOutbox", entry: each })),
    ],
  };
}

function headChange(aggregate: Aggregate, version: number, record: Contract["record"]): Change {
  if (aggregate.kind === "tenant") {
    const tenant = { ...aggregate.after, version, record };
    return aggregate.before === undefined || aggregate.before.version === 0
      ? { change: "createTenant", tenant }
      : { change: "putTenant", tenant, expectedVersion: aggregate.before.version };
  }
  const contract = { ...aggregate.after, version, record };
  if (aggregate.before === undefined) return { change: "createContract", contract };
  return {
    change: "putContract",
    contract,
    expectedVersion: aggregate.before.version,
    wakeAt: aggregate.wakeAt,
  };
}

/** Parses input by a schema; throws `invalid` with every fault, its JSON pointer and its reason in both languages. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError(
    "invalid",
    { zh: "输入有误", en: "the input is not valid" },
    listFaults(parsed.error, input),
  );
}

function demandVersion(aggregate: Aggregate, expected: number | undefined): void {
  if (expected !== undefined && aggregate.before !== undefined && aggregate.before.version !== expected)
    throw versionMismatch();
}

async function readEarlierAnswer<A>(
  store: TenantStore,
  key: string,
  requestHash: string,
): Promise<CommandAnswer<A> | undefined> {
  const item = await store.getIdempotency(key);
  if (item === undefined) return undefined;
  if (item.requestHash !== requestHash) {
    throw new DomainError("idempotencyMismatch", {
      zh: "该幂等键已用于另一请求",
      en: "this idempotency key has been used for another request",
    });
  }
  const earlier = item.answer as { answer: A; version: number }; // the hash shows that this command wrote it
  return { ...earlier, replayed: true };
}

function noSuchTenant(): DomainError {
  return new DomainError("notFound", { zh: "找不到该单位", en: "no such tenant" });
}

function versionMismatch(): DomainError {
  return new DomainError("versionMismatch", {
    zh: "内容已被他人更改，请刷新后重试",
    en: "somebody else has changed this; read it again and retry",
  });
}

function alreadyThere(): DomainError {
  return new DomainError("conflict", {
    zh: "已存在：合同编号或登录服务地址已被使用",
    en: "it is there already: the contract number or the issuer is in use",
  });
}

function unavailable(): DomainError {
  return new DomainError("unavailable", { zh: "系统繁忙，请稍后重试", en: "busy, please retry" });
}
