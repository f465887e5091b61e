import { createDelivery } from "@luyue/worker/delivery";
import { createQueueHandler } from "@luyue/worker/handler";
import { openMailer } from "../mail/index.ts";
import { openProgram } from "../program/open-program.ts";

const { platform, runtime, now } = openProgram();
const delivery = createDelivery({ mailer: openMailer(), runtime, now, jitter: Math.random });

/** By the queue: sends what stands in it, by mail, webhook and robot. */
export const handler = createQueueHandler(platform, runtime, delivery);
