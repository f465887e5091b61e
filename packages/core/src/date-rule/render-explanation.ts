import { type Calendar, makeUpDaysBetween, nonWorkingRuns } from "../calendar/index.ts";
import {
  addDays,
  type CivilDate,
  daysBetween,
  fromEpochMs,
  type Instant,
  toEpochMs,
} from "../civil-date/index.ts";
import { sideNames } from "../party/index.ts";
import type { Language, Text } from "../text/index.ts";
import type { Explanation, ExplanationStep } from "./explanation.ts";
import { hoursPhrase, ordinalDay, periodPhrase } from "./phrase.ts";

/** How a date came about, as one sentence a step, in both languages. Skipped days are named from the calendar. */
export function renderExplanation(explanation: Explanation, calendar: Calendar, clause?: string): Text {
  return {
    zh: renderIn("zh", explanation, calendar, clause),
    en: renderIn("en", explanation, calendar, clause),
  };
}

function renderIn(
  language: Language,
  explanation: Explanation,
  calendar: Calendar,
  clause: string | undefined,
): string {
  const zh = language === "zh";
  // A span names the event of its start and of its end: the same sentence is said once.
  const parts = [...new Set(explanation.steps.map((step) => renderStep(step, calendar)[language]))];
  if (explanation.provisionalYears.length > 0)
    parts.push(provisionalPart(explanation.provisionalYears)[language]);
  return headOf(explanation, clause)[language] + parts.join(zh ? "；" : "; ");
}

/** What the date rests on: the law or the clause, and the rule in words, whichever are known. */
function headOf({ rule, source }: Explanation, clause: string | undefined): Text {
  if (clause === undefined && rule === undefined) return { zh: "", en: "" };
  const from = sourceOf(source, clause);
  if (rule === undefined) return { zh: `${from.zh}：`, en: `${from.en}: ` };
  return { zh: `${from.zh}（${rule.zh}）：`, en: `${from.en} (${rule.en}): ` };
}

function sourceOf(law: Text | undefined, clause: string | undefined): Text {
  if (law !== undefined) return { zh: `依据${law.zh}`, en: `By ${law.en}` };
  if (clause === undefined) return { zh: "约定", en: "Agreed" };
  return { zh: `依据“${clause}”`, en: `By clause “${clause}”` };
}

function provisionalPart(years: readonly number[]): Text {
  const arrangements = years.length === 1 ? "the arrangement" : "the arrangements";
  return {
    zh: `${years.join("、")}年放假安排尚未公布，按法定节假日和周末暂定`,
    en: `${arrangements} for ${years.join(" and ")} ${years.length === 1 ? "is" : "are"} not published yet: provisional, by statutory holidays and weekends`,
  };
}

function renderStep(step: ExplanationStep, calendar: Calendar): Text {
  switch (step.step) {
    case "date":
      return { zh: `约定日期 ${step.on}`, en: `agreed date ${step.on}` };
    case "event":
      return renderEvent(step);
    case "term":
      return step.edge === "start"
        ? { zh: `${step.title.zh}始于 ${step.on}`, en: `${step.title.en} starts on ${step.on}` }
        : { zh: `${step.title.zh}止于 ${step.on}`, en: `${step.title.en} ends on ${step.on}` };
    case "due":
      return { zh: `“${step.title.zh}”的期限 ${step.on}`, en: `“${step.title.en}” is due on ${step.on}` };
    case "last":
      return { zh: `取最后者 ${step.on}`, en: `the last of these, ${step.on}` };
    case "first":
      return { zh: `取最先者 ${step.on}`, en: `the first of these, ${step.on}` };
    case "count":
      return renderCount(step, calendar);
    case "clock":
      return renderClock(step);
    case "window":
      return { zh: `期间 ${step.from} 至 ${step.to}`, en: `window ${step.from} to ${step.to}` };
    case "period":
      return step.from === step.to
        ? { zh: `第${step.ordinal}期 ${step.from}`, en: `period ${step.ordinal}, ${step.from}` }
        : {
            zh: `第${step.ordinal}期 ${step.from} 至 ${step.to}`,
            en: `period ${step.ordinal}, ${step.from} to ${step.to}`,
          };
    case "forceMajeure":
      return renderForceMajeure(step);
    case "keyPeriod":
      return renderKeyPeriod(step);
    case "byDay":
      return renderByDay(step);
    case "byTime":
      return { zh: `当日 ${step.time} 前`, en: `before ${step.time} on the day` };
    case "roll":
      return renderRoll(step, calendar);
    case "waiting":
      return {
        zh: `等待：${step.label.zh}（由${sideNames[step.holder].zh}办理）`,
        en: `waiting for: ${step.label.en} (${sideNames[step.holder].en} ${step.holder === "both" ? "have" : "has"} to act)`,
      };
    case "noDeadline":
      return { zh: "此后可履行，未约定期限", en: "may be done from then on, no deadline agreed" };
  }
}

