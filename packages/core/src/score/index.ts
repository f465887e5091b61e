export { listScoreEvents } from "./list-score-events.ts";
export type { ItemMarks, PartMark, ScoreAnswer, ScoreSheet } from "./score-sheet.ts";
