import type { Calendar } from "../calendar/index.ts";
import { addDays, type CivilDate } from "../civil-date/index.ts";
import type { ContractTerms, ScoreTerms } from "../contract/index.ts";
import {
  type Anchor,
  type DateRule,
  type Explanation,
  mergeExplanations,
  resolveRule,
} from "../date-rule/index.ts";
import { eventDate } from "../event/index.ts";
import type { ScorePeriod } from "../score/index.ts";
import { buildObligation } from "./build-obligation.ts";
import { createContext, type DeriveContext } from "./create-context.ts";
import { type Obligation, obligationKindNames } from "./obligation.ts";
import { resolveScorePeriods } from "./read-score-periods.ts";

/** How long the vendor has to answer a score where the contract does not say. */
const usualAnswer = { count: 5, unit: "workingDay" } as const;

/** The last day on which the vendor may answer a score that is proposed on a day. */
export function readAnswerDay(terms: ContractTerms, proposedOn: CivilDate, calendar: Calendar): CivilDate {
  const rule = answerRule(terms.score, { anchor: "date", on: proposedOn });
  const dates = resolveRule(rule, createContext(terms, [], calendar));
  if (dates.state === "waiting" || dates.dueOn === undefined) throw new RangeError("a counted day is known");
  return dates.dueOn;
}

function answerRule(score: ScoreTerms | undefined, after: Anchor): DateRule {
  return { rule: "within", ...(score?.answer ?? usualAnswer), after };
}

/** Of each period the buyer's score, and the vendor's answer to one that is proposed. */
export function deriveScores(
  context: DeriveContext,
  {
    horizonOn,
    scorePeriods,
  }: { readonly horizonOn?: CivilDate; readonly scorePeriods?: readonly ScorePeriod[] },
): Obligation[] {
  const { terms, log, calendar } = context;
  const { score } = terms;
  if (score === undefined) return [];
  const { periods, ...term } = resolveScorePeriods(terms, log.events, calendar, horizonOn);
  return (scorePeriods ?? periods).flatMap((each) => {
    const { period, from, to, belongsOn } = each;
    const ordinal = periods.findIndex((own) => own.period === period) + 1;
    const why = { ...term, steps: [...term.steps, { step: "period", ordinal, from, to } as const] };
    const answer = deriveAnswer(each, score, context);
    const derived = [deriveScore(each, why, score, context, answer[0]?.dueOn), ...answer];
    return derived.map((obligation) => ({ ...obligation, belongsOn }));
  });
}

function deriveScore(
  { period: of, to }: ScorePeriod,
  why: Explanation,
  score: ScoreTerms,
  context: DeriveContext,
  answerBy: CivilDate | undefined,
): Obligation {
  const opensOn = addDays(to, 1);
  const { propose } = score;
  const rule: DateRule =
    propose === undefined
      ? { rule: "from", anchor: { anchor: "date", on: opensOn } }
      : { rule: "within", ...propose, after: { anchor: "date", on: to } };
  const dates = resolveRule(rule, context);
  // The period's last day is told with the period.
  const steps = dates.steps.filter(({ step }) => step !== "date");
  const explained = { ...dates, ...mergeExplanations([why, { ...dates, steps }]) };
  const built = buildObligation(
    {
      ...factsOf("score", of, score),
      debtor: "buyer",
      rule,
      fulfilledBy: [{ event: "scoreSettled", of }],
    },
    explained.state === "fixed" ? { ...explained, opensOn } : explained,
    context,
  );
  const { log } = context;
  const awaited =
    log.first("scoreProposed", of) !== undefined && log.first("scoreAnswered", of) === undefined;
  if (!awaited || built.fulfilment !== undefined) return built;
  const event = "scoreAnswered";
  const waiting = {
    event,
    of,
    holder: context.holderOf(event, of),
    label: context.labelOf(event, of),
    ...(answerBy === undefined ? {} : { until: answerBy }),
  } as const;
  return { ...built, waitingFor: [waiting] };
}

/** A right, through the day that was told with the proposal, whatever the calendar says by now. */
function deriveAnswer({ period: of }: ScorePeriod, score: ScoreTerms, context: DeriveContext): Obligation[] {
  const proposed = context.log.first("scoreProposed", of);
  if (proposed === undefined) return [];
  const rule = answerRule(score, { anchor: "event", event: "scoreProposed", of });
  const dates = resolveRule(rule, context);
  if (dates.state === "waiting") return [];
  const { until: dueOn = dates.dueOn } = proposed;
  const moved = dueOn === undefined || dueOn === dates.dueOn ? [] : [{ step: "date", on: dueOn } as const];
  const built = buildObligation(
    {
      ...factsOf("scoreAnswer", of, score),
      debtor: "vendor",
      rule,
      fulfilledBy: [
        { event: "scoreAnswered", of },
        { event: "scoreSettled", of },
      ],
    },
    {
      ...dates,
      opensOn: eventDate(proposed),
      ...(dueOn === undefined ? {} : { dueOn }),
      steps: [...dates.steps, ...moved],
    },
    context,
  );
  return [{ ...built, lapses: true }];
}

function factsOf(kind: "score" | "scoreAnswer", of: string, { clause, period }: ScoreTerms) {
  const { zh, en } = obligationKindNames[kind];
  const title = { zh: `${zh}（${of}）`, en: `${en} (${of})` };
  return { key: `${kind}.${of}`, kind, shape: "recurring", title, clause, period } as const;
}
