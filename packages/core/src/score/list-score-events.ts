import { civilDateOf } from "../civil-date/index.ts";
import type { ContractEvent } from "../event/index.ts";
import type { ScoreSheet } from "./score-sheet.ts";

/** What a score sheet means for a contract's dates: proposed until a day, answered, final. One taken back means nothing. */
export function listScoreEvents(sheet: ScoreSheet): ContractEvent[] {
  if (sheet.state === "withdrawn") return [];
  const { id, period: of, proposed, answer, answerBy: until } = sheet;
  const events: ContractEvent[] = [{ id, kind: "scoreProposed", of, on: civilDateOf(proposed.at), until }];
  if (answer !== undefined) {
    events.push({ id: `${id}_answered`, kind: "scoreAnswered", of, on: civilDateOf(answer.at) });
  }
  if (sheet.state === "final") {
    events.push({ id: `${id}_final`, kind: "scoreSettled", of, on: civilDateOf(sheet.decided.at) });
  }
  return events;
}
