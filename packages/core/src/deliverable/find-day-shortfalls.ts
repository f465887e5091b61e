import type { ContractTerms } from "../contract/index.ts";
import type { Fault } from "../error/index.ts";
import { whyOutside } from "../obligation/index.ts";
import type { Text } from "../text/index.ts";
import type { WorkStanding } from "./find-shortfalls.ts";
import { isOfDuty, type Submission, workDayOf } from "./submission.ts";

type Service = NonNullable<ContractTerms["services"]>[number];

/** The days of a service's record that are none of its obligation's, or are told of by another record that counts; `path` is its place. */
export function findDayShortfalls(
  record: Submission,
  service: Service,
  path: string,
  { obligations, submissions, events }: WorkStanding,
): Fault[] {
  const obligation = obligations.find(({ key }) => key === record.of);
  const outside = obligation === undefined ? undefined : whyOutside(daysOf(record), obligation, events);
  const twice = countsDays(service) ? findTwice(record, service.key, submissions) : undefined;
  return [outside, twice].flatMap((reason) => (reason === undefined ? [] : [{ path, reason }]));
}

/** Where days themselves are counted, and where each of a series is work of its own, one day is not two. */
function countsDays({ schedule }: Service): boolean {
  return schedule.schedule === "every" || (schedule.schedule === "count" && schedule.unit === "day");
}

function findTwice(
  record: Submission,
  service: string,
  submissions: readonly Submission[],
): Text | undefined {
  const { first, last } = daysOf(record);
  const others = submissions.filter((other) => {
    if (other.id === record.id || other.state !== "accepted" || !isOfDuty(other.of, "service", service)) {
      return false;
    }
    const days = daysOf(other);
    return days.first <= last && first <= days.last;
  });
  const [one] = others;
  if (one === undefined) return undefined;
  const [own, known, more] = [spanOf(record), spanOf(one), others.length - 1];
  return {
    zh: `服务日期 ${own.zh} 与已通过的 ${known.zh} 的记录重叠${more === 0 ? "" : `（另有${more}条）`}`,
    en: `its days, ${own.en}, are also those of the accepted record of ${known.en}${more === 0 ? "" : ` and of ${more} more`}`,
  };
}

function daysOf(record: Submission) {
  const last = workDayOf(record);
  return { first: record.performedOn ?? last, last };
}

function spanOf(record: Submission): Text {
  const { first, last } = daysOf(record);
  if (first === last) return { zh: first, en: first };
  return { zh: `${first} 至 ${last}`, en: `${first} to ${last}` };
}
