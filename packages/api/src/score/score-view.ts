import { type Grade, gradeOf, type ScoreTrigger } from "@luyue/core/score";
import type { ContractScores, PeriodScore, PeriodStanding } from "@luyue/usecases/score";
import type * as z from "zod";
import { listShownItems } from "./list-shown-items.ts";
import type { agencyScoreView, meanView, scoresView, scoreView, triggerView } from "./score-schemas.ts";

export function viewScores({ years, triggers }: ContractScores): z.infer<typeof scoresView> {
  return {
    years: years.map(({ from, to, mean, standings }) => ({
      from,
      to,
      mean: viewMean(mean),
      periods: standings.map((standing) => {
        const counted = standing.period.items.filter(({ scheduled }) => scheduled);
        const full = counted.reduce((sum, { item }) => sum + item.full, 0);
        return { ...viewStanding(standing), scheduled: counted.length, full };
      }),
    })),
    triggers: triggers.map(viewTrigger),
  };
}

export function viewScore(score: PeriodScore): z.infer<typeof scoreView> {
  const { worked, triggers } = score;
  return {
    ...viewStanding(score),
    items: listShownItems(score),
    points: worked?.points ?? null,
    full: worked?.full ?? null,
    why: worked?.why ?? null,
    sheet: viewSheet(score),
    triggers: triggers.map(viewTrigger),
  };
}

export function viewAgencyScore(score: PeriodScore): z.infer<typeof agencyScoreView> {
  const { sheet } = score;
  if (sheet === undefined) return { ...viewScore(score), people: null };
  const decider = sheet.state === "proposed" ? null : sheet.decided.name;
  const people = { proposer: sheet.proposed.name, answerer: sheet.answer?.name ?? null, decider };
  return { ...viewScore(score), people };
}

export function viewTrigger({
  penalty,
  clause,
  scores: _scores,
  ...more
}: ScoreTrigger): z.infer<typeof triggerView> {
  return { ...more, penalty: penalty ?? null, clause: clause ?? null };
}

type Mean = ContractScores["years"][number]["mean"];

export function viewMean(mean: Mean): z.infer<typeof meanView> {
  return mean === undefined ? null : { score: mean.score, grade: mean.grade ?? null, why: mean.why };
}

/** The score of a sheet that stands, and the grade that it would be as a year's. */
export function gradeOfStanding({ period, sheet }: PeriodStanding): Grade | undefined {
  if (sheet === undefined || sheet.state === "withdrawn") return undefined;
  return gradeOf(sheet.score, period.version.terms.score?.grades);
}

function viewStanding(standing: PeriodStanding) {
  const { period, state, sheet } = standing;
  const score = sheet === undefined || sheet.state === "withdrawn" ? null : sheet.score;
  const grade = gradeOfStanding(standing) ?? null;
  return { period: period.period, from: period.from, to: period.to, state, score, grade };
}

function viewSheet({ sheet }: PeriodScore): z.infer<typeof scoreView>["sheet"] {
  if (sheet === undefined) return null;
  const { id, version, state, proposed, answerBy, answer } = sheet;
  const answered =
    answer === undefined
      ? null
      : { agrees: answer.agrees, note: answer.note ?? null, at: answer.at, side: answer.side };
  const decision =
    sheet.state === "proposed"
      ? null
      : sheet.state === "final"
        ? (sheet.decided.note ?? null)
        : sheet.decided.reason;
  return {
    id,
    version,
    state,
    proposedAt: proposed.at,
    note: proposed.note ?? null,
    answerBy,
    answer: answered,
    decidedAt: sheet.state === "proposed" ? null : sheet.decided.at,
    decision,
  };
}
