export { openVault } from "./open-vault.ts";
export { liveUntil } from "./live-until.ts";
export { createRunningClock, createStillClock, type LocalClock, morningOf } from "./local-clock.ts";
export {
  operatorIssuer,
  partnerIssuer,
  type Stack,
  type StackOptions,
  startStack,
  tableName,
} from "./start-stack.ts";
