import { createLinkHandler } from "@luyue/worker/handler";
import { createLinkSender } from "@luyue/worker/sign-in";
import { openMailer } from "../mail/index.ts";
import { openProgram } from "../program/open-program.ts";

const { platform, runtime } = openProgram();

/** By the queue of sign-in links: mails each to whoever it opens something for. */
export const handler = createLinkHandler(createLinkSender({ platform, runtime, mailer: openMailer() }));
