export { createLinkQueue, createSendQueue } from "./create-sqs-queues.ts";
