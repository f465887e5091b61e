import { civilDateOf, toEpochMs } from "../civil-date/index.ts";
import { titleText } from "../contract/index.ts";
import { listSubmissionEvents, type Submission } from "../deliverable/index.ts";
import { eventDate } from "../event/index.ts";
import type { Obligation } from "../obligation/index.ts";
import type { Text } from "../text/index.ts";
import { inPercent, type Measured, type MeasureFacts, nameSome } from "./measured.ts";

/** How many of a report were due, and how many of them came in time. */
export interface Punctuality {
  readonly owed: number;
  readonly inTime: number;
}

/**
 * Reports on time 报告按时交付率: of the deliverables and reports whose day is past, how many were handed in by it. What counts
 * is the version that was accepted in the end; what only an event says was accepted counts by that event's day.
 * None where none is past.
 */
export function measureReports(facts: MeasureFacts, of: string | undefined): Measured | undefined {
  const counted = listReports(facts, of).filter((each) => each.owed > 0);
  const owed = sum(counted.map((each) => each.owed));
  if (owed === 0) return undefined;
  const inTime = sum(counted.map((each) => each.inTime));
  const late = counted.filter((each) => each.inTime < each.owed);
  const named = nameSome(
    late.map((each) => ({
      zh: `${each.title.zh} ${each.inTime}/${each.owed}`,
      en: `${each.title.en} ${each.inTime} of ${each.owed}`,
    })),
  );
  return {
    value: inPercent(BigInt(inTime), BigInt(owed)),
    unit: "percent",
    why: {
      zh: `应交付${owed}份，按时提交并验收通过${inTime}份${late.length === 0 ? "" : `；未按时：${named.zh}`}`,
      en: `${inTime} of ${owed} due were handed in on time and accepted${late.length === 0 ? "" : `; not on time: ${named.en}`}`,
    },
  };
}

/** Each deliverable and report of the terms with how many of it were due, and in time. */
function listReports(
  facts: MeasureFacts,
  of: string | undefined,
): (Punctuality & { readonly title: Text })[] {
  return (["deliverable", "report"] as const).flatMap((kind) =>
    (facts.terms[`${kind}s`] ?? []).flatMap(({ key, title }) => {
      if (of !== undefined && of !== key) return [];
      const own = `${kind}.${key}`;
      const past = facts.obligations
        .filter((each) => each.key === own || each.key.startsWith(`${own}.`))
        .flatMap((each) => assessPunctuality(each, facts) ?? []);
      return [
        {
          title: titleText(title),
          owed: sum(past.map(({ owed }) => owed)),
          inTime: sum(past.map(({ inTime }) => inTime)),
        },
      ];
    }),
  );
}

/** How much of a deliverable or report came in time; none before its day is over, and where it has no day. */
export function assessPunctuality(
  obligation: Obligation,
  { submissions, events, now }: Pick<MeasureFacts, "submissions" | "events" | "now">,
): Punctuality | undefined {
  const { key, dueOn, quota, fulfilment } = obligation;
  if (dueOn === undefined || dueOn >= civilDateOf(now)) return undefined;
  const accepted = submissions.filter((each) => each.of === key && each.state === "accepted");
  const inTime = accepted.filter((each) => isInTime(each, obligation));
  if (quota === undefined) {
    const byWord = accepted.length === 0 && fulfilment !== undefined && fulfilment.on <= dueOn;
    return { owed: 1, inTime: inTime.length > 0 || byWord ? 1 : 0 };
  }
  const own = new Set(submissions.flatMap((each) => listSubmissionEvents(each).map(({ id }) => id)));
  const words = events.filter(
    (event) => event.kind === "performed" && event.of === key.split(".")[1] && !own.has(event.id),
  );
  const done = sum([
    ...inTime.map(({ quantity }) => quantity),
    ...words.filter((event) => eventDate(event) <= dueOn).map(({ quantity = 1 }) => quantity),
  ]);
  const whole =
    accepted.length === 0 && words.length === 0 && fulfilment !== undefined && fulfilment.on <= dueOn;
  return { owed: quota.count, inTime: whole ? quota.count : Math.min(done, quota.count) };
}

function isInTime({ submittedAt }: Submission, { dueOn, dueAt }: Obligation): boolean {
  if (dueAt !== undefined) return toEpochMs(submittedAt) <= toEpochMs(dueAt);
  return dueOn !== undefined && civilDateOf(submittedAt) <= dueOn;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
