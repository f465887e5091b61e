import { createBounceHandler } from "@luyue/worker/handler";
import { openProgram } from "../program/open-program.ts";

const { platform, runtime } = openProgram();

/** By the topic that SES tells of bounces and complaints. */
export const handler = createBounceHandler(platform, runtime);
