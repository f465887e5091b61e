export { createBounceHandler } from "./create-bounce-handler.ts";
export { createLinkHandler } from "./create-link-handler.ts";
export { createQueueHandler } from "./create-queue-handler.ts";
export { createStreamHandler } from "./create-stream-handler.ts";
export { createSweepHandler, type SweepReport } from "./create-sweep-handler.ts";
export { createWatchHandler } from "./create-watch-handler.ts";
export { metricNamespace, reminderMetrics } from "./report-metrics.ts";
export type { SendQueue, SendRequest } from "./send-queue.ts";
