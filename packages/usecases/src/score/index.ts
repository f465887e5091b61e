export { answerScore } from "./answer-score.ts";
export { proposeScore } from "./propose-score.ts";
export {
  type ContractScores,
  type PeriodScore,
  type PeriodStanding,
  type PeriodState,
  readScore,
  readScores,
} from "./read-scores.ts";
export { reopenScore } from "./reopen-score.ts";
export { settleScore } from "./settle-score.ts";
export { withdrawScore } from "./withdraw-score.ts";