function renderKeyPeriod({ name, from, to, on }: Extract<ExplanationStep, { step: "keyPeriod" }>): Text {
  const range = {
    zh: `重保时期“${name.zh}”（${from} 至 ${to}）`,
    en: `key period “${name.en}” (${from} to ${to})`,
  };
  return on === undefined ? range : { zh: `${range.zh}中的 ${on}`, en: `${on}, a day of the ${range.en}` };
}

function renderByDay({ day, on }: Extract<ExplanationStep, { step: "byDay" }>): Text {
  return Number(on.slice(8)) === day
    ? { zh: `当月${day}日前：${on}`, en: `by the ${ordinalDay(day)} of the month: ${on}` }
    : {
        zh: `当月无${day}日，取月末日：${on}`,
        en: `the month has no ${ordinalDay(day)}, its last day: ${on}`,
      };
}

function renderEvent({ label, on, at }: Extract<ExplanationStep, { step: "event" }>): Text {
  const when = at === undefined ? on : momentOf(at);
  return { zh: `${label.zh}：${when}`, en: `${label.en}: ${when}` };
}

/** Hours are counted from the agreed time on (Civil Code 201, second paragraph). */
function renderForceMajeure(step: Extract<ExplanationStep, { step: "forceMajeure" }>): Text {
  const { from, to, days } = step;
  return {
    zh: `不可抗力 ${from} 至 ${to}，顺延${days}日`,
    en: `force majeure ${from} to ${to}: ${days} day${days === 1 ? "" : "s"} later`,
  };
}

function renderClock({ count, unit, start, end, hours }: Extract<ExplanationStep, { step: "clock" }>): Text {
  const phrase = periodPhrase(count, unit);
  const within = hours === undefined ? undefined : hoursPhrase(hours);
  return {
    zh: `自 ${momentOf(start)} 起${phrase.zh}${within === undefined ? "" : `（${within.zh}）`}：${momentOf(end)}（民法典第201条）`,
    en: `${phrase.en} from ${momentOf(start)}${within === undefined ? "" : ` (${within.en})`}: ${momentOf(end)} (Civil Code 201)`,
  };
}

/** Date and time of day in Asia/Shanghai; seconds only where there are any. */
function momentOf(instant: Instant): string {
  const [date = "", time = ""] = fromEpochMs(toEpochMs(instant)).split("T");
  return `${date} ${time.slice(0, 8).replace(/:00$/, "")}`;
}

function renderCount(step: Extract<ExplanationStep, { step: "count" }>, calendar: Calendar): Text {
  const phrase = periodPhrase(step.count, step.unit);
  const after = step.direction === "after";
  const byMonths = step.unit === "month" || step.unit === "year";
  const zh = after
    ? `自 ${step.start} 次日起算${phrase.zh}：${step.end}（民法典第${byMonths ? "201、202" : "201"}条）`
    : `${step.start} 前${phrase.zh}：${step.end}`;
  const en = after
    ? `${phrase.en} counted from the day after ${step.start}: ${step.end} (Civil Code ${byMonths ? "201, 202" : "201"})`
    : `${phrase.en} before ${step.start}: ${step.end}`;
  if (step.unit !== "workingDay") return { zh, en };
  const skipped = renderSkipped(
    calendar,
    after ? addDays(step.start, 1) : step.end,
    after ? step.end : addDays(step.start, -1),
  );
  return { zh: zh + skipped.zh, en: en + skipped.en };
}

function renderSkipped(calendar: Calendar, from: CivilDate, to: CivilDate): Text {
  const runs = nonWorkingRuns(calendar, from, to);
  const weekendDays = runs
    .filter((run) => run.kind === "weekend")
    .reduce((sum, run) => sum + daysBetween(run.from, run.to) + 1, 0);
  const named = runs.filter((run) => run.kind !== "weekend");
  const zh = named.map((run) => `${run.name?.zh ?? "休息日"} ${rangeOf(run.from, run.to)}`);
  const en = named.map((run) => `${run.name?.en ?? "day off"} ${rangeOf(run.from, run.to)}`);
  if (weekendDays > 0) {
    zh.push(`周末${weekendDays}天`);
    en.push(`${weekendDays} weekend day${weekendDays === 1 ? "" : "s"}`);
  }
  const worked = makeUpDaysBetween(calendar, from, to);
  return {
    zh:
      (zh.length > 0 ? `，不计${zh.join("、")}` : "") +
      (worked.length > 0 ? `，计入调休上班 ${worked.join("、")}` : ""),
    en:
      (en.length > 0 ? `, skipping ${en.join(", ")}` : "") +
      (worked.length > 0
        ? `, counting make-up working day${worked.length === 1 ? "" : "s"} ${worked.join(", ")}`
        : ""),
  };
}

function renderRoll(step: Extract<ExplanationStep, { step: "roll" }>, calendar: Calendar): Text {
  const skipped = renderSkipped(calendar, step.from, addDays(step.to, -1));
  return {
    zh: `${step.from} 为休息日${skipped.zh}，顺延至 ${step.to}（民法典第203条）`,
    en: `${step.from} is no working day${skipped.en}, so it ends on ${step.to} (Civil Code 203)`,
  };
}

function rangeOf(from: CivilDate, to: CivilDate): string {
  return from === to ? from : `${from}…${to}`;
}
