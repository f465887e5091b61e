export { createLocalQueue, type LocalQueue, type LocalQueueOptions } from "./create-local-queue.ts";
