import { type CivilDate, civilDateOf } from "../civil-date/index.ts";
import { type ContractTerms, titleText } from "../contract/index.ts";
import { countPhrase } from "../date-rule/index.ts";
import type { Fault } from "../error/index.ts";
import type { ContractEvent } from "../event/index.ts";
import type { Obligation } from "../obligation/index.ts";
import { findDayShortfalls } from "./find-day-shortfalls.ts";
import { findEarlyReport } from "./find-early-report.ts";
import { isOfDuty, type Submission, workDayOf } from "./submission.ts";

/** What a contract's work has come to, as far as a submission is measured by it. */
export interface WorkStanding {
  readonly terms: ContractTerms;
  readonly obligations: readonly Obligation[];
  readonly submissions: readonly Submission[];
  readonly events: readonly ContractEvent[];
}

/**
 * Where something that waits for its check falls short of the terms: too few people, no deliverable accepted beforehand, days
 * that are none of its obligation's or count already, a report on a day to come, more than an allowance has left. Each names
 * the place in the terms that it falls short of.
 */
export function findShortfalls(submission: Submission, standing: WorkStanding): Fault[] {
  const [kind = "", key = "", ...rest] = submission.of.split(".");
  return [
    ...(kind === "service" ? findServiceFaults(submission, key, rest.join("."), standing) : []),
    ...findTooEarly(submission, kind, key, standing),
    ...findOverrun(submission, kind, key, standing),
  ];
}

function findServiceFaults(
  submission: Submission,
  key: string,
  index: string,
  standing: WorkStanding,
): Fault[] {
  const services = standing.terms.services ?? [];
  const at = services.findIndex((each) => each.key === key);
  const service = services[at];
  if (service === undefined) return [];
  const { people, prior } = service;
  return [
    ...(people === undefined ? [] : findFewPeople(submission, people, `/services/${at}/people`)),
    ...(prior === undefined
      ? []
      : findMissingPrior(submission, service, index, standing, `/services/${at}/prior`)),
    ...findDayShortfalls(submission, service, `/services/${at}/schedule`, standing),
  ];
}

type Service = NonNullable<ContractTerms["services"]>[number];

function findFewPeople({ people }: Submission, least: number, path: string): Fault[] {
  if (people !== undefined && people >= least) return [];
  const reason =
    people === undefined
      ? {
          zh: `未填写人数，约定每次不少于${least}人`,
          en: `no head-count is given; at least ${least} are agreed`,
        }
      : { zh: `${people}人，约定每次不少于${least}人`, en: `${people} people; at least ${least} are agreed` };
  return [{ path, reason }];
}

function findMissingPrior(
  submission: Submission,
  { key: service, prior = "" }: Service,
  index: string,
  standing: WorkStanding,
  path: string,
): Fault[] {
  const deliverable = standing.terms.deliverables?.find(({ key }) => key === prior);
  const title = deliverable === undefined ? { zh: prior, en: prior } : titleText(deliverable.title);
  const on = submission.performedOn ?? workDayOf(submission);
  const own = standing.obligations.find(
    ({ key }) => key === priorKey(prior, index) || key === priorKey(prior),
  );
  if (own !== undefined && own.shape !== "quota" && own.shape !== "onDemand" && own.shape !== "continuous") {
    return isFulfilledBy(own, on)
      ? []
      : [notAccepted(own.title.zh, own.title.en, on, own.fulfilment?.on, path)];
  }
  const accepted = countAccepted(standing.submissions, "deliverable", prior, on);
  const records = countAccepted(standing.submissions, "service", service);
  if (accepted > records) return [];
  const reason = {
    zh: `“${title.zh}”在 ${on} 前已通过${accepted}件，此前已核验服务${records}次：须先通过本次对应的一件`,
    en: `accepted by ${on}: ${accepted} of “${title.en}”; earlier records of the service: ${records}; one more comes first`,
  };
  return [{ path, reason }];
}

function priorKey(prior: string, index = ""): string {
  return index === "" ? `deliverable.${prior}` : `deliverable.${prior}.${index}`;
}

function isFulfilledBy({ fulfilment }: Obligation, on: CivilDate): boolean {
  return fulfilment !== undefined && fulfilment.on <= on;
}

function notAccepted(
  zh: string,
  en: string,
  on: CivilDate,
  later: CivilDate | undefined,
  path: string,
): Fault {
  const reason =
    later === undefined
      ? {
          zh: `“${zh}”尚未通过，须先于 ${on} 的服务`,
          en: `“${en}” has not been accepted; it comes before the service of ${on}`,
        }
      : {
          zh: `“${zh}”于 ${later} 才通过，晚于 ${on} 的服务`,
          en: `“${en}” was accepted on ${later}, after the service of ${on}`,
        };
  return { path, reason };
}

/** Pieces of a duty that were accepted, by a day or at all. */
function countAccepted(
  submissions: readonly Submission[],
  kind: string,
  key: string,
  by?: CivilDate,
): number {
  return submissions.filter(
    (each) =>
      each.state === "accepted" &&
      isOfDuty(each.of, kind, key) &&
      (by === undefined || civilDateOf(each.decided.at) <= by),
  ).length;
}

function findTooEarly(submission: Submission, kind: string, key: string, standing: WorkStanding): Fault[] {
  const own = standing.obligations.find((each) => each.key === submission.of);
  const place = placeOfDuty(standing.terms, kind, key);
  return own === undefined || place === undefined
    ? []
    : findEarlyReport(submission, own, `${place.path}/schedule`);
}

/** An allowance, such as at most 30 days, is not gone beyond without a reason. */
function findOverrun(
  { of, quantity }: Submission,
  kind: string,
  key: string,
  standing: WorkStanding,
): Fault[] {
  const { path = "", schedule } = placeOfDuty(standing.terms, kind, key) ?? {};
  if (schedule?.schedule !== "count" || schedule.bound !== "atMost") return [];
  const done = standing.obligations.find((each) => each.key === of)?.quota?.done ?? 0;
  const over = done + quantity - schedule.count;
  if (over <= 0) return [];
  const phrase = (count: number) => countPhrase(count, schedule.unit);
  const [most, used, more, beyond] = [phrase(schedule.count), phrase(done), phrase(quantity), phrase(over)];
  const reason = {
    zh: `约定最多${most.zh}，已用${used.zh}，本次${more.zh}，超出${beyond.zh}`,
    en: `at most ${most.en} are agreed, ${used.en} are used, this is ${more.en}: ${beyond.en} too many`,
  };
  return [{ path: `${path}/schedule/count`, reason }];
}

/** A duty of the terms by its kind and key: its schedule, and where it stands. */
function placeOfDuty(terms: ContractTerms, kind: string, key: string) {
  const list = listNames.find((each) => each === `${kind}s`);
  if (list === undefined) return undefined;
  const at = (terms[list] ?? []).findIndex((each) => each.key === key);
  const schedule = terms[list]?.[at]?.schedule;
  return schedule === undefined ? undefined : { path: `/${list}/${at}`, schedule };
}

const listNames = ["services", "deliverables", "reports"] as const;
