import { addDays, type CivilDate, daysBetween } from "../civil-date/index.ts";
import { countPhrase } from "../date-rule/index.ts";
import type { Text } from "../text/index.ts";
import type { Obligation, Quota } from "./obligation.ts";

/** A day of a quota's span by whose end so much of it should be done; `number` counts from 1. */
export interface Checkpoint {
  readonly number: number;
  readonly on: CivilDate;
  readonly expected: number;
}

/** How a quota stands at a day: what should be done by now, what is left, in how many days, and why. */
export interface Pace {
  readonly state: "done" | "onPace" | "behind";
  readonly expected: number;
  readonly left: number;
  readonly daysLeft: number;
  readonly next?: Checkpoint;
  readonly why: Text;
}

type Paced = Pick<Obligation, "quota" | "opensOn" | "dueOn" | "fulfilment">;

/**
 * The checkpoints of a quota: its span in `min(count, 4)` equal parts, and by the last day of each but the last of them
 * its part of the count, rounded down; so at most three, each on a day before the due one. None for what has no pace, or
 * while the span has no end.
 */
export function listCheckpoints({ quota, opensOn, dueOn }: Paced): Checkpoint[] {
  if (quota === undefined || !isPaced(quota) || opensOn === undefined || dueOn === undefined) return [];
  const days = daysBetween(opensOn, dueOn) + 1;
  const parts = Math.min(quota.count, 4);
  const byDay = new Map<CivilDate, Checkpoint>();
  for (let number = 1; number < parts; number += 1) {
    const on = addDays(opensOn, Math.ceil((days * number) / parts) - 1);
    // In a span of a few days parts end together: the last of them says how much.
    if (on < dueOn) byDay.set(on, { number, on, expected: Math.floor((quota.count * number) / parts) });
  }
  return [...byDay.values()];
}

/** Whether a quota is on pace on a day; nothing for what is no quota or has no pace, or for a span without an end. */
export function assessPace(obligation: Paced, today: CivilDate): Pace | undefined {
  const { quota, opensOn, dueOn, fulfilment } = obligation;
  if (quota === undefined || !isPaced(quota) || opensOn === undefined || dueOn === undefined)
    return undefined;
  const checkpoints = listCheckpoints(obligation);
  const passed = checkpoints.findLast(({ on }) => on <= today);
  const next = checkpoints.find(({ on }) => on > today);
  const expected = today > dueOn ? quota.count : (passed?.expected ?? 0);
  const left = fulfilment === undefined ? Math.max(quota.count - quota.done, 0) : 0;
  const daysLeft = Math.max(daysBetween(today, dueOn), 0);
  const state = left === 0 ? "done" : quota.done < expected ? "behind" : "onPace";
  const by = today > dueOn ? dueOn : passed?.on;
  const figures = { state, expected, left, daysLeft, ...(next === undefined ? {} : { next }) } as const;
  const why = explainPace({ ...quota, opensOn, dueOn, parts: Math.min(quota.count, 4) }, figures, by);
  return { ...figures, why };
}

function isPaced({ atMost, unpaced }: Quota): boolean {
  return atMost !== true && unpaced !== true;
}

interface Span {
  readonly count: number;
  readonly done: number;
  readonly unit: NonNullable<Obligation["quota"]>["unit"];
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly parts: number;
}

function explainPace(span: Span, pace: Omit<Pace, "why">, by: CivilDate | undefined): Text {
  const { opensOn, dueOn, parts, done } = span;
  const { expected, left, daysLeft, next } = pace;
  const say = (amount: number) => countPhrase(amount, span.unit);
  const count = say(span.count);
  if (pace.state === "done") return { zh: `共需${count.zh}，已完成`, en: `${count.en} owed, done` };
  const head = {
    zh: `${opensOn} 至 ${dueOn} 共需${count.zh}${parts > 1 ? `，按${parts}段均分` : ""}`,
    en: `${count.en} from ${opensOn} to ${dueOn}${parts > 1 ? `, in ${parts} equal parts` : ""}`,
  };
  const now =
    by === undefined
      ? { zh: "", en: "" }
      : { zh: `，截至 ${by} 应完成${say(expected).zh}`, en: `, ${expected} expected by ${by}` };
  const then =
    next === undefined
      ? { zh: "", en: "" }
      : {
          zh: `；下一节点 ${next.on} 应完成${say(next.expected).zh}`,
          en: `; ${next.expected} expected by the next checkpoint, ${next.on}`,
        };
  const days = `${daysLeft} day${daysLeft === 1 ? "" : "s"}`;
  return {
    zh: `${head.zh}${now.zh}，已完成${say(done).zh}，尚余${say(left).zh}、${daysLeft}天${then.zh}`,
    en: `${head.en}${now.en}, ${done} done, ${left} left to do in ${days}${then.en}`,
  };
}
