import { eventFactsSchema, eventIdSchema } from "@luyue/core/event";
import * as z from "zod";
import { demandStartedContract } from "../contract/demand-contract.ts";
import { type Effect, listEffects } from "../contract/list-effects.ts";
import { type Derivation, planDerivation } from "../contract/plan-derivation.ts";
import { surroundingsOf } from "../contract/surroundings-of.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { demandTenant } from "../query/read-agency.ts";
import { demandRecordable } from "./demand-recordable.ts";
import { demandEvent, demandOutlivesClosing, demandSoundEvent, stamp } from "./record-event.ts";

/** A new event, other facts of one that was recorded, or (without facts) one that is taken back. */
export const previewEventInput = z
  .strictObject({ eventId: eventIdSchema.optional(), event: eventFactsSchema.optional() })
  .refine(({ eventId, event }) => eventId !== undefined || event !== undefined, {
    message: "请给出事件 event 或其编号 eventId / give the event or its id",
  });

/** What an event, its correction or its withdrawal would do to the obligations. Throws as the command does, save for evidence. */
export async function previewEvent(
  store: TenantStore,
  actor: Actor,
  { contractId, eventId, event }: z.output<typeof previewEventInput> & { readonly contractId: string },
  runtime: Runtime,
): Promise<{ readonly obligations: Derivation["summary"]; readonly effects: readonly Effect[] }> {
  demandPermission(actor, "contract:read");
  const tenant = await demandTenant(store);
  const state = await demandStartedContract({ store, runtime }, contractId);
  if (eventId !== undefined) demandEvent(state, eventId);
  const others = state.events.filter(({ id }) => id !== eventId);
  if (event !== undefined) {
    demandOutlivesClosing(event, state);
    demandRecordable(event.kind, "/event/kind");
    demandSoundEvent(event, state, others, { tenant, runtime });
  }
  const added =
    event === undefined ? [] : [stamp(event, eventId ?? runtime.newId("evt"), { actor, runtime })];
  const surroundings = surroundingsOf(tenant, runtime);
  const derived = planDerivation({ ...state, events: [...others, ...added] }, surroundings, runtime.now());
  return { obligations: derived.summary, effects: listEffects(state, derived, surroundings.calendar) };
}
