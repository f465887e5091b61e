import { DomainError } from "@luyue/core/error";
import type { Text } from "@luyue/core/text";

interface Staged {
  readonly state: string;
}

/** A thing in one of some states. Throws `conflict`, in the names of things and states that are given. */
export function demandState<T extends Staged, S extends T["state"]>(
  thing: T,
  states: readonly S[],
  what: Text,
  names: Readonly<Record<T["state"], Text>>,
): Extract<T, { readonly state: S }> {
  if (isInState(thing, states)) return thing;
  // Every state of the thing has its name.
  const { zh, en } = names[thing.state as T["state"]];
  throw new DomainError("conflict", {
    zh: `${what.zh}为“${zh}”状态，不能进行此操作`,
    en: `${what.en} is ${en}: this cannot be done`,
  });
}

function isInState<T extends Staged, S extends T["state"]>(
  thing: T,
  states: readonly S[],
): thing is Extract<T, { readonly state: S }> {
  return states.some((state) => state === thing.state);
}
