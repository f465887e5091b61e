export { createBounceHandler } from "./create-bounce-handler.ts";
export { createQueueHandler } from "./create-queue-handler.ts";
export { createScheduleHandler } from "./create-schedule-handler.ts";
export { createStreamHandler, type SendQueue, type SendRequest } from "./create-stream-handler.ts";
export { reminderMetrics } from "./report-metrics.ts";
