export type {
  AcceptanceRound,
  Acceptor,
  AcceptorSignature,
  Assessment,
  CriterionResult,
} from "./acceptance-round.ts";
export { listRoundEvents } from "./list-round-events.ts";
