import { titleText, type Title } from "../contract/index.ts";
import { instantAt, type CivilDate } from "../civil-date/index.ts";
import {
  type DateRule,
  expandKeyPeriods,
  expandRecurrence,
  isRolling,
  mergeExplanations,
  type Occurrence,
  type ResolvedRule,
  type ResolvedSpan,
  resolveClock,
  resolveRule,
  resolveSpan,
  type Schedule,
} from "../date-rule/index.ts";
import { eventDate } from "../event/index.ts";
import type { Side } from "../party/index.ts";
import type { Text } from "../text/index.ts";
import { buildObligation, waysOf } from "./build-obligation.ts";
import type { DeriveContext } from "./create-context.ts";
import { countQuota, earliestOf, findFulfilment } from "./event-log.ts";
import { countInCheck, waitForCheck } from "./in-check.ts";
import { creditOf } from "./index-terms.ts";
import type { FulfilledBy, Obligation, ObligationKind } from "./obligation.ts";
import { warnWorstFirst } from "./warn-worst-first.ts";

/** Something owed on a schedule: a service, a deliverable, a report, a notice. */
export interface Duty {
  readonly key: string;
  readonly kind: ObligationKind;
  readonly title: Title;
  readonly debtor: Side | "affected";
  readonly clause?: string | undefined;
  readonly schedule: Schedule;
}

/** The obligations of one duty. Daily and weekly instances that open after `horizonOn` are left for later. */
export function deriveDuty(
  duty: Duty,
  context: DeriveContext,
  horizonOn: CivilDate | undefined,
): Obligation[] {
  const { schedule } = duty;
  switch (schedule.schedule) {
    case "once":
      return [buildObligation(factsOf(duty, "single"), resolveRule(schedule.due, context), context)];
    case "onEach":
      return deriveTriggered(duty, schedule, context);
    case "every":
    case "keyPeriods":
      return deriveSeries(duty, schedule, context, horizonOn);
    case "count":
      return [deriveQuota(duty, schedule, context)];
    case "throughout":
      return [
        deriveSpan(duty, "continuous", resolveSpan(schedule.span, context, context.termCounts), context),
      ];
    case "onDemand":
      return [
        deriveSpan(duty, "onDemand", resolveSpan(schedule.span, context, context.termCounts), context),
        ...deriveResponses(duty, schedule, context),
      ];
  }

  function factsOf(of: Duty, shape: Obligation["shape"]) {
    const key = keyOf(of);
    return { ...baseOf(of), key, shape, fulfilledBy: waysOf(key, context) };
  }
}

function baseOf(duty: Duty) {
  const debtor: Side = duty.debtor === "affected" ? "vendor" : duty.debtor;
  return { kind: duty.kind, title: titleText(duty.title), debtor, clause: duty.clause, rule: duty.schedule };
}

function keyOf(duty: Duty, ...rest: readonly string[]): string {
  return [duty.kind, duty.key, ...rest].join(".");
}

function waysOfInstance(duty: Duty, key: string): readonly FulfilledBy[] {
  const generic = { event: "fulfilled", of: key } as const;
  return duty.kind === "service" ? [generic] : [generic, { event: "deliverableAccepted", of: key }];
}

function deriveSeries(
  duty: Duty,
  schedule: Extract<Schedule, { schedule: "every" | "keyPeriods" }>,
  context: DeriveContext,
  horizonOn: CivilDate | undefined,
): Obligation[] {
  const span = resolveSpan(schedule.span, context, context.termCounts);
  const facts = { ...baseOf(duty), shape: "recurring" as const, ...periodOf(schedule) };
  if (span.state === "waiting" || span.to === undefined) {
    const key = keyOf(duty);
    const dates =
      span.state === "waiting"
        ? span
        : ({ ...span, state: "waiting", waitingFor: span.endWaitsFor } as const);
    return [buildObligation({ ...facts, key, fulfilledBy: [] }, dates, context)];
  }
  const { from, to, firstDayCounts } = span;
  const days = { from, to, firstDayCounts };
  const horizon = isRolling(schedule) ? horizonOn : undefined;
  const occurrences =
    schedule.schedule === "every"
      ? expandRecurrence(schedule, days, context.calendar, horizon)
      : expandKeyPeriods(schedule, days, context.calendar, horizon);
  return occurrences.map((each) => {
    const key = keyOf(duty, each.index);
    const { opensOn, dueOn, dueTime } = each;
    const explained = mergeExplanations([span, each]);
    const dates: ResolvedRule =
      dueTime === undefined
        ? { state: "fixed", opensOn, dueOn, ...explained }
        : { state: "fixed", opensOn, dueOn, dueAt: instantAt(dueOn, dueTime), ...explained };
    const title = instanceTitle(facts.title, each);
    const { keyPeriod } = each;
    const about = keyPeriod === undefined ? { title } : { title, keyPeriod };
    return buildObligation(
      { ...facts, ...about, key, fulfilledBy: waysOfInstance(duty, key) },
      dates,
      context,
    );
  });
}

/** What recurs daily in key periods is as quiet as any daily duty. */
function periodOf(schedule: Extract<Schedule, { schedule: "every" | "keyPeriods" }>) {
  if (schedule.schedule === "every") return { period: schedule.period };
  return schedule.each === "day" ? ({ period: "day" } as const) : {};
}

/** One of a series by its name: 第2期, or the month, quarter, day or key period that it is for. */
function instanceTitle(title: Text, { index, keyPeriod }: Occurrence): Text {
  if (keyPeriod?.key === index) {
    const { zh, en } = keyPeriod.name;
    return { zh: `${title.zh}（${zh}）`, en: `${title.en} (${en})` };
  }
  if (!/^\d{2,3}$/.test(index)) return { zh: `${title.zh}（${index}）`, en: `${title.en} (${index})` };
  return { zh: `${title.zh}（第${Number(index)}期）`, en: `${title.en} (no. ${Number(index)})` };
}

