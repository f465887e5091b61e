import type * as z from "zod";
import type { Contract } from "../contract/contract.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { Actor } from "./actor.ts";
import type { Permission } from "./permission.ts";
import type { Runtime } from "./runtime.ts";
import type { Change, TenantStore } from "./store.ts";

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
export type Aggregate =
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

export type CommandRequest = RequestConditions & (GivenInput | DerivedInput<unknown>);

interface RequestConditions {
  readonly actor: Actor;
  readonly tenantId: string;
  readonly idempotencyKey?: string | undefined;
  readonly expectedVersion?: number | undefined;
}

interface GivenInput {
  readonly input: unknown;
}

/**
 * An input that is made of what was sent and of what holds meanwhile. Equal requests are those that sent the same, and what
 * was answered once is answered again, although the input could no longer be made.
 */
export interface DerivedInput<I> {
  readonly sent: unknown;
  readonly derive: () => Promise<I>;
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
