import { titleText } from "../contract/index.ts";
import type { Schedule } from "../date-rule/index.ts";
import type { Obligation } from "../obligation/index.ts";
import type { Text } from "../text/index.ts";
import { divideFractions, type Fraction, multiplyFractions, sumFractions } from "./fraction.ts";
import { type Measured, type MeasureFacts, nameSome } from "./measured.ts";

interface Counted {
  readonly title: Text;
  readonly done: number;
  readonly owed: number;
}

/**
 * Service counts completed 服务次数完成率: the mean of what each counted service has done of what it owes in the whole term,
 * so that it is 100 % only where every one is complete, and a service of a million lines weighs no more than another.
 * What was done beyond a count makes up for nothing else. None where nothing is counted or a series has no end yet.
 */
export function measureServices(facts: MeasureFacts, of: string | undefined): Measured | undefined {
  const counted = countServices(facts, of);
  if (counted === undefined || counted.length === 0) return undefined;
  const rates = counted.map(({ done, owed }): Fraction => ({ part: BigInt(done), whole: BigInt(owed) }));
  const mean = divideFractions(sumFractions(rates), { part: BigInt(counted.length), whole: 1n });
  if (mean === undefined) return undefined;
  const value = multiplyFractions(mean, { part: 100n, whole: 1n });
  return { value, unit: "percent", why: explain(counted) };
}

function countServices({ terms, obligations }: MeasureFacts, of: string | undefined): Counted[] | undefined {
  const counted: Counted[] = [];
  for (const { key, title, schedule } of terms.services ?? []) {
    if (!isCounted(schedule) || (of !== undefined && of !== key)) continue;
    const own = obligations.filter(
      (each) => each.key === `service.${key}` || each.key.startsWith(`service.${key}.`),
    );
    const sum = schedule.schedule === "count" ? countQuota(own) : countSeries(own);
    if (sum === undefined) return undefined;
    counted.push({ title: titleText(title), ...sum });
  }
  return counted;
}

/** An allowance that need not be used up owes no count. */
function isCounted(schedule: Schedule): boolean {
  return schedule.schedule === "every" || (schedule.schedule === "count" && schedule.bound !== "atMost");
}

function countQuota([own]: readonly Obligation[]): Omit<Counted, "title"> | undefined {
  const quota = own?.quota;
  if (own === undefined || quota === undefined) return undefined;
  const owed = quota.count;
  return { owed, done: own.fulfilment === undefined ? Math.min(quota.done, owed) : owed };
}

/** A series whose span has no end yet stands as one obligation that waits. */
function countSeries(own: readonly Obligation[]): Omit<Counted, "title"> | undefined {
  if (own.length === 0 || own.some(({ dueOn }) => dueOn === undefined)) return undefined;
  return { owed: own.length, done: own.filter(({ fulfilment }) => fulfilment !== undefined).length };
}

function explain(counted: readonly Counted[]): Text {
  const short = counted.filter(({ done, owed }) => done < owed);
  const head = {
    zh: `${counted.length}项计次服务中${counted.length - short.length}项已全部完成`,
    en: `${counted.length - short.length} of ${counted.length} counted services are complete`,
  };
  if (short.length === 0) return head;
  const named = nameSome(
    short.map(({ title, done, owed }) => ({
      zh: `${title.zh} ${done}/${owed}`,
      en: `${title.en} ${done} of ${owed}`,
    })),
  );
  return {
    zh: `${head.zh}；未完成：${named.zh}；按各项完成率平均`,
    en: `${head.en}; short: ${named.en}; the mean of the services' own rates`,
  };
}