function deriveQuota(
  duty: Duty,
  schedule: Extract<Schedule, { schedule: "count" }>,
  context: DeriveContext,
): Obligation {
  const key = keyOf(duty);
  const { count, unit, bound } = schedule;
  const { done, reachedBy } = countQuota(context.log, creditOf(duty.kind, duty.key), count);
  const ways = [{ event: "fulfilled", of: key } as const];
  const span = resolveSpan(schedule.span, context, context.termCounts);
  if (bound === "atMost") {
    const allowance = deriveSpan(duty, "quota", span, context);
    return { ...allowance, quota: { count, unit, done, atMost: true }, fulfilledBy: [] };
  }
  const reached = earliestOf([findFulfilment(context, ways), reachedBy]);
  const built = deriveSpan(duty, "quota", span, context);
  const waitingFor = built.waitingFor.filter((waiting) => waiting.of !== key);
  const inCheck = reached === undefined ? countInCheck(context.log, key) : 0;
  const held = inCheck > 0 && done + inCheck >= count;
  return {
    ...built,
    quota: { count, unit, done, ...(provesCounted(duty, context) ? { unpaced: true as const } : {}) },
    waitingFor: held ? [...waitingFor, waitForCheck(built)] : waitingFor,
    ...(reached === undefined ? {} : { fulfilment: { eventId: reached.id, on: eventDate(reached) } }),
  };
}

/** The reports of a counted service come with it: its pace is theirs. */
function provesCounted({ kind, key }: Duty, { terms }: DeriveContext): boolean {
  if (kind !== "deliverable") return false;
  const proved = terms.deliverables?.find((each) => each.key === key)?.service;
  return terms.services?.some((each) => each.key === proved && each.schedule.schedule === "count") === true;
}

function deriveSpan(
  duty: Duty,
  shape: Obligation["shape"],
  span: ResolvedSpan,
  context: DeriveContext,
): Obligation {
  const key = keyOf(duty);
  const dates =
    span.state === "waiting"
      ? span
      : ({
          state: "fixed",
          opensOn: span.from,
          ...(span.to === undefined ? {} : { dueOn: span.to }),
          steps: span.steps,
          provisionalYears: span.provisionalYears,
        } as const);
  const fulfilledBy = shape === "quota" ? [{ event: "fulfilled", of: key } as const] : [];
  const built = buildObligation({ ...baseOf(duty), key, shape, fulfilledBy }, dates, context);
  return span.state === "fixed" ? { ...built, waitingFor: span.endWaitsFor } : built;
}

/** One obligation for each event of the kind; its rule counts from that event. */
function deriveTriggered(
  duty: Duty,
  schedule: Extract<Schedule, { schedule: "onEach" }>,
  context: DeriveContext,
): Obligation[] {
  return context.log.all(schedule.event, schedule.of).map((trigger) => {
    const key = keyOf(duty, trigger.id);
    const base = baseOf(duty);
    const debtor = duty.debtor === "affected" ? (trigger.by ?? "vendor") : base.debtor;
    const dates = resolveRule(schedule.due, context.withTrigger(trigger));
    // Who asks for a change of people gives notice of it by that.
    const asked =
      trigger.kind === "staffChanged" ? [{ event: "staffChangeAsked", of: trigger.id } as const] : [];
    const fulfilledBy = [...waysOfInstance(duty, key), ...asked];
    return buildObligation({ ...base, debtor, key, shape: "single", fulfilledBy }, dates, context);
  });
}

const eventOfStep = {
  responded: "incidentResponded",
  onSite: "incidentOnSite",
  recovered: "incidentRecovered",
} as const;

/** With the name of the incident that asked for it, where it is one. */
function nameAfter(title: Text, trigger: string, { index }: DeriveContext): Text {
  const { zh, en } = index.nameOf(trigger);
  return zh === trigger ? title : { zh: `${title.zh}（${zh}）`, en: `${title.en} (${en})` };
}

/** How much of its time is gone when a clock warns. */
const warnedAfter = 3 / 4;

/** The response limits of an on-demand service, for each request: respond within 30 minutes, on site within 2 hours. */
function deriveResponses(
  duty: Duty,
  schedule: Extract<Schedule, { schedule: "onDemand" }>,
  context: DeriveContext,
): Obligation[] {
  return context.log.all("requested", duty.key).flatMap((trigger) => {
    const start = trigger.at ?? instantAt(eventDate(trigger), "00:00");
    const responses = (schedule.limits ?? []).map((limit) => {
      const key = keyOf(duty, trigger.id, limit.key);
      const base = baseOf(duty);
      const name = titleText(limit.title);
      const title = { zh: `${base.title.zh}：${name.zh}`, en: `${base.title.en}: ${name.en}` };
      const { count, unit, hours, step } = limit;
      const clock = { rule: "clock", count, unit, after: { anchor: "trigger" } } as const;
      const rule: DateRule = hours === undefined ? clock : { ...clock, hours };
      const dates = resolveRule(rule, context.withTrigger(trigger));
      const met = step === undefined ? [] : [{ event: eventOfStep[step], of: trigger.id } as const];
      const fulfilledBy = [...waysOfInstance(duty, key), ...met];
      const response = buildObligation(
        { ...base, rule, title: nameAfter(title, trigger.id, context), key, shape: "single", fulfilledBy },
        dates,
        context,
      );
      const closing = { count: count * warnedAfter, unit, hours };
      return { response, closingAt: resolveClock(closing, start, context.calendar) };
    });
    return warnWorstFirst(responses);
  });
}
