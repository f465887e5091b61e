export { correctEvent, recordEvent, withdrawEvent } from "./record-event.ts";
export { previewEvent, previewEventInput } from "./preview-event.ts";
