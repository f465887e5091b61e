import type { DomainErrorCode } from "@luyue/core/error";
import type { Actor, Command, CommandAnswer } from "@luyue/usecases/runtime";
import type { Model, Of } from "./money-model.ts";
import { member, partner } from "./people.ts";
import { type Conditions, type InputSchema, run } from "./seed.ts";
import type { World } from "./world.ts";

export const tenantId = "ten_a";

export const people = {
  manager: member(tenantId, "contractManager"),
  finance: member(tenantId, "finance"),
  chief: member(tenantId, "contractManager", "finance"),
  acceptor: member(tenantId, "acceptor"),
  vendor: partner,
} as const satisfies Record<string, Actor>;
export type Who = keyof typeof people;

/** What chance decides about a command; each takes of it what it needs. */
export interface Choice {
  /** Aims at what goes through, so that a run comes to something. */
  readonly aim: boolean;
  readonly who: Who;
  readonly of: Of;
  readonly pick: number;
  readonly size: "all" | "part" | "over" | "none";
  /** Hundredths of what `part` is a part of. */
  readonly share: number;
  readonly flag: boolean;
  readonly day: "today" | "earlier" | "tomorrow";
}

export interface Verb {
  readonly name: string;
  readonly execute: (
    world: World,
    actor: Actor,
    input: unknown,
    conditions: Conditions,
  ) => Promise<CommandAnswer<unknown>>;
}

export function verbOf<S extends InputSchema, A>(command: Command<S, A>): Verb {
  return {
    name: command.name,
    execute: (world, actor, input, conditions) => run(world, command, actor, tenantId, input, conditions),
  };
}

/** A request, how it has to end by the rules, and what it then means for the model. */
export interface Step {
  readonly verb: Verb;
  readonly who: Who;
  readonly input: Readonly<Record<string, unknown>>;
  readonly refusal: DomainErrorCode | undefined;
  /** What the answer says, where the request goes through. */
  readonly answer: Readonly<Record<string, unknown>>;
  readonly apply: (id: string) => void;
}

export type Plan = (model: Model, choice: Choice) => Step;

/** Who asks: one of those who may, or anybody. */
export function askedBy({ aim, who, pick }: Choice, allowed: readonly Who[]): Who {
  return aim && !allowed.includes(who) ? at(allowed, pick) : who;
}

/** Who decides on what somebody (`by`) has asked for: somebody else, now and then the very same, or anybody. */
export function decidedBy(choice: Choice, allowed: readonly Who[], by: string | undefined): Who {
  const own = allowed.find((each) => people[each].id === by);
  if (choice.share > 90 && own !== undefined) return own;
  const others = allowed.filter((each) => each !== own);
  return askedBy(choice, choice.aim ? others : allowed);
}

/** The first reason that holds why a request is refused; who may not ask at all learns nothing else. */
export function refusalOf(
  who: Who,
  allowed: readonly Who[],
  reasons: readonly (readonly [holds: boolean, code: DomainErrorCode])[],
): DomainErrorCode | undefined {
  if (!allowed.includes(who)) return "forbidden";
  return reasons.find(([holds]) => holds)?.[1];
}

/** One of a list: of those that fit where the choice aims and there are any. */
export function oneOf<T>(
  { aim, pick }: Choice,
  list: readonly T[],
  fits: (each: T) => boolean,
): T | undefined {
  const fitting = aim ? list.filter(fits) : [];
  const from = fitting.length > 0 ? fitting : list;
  return from.length === 0 ? undefined : at(from, pick);
}

export function at<T>(list: readonly T[], pick: number): T {
  const found = list[pick % list.length];
  if (found === undefined) throw new RangeError("nothing to choose from");
  return found;
}

/** All of an amount, a part of it, more than it, or nothing. */
export function sizeOf({ size, share }: Choice, all: bigint): bigint {
  if (size === "all") return all;
  if (size === "over") return all + BigInt(share);
  const part = (all * BigInt(share)) / 100n;
  return size === "none" ? 0n : part > 0n ? part : all;
}

const dayMs = 24 * 3_600_000;
const offsetMs = 8 * 3_600_000;

/** The civil date in Shanghai, and a day before or after it. */
export function dayAt(now: number, days = 0): string {
  return new Date(now + offsetMs + days * dayMs).toISOString().slice(0, 10);
}

export function instantOf(now: number): string {
  return `${new Date(now + offsetMs).toISOString().slice(0, 19)}+08:00`;
}
