export {
  type ContractWork,
  groupWork,
  noWork,
  talliesOf,
  withWork,
  type WorkEntry,
} from "./contract-work.ts";
export { listWorkEvents } from "./list-work-events.ts";
export { namesOfWork } from "./names-of-work.ts";
