export { liveUntil } from "./live-until.ts";
export { createRunningClock, createStillClock, type LocalClock, morningOf } from "./local-clock.ts";
export { operatorIssuer, partnerIssuer, type Stack, type StackOptions, startStack } from "./start-stack.ts";
