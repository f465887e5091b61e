import type { DomainErrorCode } from "@luyue/core/error";
import type { Role } from "@luyue/core/party";
import {
  type Actor,
  type Command,
  type CommandAnswer,
  executeCommand,
  systemActor,
} from "@luyue/usecases/runtime";
import { member, operator, partner } from "./people.ts";
import type { Conditions, InputSchema } from "./seed.ts";
import type { World } from "./world.ts";

export type Input = Readonly<Record<string, unknown>>;

/** What a command is tried with: its tenant, an input that goes through, and another one that would as well. */
export interface Prepared {
  readonly tenantId: string;
  readonly input: Input;
  readonly other: Input;
  /** The contract that the command changes; the tenant's settings where there is none. */
  readonly contractId?: string;
}

/** An expected refusal: what is different, and the code with the place in the input where there is one. */
export interface Refusal {
  readonly why: string;
  readonly code: DomainErrorCode;
  readonly path?: string;
  /** Who is refused, where it is not one who may. */
  readonly as?: Actor;
  readonly arrange: (world: World, prepared: Prepared) => Promise<Input> | Input;
}

interface RowFacts {
  /** The roles that may; or who else, and then no member may. */
  readonly allowed: readonly Role[] | "operator" | "partner" | "system";
  /** The vendor's people may do it too, with the same input. */
  readonly partner?: true;
  readonly aggregate: "contract" | "tenant";
  /** The command makes what it changes, so that there is no version to be stale. */
  readonly creates?: true;
  /** The input names something of the tenant's by an id. */
  readonly namesIds?: true;
  /** It is about no contract, though a vendor's people may do it. */
  readonly ofNoContract?: true;
  /** Everybody may, with things of their own alone: whose others are is as if there were none. */
  readonly ownOnly?: true;
  /** Which sides of the change its line on the record shows. */
  readonly shows: readonly ("before" | "after")[];
  readonly prepare: (world: World) => Promise<Prepared>;
  /** The same for the vendor's people, where they may do it with things of their own alone. */
  readonly prepareForPartner?: (world: World) => Promise<Prepared>;
  readonly refusals: readonly Refusal[];
}

/** One command with everything that the matrix tries on it. */
export interface Row extends RowFacts {
  readonly name: string;
  readonly actor: (tenantId: string) => Actor;
  readonly subjectOf: (answer: unknown, prepared: Prepared) => unknown;
  readonly execute: (
    world: World,
    actor: Actor,
    tenantId: string,
    input: unknown,
    conditions?: Conditions & { readonly storeOf?: string },
  ) => Promise<CommandAnswer<unknown>>;
}

export function rowOf<S extends InputSchema, A>(
  command: Command<S, A>,
  facts: RowFacts & { readonly subjectOf: (answer: A, prepared: Prepared) => unknown },
): Row {
  const { allowed } = facts;
  return {
    ...facts,
    name: command.name,
    actor: (tenantId) => actorOf(allowed, tenantId),
    // Only answers of this very command come here.
    subjectOf: (answer, prepared) => facts.subjectOf(answer as A, prepared),
    execute: ({ platform, runtime }, actor, tenantId, input, { storeOf = tenantId, ...conditions } = {}) =>
      executeCommand(
        command,
        { actor, tenantId, input, ...conditions },
        { store: platform.tenant(storeOf), runtime },
      ),
  };
}

function actorOf(allowed: RowFacts["allowed"], tenantId: string): Actor {
  if (allowed === "operator") return operator;
  if (allowed === "system") return systemActor;
  return allowed === "partner" ? partner : member(tenantId, ...allowed.slice(0, 1));
}

/** A refusal of the input alone: a copy of the good one with one thing changed. */
export function invalid(why: string, path: string, changed: (input: Input) => Input): Refusal {
  return { why, code: "invalid", path, arrange: (_world, { input }) => changed(input) };
}

/** The input with other fields over its own. */
export const change =
  (more: object) =>
  (input: Input): Input => ({ ...input, ...more });
export const noReason = invalid("no reason", "/reason", change({ reason: " " }));
