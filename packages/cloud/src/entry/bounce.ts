import { createBounceHandler } from "@luyue/worker/handler";
import { openProgram } from "../program/index.ts";

const { platform, runtime } = openProgram();

/** By the topic that SES tells of bounces and complaints. */
export const handler = createBounceHandler(platform, runtime);
