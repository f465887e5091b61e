import { titleText } from "../contract/index.ts";
import type { Schedule } from "../date-rule/index.ts";
import { isOfDuty } from "../deliverable/index.ts";
import { goesOn, type Obligation } from "../obligation/index.ts";
import type { Text } from "../text/index.ts";
import { divideFractions, type Fraction, multiplyFractions, sumFractions } from "./fraction.ts";
import { type Measured, type MeasureFacts, nameSome } from "./measured.ts";

interface Counted {
  readonly title: Text;
  readonly done: number;
  readonly owed: number;
}

interface Count {
  readonly counted: readonly Counted[];
  /** Services of a count whose day had not come when the contract ended early. */
  readonly released: readonly Text[];
}

/**
 * Service counts completed 服务次数完成率: the mean of what each counted service has done of what it owes in the whole term,
 * so that it is 100 % only where every one is complete, and a service of a million lines weighs no more than another.
 * What was done beyond a count makes up for nothing else. After an early end only what had fallen due by then is owed. None
 * where nothing is counted or a series has no end yet.
 */
export function measureServices(facts: MeasureFacts, of: string | undefined): Measured | undefined {
  const count = countServices(facts, of);
  if (count === undefined || count.counted.length === 0) return undefined;
  const { counted } = count;
  const rates = counted.map(({ done, owed }): Fraction => ({ part: BigInt(done), whole: BigInt(owed) }));
  const mean = divideFractions(sumFractions(rates), { part: BigInt(counted.length), whole: 1n });
  if (mean === undefined) return undefined;
  const value = multiplyFractions(mean, { part: 100n, whole: 1n });
  return { value, unit: "percent", why: explain(count) };
}

function countServices({ terms, obligations }: MeasureFacts, of: string | undefined): Count | undefined {
  const counted: Counted[] = [];
  const released: Text[] = [];
  for (const { key, title, schedule } of terms.services ?? []) {
    if (of !== undefined && of !== key) continue;
    const own = obligations.filter((each) => isOfDuty(each.key, "service", key) && isCounted(each, schedule));
    if (own.some(isWithoutEnd)) return undefined;
    if (own.some(({ quota }) => quota?.cutShort === true)) released.push(titleText(title));
    const owing = own.filter(({ quota }) => quota?.cutShort !== true);
    if (owing.length > 0) counted.push({ title: titleText(title), ...sumUp(owing) });
  }
  return { counted, released };
}

/**
 * An allowance that need not be used up owes no count, nor does duty in key periods. After an amendment a service may have
 * instances of an earlier schedule beside its own.
 */
function isCounted(obligation: Obligation, { schedule }: Schedule): boolean {
  const { shape, quota, keyPeriod, dueOn } = obligation;
  if (quota !== undefined) return !goesOn(obligation);
  return shape === "recurring" && keyPeriod === undefined && (dueOn !== undefined || schedule === "every");
}

/** A series whose span has no end yet stands as one obligation that waits. */
function isWithoutEnd({ shape, dueOn }: Obligation): boolean {
  return shape === "recurring" && dueOn === undefined;
}

function sumUp(owing: readonly Obligation[]): Omit<Counted, "title"> {
  const sums = owing.map(({ quota, fulfilment }) => {
    const owed = quota?.count ?? 1;
    return { owed, done: fulfilment === undefined ? Math.min(quota?.done ?? 0, owed) : owed };
  });
  const sumOf = (part: "owed" | "done") => sums.reduce((total, each) => total + each[part], 0);
  return { owed: sumOf("owed"), done: sumOf("done") };
}

function explain({ counted, released }: Count): Text {
  const said = explainCounted(counted);
  if (released.length === 0) return said;
  const named = nameSome(released);
  return {
    zh: `${said.zh}；合同提前终止时尚未到期，不计：${named.zh}`,
    en: `${said.en}; left out, not due when the contract ended early: ${named.en}`,
  };
}

function explainCounted(counted: readonly Counted[]): Text {
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
