import type { Actor } from "../runtime/actor.ts";
import type { RecordEntry } from "../runtime/record-entry.ts";

/** Who acts, as a line of the record says it. */
export function showActor(actor: Actor): RecordEntry["actor"] {
  const { kind, id, name } = actor;
  if (actor.kind !== "member") return { kind, id, name };
  const { roles, scopes } = actor;
  return { kind, id, name, roles, ...(scopes === undefined ? {} : { scopes }) };
}
