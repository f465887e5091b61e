import { addMinutes } from "@luyue/core/civil-date";
import { canonicalJson } from "@luyue/core/text";
import { DomainError } from "@luyue/core/error";
import type * as z from "zod";
import { contractNotFound } from "../contract/demand-contract.ts";
import { refreshContract } from "../contract/refresh-contract.ts";
import { blankTenant, type Tenant } from "../tenant/tenant.ts";
import { demandPermission } from "./actor.ts";
import { completeChanges } from "./complete-changes.ts";
import type {
  Aggregate,
  Command,
  CommandAnswer,
  CommandDependencies,
  CommandRequest,
} from "./define-command.ts";
import { parseInput } from "./parse-input.ts";
import { storeFor } from "./party-store.ts";
import { alreadyThere, noSuchTenant, unavailable, versionMismatch } from "./refusals.ts";
import type { Runtime } from "./runtime.ts";
import { type TenantStore, WriteConflict } from "./store.ts";

/** How long the answer to an idempotency key is kept. */
const keptMinutes = 48 * 60;

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
  const own = { ...dependencies, store: storeFor(request.actor, dependencies.store) };
  const answered = await answerOnce(command, request, own);
  await command.afterCommit?.(own);
  return answered;
}

async function answerOnce<S extends z.ZodType, A>(
  command: Command<S, A>,
  request: CommandRequest,
  { store, runtime }: CommandDependencies,
): Promise<CommandAnswer<A>> {
  const sent = "derive" in request ? request.sent : request.input;
  const requestHash = runtime.digest(canonicalJson([command.name, request.actor.id, sent ?? null]));
  const key =
    request.idempotencyKey === undefined
      ? undefined
      : runtime.digest(`${request.actor.id}|${request.idempotencyKey}`);
  if ("derive" in request && key !== undefined) {
    const earlier = await readEarlierAnswer<A>(store, key, requestHash);
    if (earlier !== undefined) return earlier;
  }
  const input = parseInput(command.input, "derive" in request ? await request.derive() : request.input);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decideAndCommit(command, request, input, { store, runtime }, key, requestHash);
    } catch (error) {
      const earlier = key === undefined ? undefined : await readEarlierAnswer<A>(store, key, requestHash);
      if (earlier !== undefined) return earlier;
      if (!(error instanceof WriteConflict)) throw error;
      if (error.conflicting.some(({ change }) => change.startsWith("create"))) throw alreadyThere();
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
  const tenant = await tenantFor(command, request, store, runtime);
  const context = { store, tenant, actor: request.actor, runtime, expectedVersion: request.expectedVersion };
  const decision = await command.decide(context, input);
  demandVersion(decision.aggregate, request.expectedVersion);
  const { changes, version } = completeChanges(command, decision, context);
  const answered = { answer: decision.answer, version };
  if (key !== undefined) {
    const item = { key, requestHash, answer: answered, expiresAt: addMinutes(runtime.now(), keptMinutes) };
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
  { actor }: CommandRequest,
  store: TenantStore,
  runtime: Runtime,
): Promise<Tenant> {
  const tenant = await store.getTenant();
  if (command.foundsTenant === true) {
    if (tenant !== undefined) throw alreadyThere();
    return blankTenant(store.tenantId, runtime.now());
  }
  // To a vendor an agency that does not exist is one whose contract it is no party of.
  if (tenant === undefined) throw actor.kind === "partner" ? contractNotFound() : noSuchTenant();
  return tenant;
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
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the hash shows that this command wrote it
  const earlier = item.answer as { answer: A; version: number };
  return { ...earlier, replayed: true };
}
