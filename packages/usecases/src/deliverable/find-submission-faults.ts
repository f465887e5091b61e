import { type CivilDate, civilDateOf, daysBetween } from "@luyue/core/civil-date";
import type { Submission } from "@luyue/core/deliverable";
import type { Fault } from "@luyue/core/error";
import { isBeforeKeyPeriod, type Obligation } from "@luyue/core/obligation";
import type { Text } from "@luyue/core/text";
import type { CommandContext } from "../runtime/define-command.ts";
import type { SubmittedFacts } from "./submission-schemas.ts";

/** What is wrong with something that is handed in for an obligation; `before` is the version that it continues. */
export function findSubmissionFaults(
  facts: SubmittedFacts,
  obligation: Obligation,
  before: Submission | undefined,
  { actor, runtime }: CommandContext,
): Fault[] {
  const today = civilDateOf(runtime.now());
  const { submittedOn } = facts;
  const paper = submittedOn === undefined ? [] : findPaperFaults(submittedOn, before, actor.kind, today);
  return [
    ...findRepeatedFiles(facts.files),
    ...(obligation.kind === "service"
      ? [...findDayFaults(facts, submittedOn ?? today), ...findEarlyDays(facts, obligation)]
      : findNoDays(facts, obligation)),
    ...findQuantityFaults(facts, obligation),
    ...paper,
  ];
}

/** What a submission counts towards a quota: the days of a service that is agreed on in days, else what is said, or one. */
export function readQuantity(facts: SubmittedFacts, { quota }: Obligation): number {
  const { quantity = 1 } = facts;
  return quota?.unit === "day" ? (daysOf(facts) ?? quantity) : quantity;
}

function daysOf({ performedOn, performedThrough = performedOn }: SubmittedFacts): number | undefined {
  if (performedOn === undefined || performedThrough === undefined) return undefined;
  return daysBetween(performedOn, performedThrough) + 1;
}

function findRepeatedFiles(files: SubmittedFacts["files"]): Fault[] {
  return files.flatMap(({ file }, at) => {
    const first = files.findIndex((each) => each.file === file);
    if (first === at) return [];
    const reason = { zh: `与第${first + 1}个文件相同`, en: `the same file as number ${first + 1}` };
    return [{ path: `/files/${at}/file`, reason }];
  });
}

/** The days of a service are over when its record comes. */
function findDayFaults({ performedOn, performedThrough }: SubmittedFacts, latest: CivilDate): Fault[] {
  if (performedOn === undefined) {
    return [{ path: "/performedOn", reason: { zh: "请填写服务日期", en: "give the day of the service" } }];
  }
  const tooLate: Text = {
    zh: `不得晚于提交当日 ${latest}`,
    en: `not after the day on which the record came, ${latest}`,
  };
  const faults: Fault[] = performedOn > latest ? [{ path: "/performedOn", reason: tooLate }] : [];
  if (performedThrough === undefined) return faults;
  if (performedThrough > latest) faults.push({ path: "/performedThrough", reason: tooLate });
  if (performedThrough < performedOn) {
    const reason = { zh: `早于首日 ${performedOn}`, en: `before the first day, ${performedOn}` };
    faults.push({ path: "/performedThrough", reason });
  }
  return faults;
}

/** What was done before a key period fulfils nothing of it, and would only keep its record from being handed in. */
function findEarlyDays({ performedOn, performedThrough }: SubmittedFacts, obligation: Obligation): Fault[] {
  const last = performedThrough ?? performedOn;
  if (last === undefined || !isBeforeKeyPeriod(last, obligation)) return [];
  const { title, opensOn } = obligation;
  const reason = {
    zh: `“${title.zh}”自 ${opensOn} 起，此前的服务不计入`,
    en: `“${title.en}” begins on ${opensOn}: what was done before it does not count`,
  };
  return [{ path: performedThrough === undefined ? "/performedOn" : "/performedThrough", reason }];
}

const ofServices = ["performedOn", "performedThrough", "people"] as const;

function findNoDays(facts: SubmittedFacts, { title }: Obligation): Fault[] {
  return ofServices.flatMap((field) => {
    if (facts[field] === undefined) return [];
    const reason = {
      zh: `“${title.zh}”不是服务记录，没有服务日期与人数`,
      en: `“${title.en}” is no record of a service: it has no days and no head-count`,
    };
    return [{ path: `/${field}`, reason }];
  });
}

function findQuantityFaults(facts: SubmittedFacts, { quota, title }: Obligation): Fault[] {
  const { quantity } = facts;
  if (quantity === undefined) return [];
  if (quota === undefined) {
    const reason = {
      zh: `“${title.zh}”不按数量计`,
      en: `“${title.en}” is not counted by quantity`,
    };
    return [{ path: "/quantity", reason }];
  }
  const days = quota.unit === "day" ? daysOf(facts) : undefined;
  if (days === undefined || days === quantity) return [];
  const reason = {
    zh: `按起止日期计为${days}天，与${quantity}不符`,
    en: `the days given are ${days}, not ${quantity}`,
  };
  return [{ path: "/quantity", reason }];
}

function findPaperFaults(
  submittedOn: CivilDate,
  before: Submission | undefined,
  actor: CommandContext["actor"]["kind"],
  today: CivilDate,
): Fault[] {
  const at = (reason: Text): Fault[] => [{ path: "/submittedOn", reason }];
  if (actor === "partner") {
    return at({
      zh: "供应商在此提交的以提交时间为准",
      en: "what a vendor hands in here counts from the moment it does",
    });
  }
  if (submittedOn > today) return at({ zh: "日期晚于今天", en: "the date is after today" });
  const earliest = before === undefined ? undefined : civilDateOf(before.submittedAt);
  if (earliest === undefined || submittedOn >= earliest) return [];
  return at({
    zh: `早于所接续的第${before?.version}版的提交日 ${earliest}`,
    en: `before the version that it continues was handed in, ${earliest}`,
  });
}
