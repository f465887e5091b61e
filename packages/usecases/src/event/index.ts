export { correctEvent, recordEvent, withdrawEvent } from "./record-event.ts";
