export {
  type ContractEvent,
  type EventFacts,
  type Evidence,
  eventDate,
  eventFactsSchema,
  eventIdSchema,
  eventListSchema,
  evidenceSchema,
  keySchema,
  subjectSchema,
} from "./contract-event.ts";
export { type EventKind, eventKindFacts, eventKindSchema, eventKinds } from "./event-kind.ts";
