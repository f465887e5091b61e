export { hasOwnCommand } from "./own-command.ts";
export { correctEvent, recordEvent, withdrawEvent } from "./record-event.ts";
