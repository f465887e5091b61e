export { compareEvents } from "./compare-events.ts";
export {
  type ContractEvent,
  type EventFacts,
  type Evidence,
  eventDate,
  eventFactsSchema,
  eventIdSchema,
  eventListSchema,
  evidenceListOf,
  evidenceListSchema,
  evidenceSchema,
  keySchema,
  subjectSchema,
} from "./contract-event.ts";
export { eventLabel } from "./event-label.ts";
export { type EventKind, eventKindFacts, eventKindSchema, eventKinds } from "./event-kind.ts";
export { ownCommandOf } from "./own-command.ts";
