import { isWorkingDay, rollForward } from "../calendar/index.ts";
import { addDays, type CivilDate, daysBetween, fromEpochMs, toEpochMs } from "../civil-date/index.ts";
import type { ExplanationStep, Waiting } from "../date-rule/index.ts";
import { eventDate } from "../event/index.ts";
import type { DeriveContext } from "./create-context.ts";
import { goesOn } from "./goes-on.ts";
import type { Obligation } from "./obligation.ts";

/** A stretch of force majeure, both days included; without an end it still lasts. */
interface Stretch {
  readonly id: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
}

/**
 * Where the terms say that force majeure 不可抗力 moves dates: what was running as it came and was not done before moves by
 * the days that it lasted, the first and the last one counted, and on to a working day (民法典 203). Days of several are
 * counted once. While it lasts nobody knows the new date, and nobody is late. Clocks, and what goes on throughout a time,
 * stay.
 */
export function moveByForceMajeure(
  obligations: readonly Obligation[],
  context: DeriveContext,
): readonly Obligation[] {
  if (context.terms.forceMajeure?.moves !== true) return obligations;
  const stretches = mergeStretches(listStretches(context));
  if (stretches.length === 0) return obligations;
  return obligations.map((each) =>
    stretches.reduce((obligation, stretch) => moveBy(obligation, stretch, context), each),
  );
}

function listStretches({ log }: DeriveContext): Stretch[] {
  return log.all("forceMajeure", undefined).map((began) => {
    const ended = log.first("forceMajeureEnded", began.id);
    return {
      id: began.id,
      from: eventDate(began),
      ...(ended === undefined ? {} : { to: eventDate(ended) }),
    };
  });
}

/** In order of time, those that overlap or follow at once as one. */
function mergeStretches(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const each of stretches.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || (last.to !== undefined && each.from > addDays(last.to, 1))) merged.push(each);
    else merged[merged.length - 1] = joinStretches(last, each);
  }
  return merged;
}

function joinStretches(one: Stretch, other: Stretch): Stretch {
  if (one.to === undefined) return one;
  if (other.to === undefined) return { id: other.id, from: one.from };
  return { ...one, to: one.to > other.to ? one.to : other.to };
}

function moveBy(obligation: Obligation, stretch: Stretch, context: DeriveContext): Obligation {
  if (!isTouched(obligation, stretch)) return obligation;
  const { to } = stretch;
  if (to === undefined) return waitForEnd(obligation, stretch, context);
  const { dueOn = to, dueAt, explanation } = obligation;
  const days = daysBetween(stretch.from, to) + 1;
  const moved = addDays(dueOn, days);
  const on = isWorkingDay(context.calendar, dueOn) ? rollForward(context.calendar, moved) : moved;
  const step: ExplanationStep = { step: "forceMajeure", from: stretch.from, to, days };
  const rolled: ExplanationStep[] = on === moved ? [] : [{ step: "roll", from: moved, to: on }];
  return {
    ...obligation,
    dueOn: on,
    ...(dueAt === undefined
      ? {}
      : { dueAt: fromEpochMs(toEpochMs(dueAt) + daysBetween(dueOn, on) * 86_400_000) }),
    explanation: { ...explanation, steps: [...explanation.steps, step, ...rolled] },
  };
}

/** Running as it came: due no earlier, begun no later than it ended, and not done before. */
function isTouched(obligation: Obligation, { from, to }: Stretch): boolean {
  const { dueOn, opensOn, fulfilment, explanation } = obligation;
  if (dueOn === undefined || dueOn < from || goesOn(obligation)) return false;
  if (fulfilment !== undefined && fulfilment.on < from) return false;
  if (explanation.steps.some(({ step }) => step === "clock")) return false;
  const began = opensOn ?? countedFrom(explanation.steps);
  return began === undefined || to === undefined || began <= to;
}

/** The day that a period was counted from; none of a date that stands on its own. */
function countedFrom(steps: readonly ExplanationStep[]): CivilDate | undefined {
  const counts = steps.flatMap((step) =>
    step.step === "count" && step.direction === "after" ? [step.start] : [],
  );
  return counts.at(-1);
}

function waitForEnd(obligation: Obligation, { id }: Stretch, context: DeriveContext): Obligation {
  if (obligation.fulfilment !== undefined) return obligation;
  const event = "forceMajeureEnded";
  const label = context.labelOf(event, undefined);
  const waiting: Waiting = { event, of: id, holder: "both", label };
  return { ...obligation, waitingFor: [...obligation.waitingFor, waiting] };
}
