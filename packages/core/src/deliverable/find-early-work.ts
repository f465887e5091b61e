import type { Fault } from "../error/index.ts";
import type { Obligation } from "../obligation/index.ts";
import { type Submission, workDayOf } from "./submission.ts";

/**
 * The record of a service, or a report, of a day before what it is for begins: the inspection of January is not that of April,
 * and nobody reports on a day to come. Deliverables may come as early as they like. `path` is the place of its schedule.
 */
export function findEarlyWork(
  submission: Submission,
  { kind, title, opensOn }: Pick<Obligation, "kind" | "title" | "opensOn">,
  path: string,
): Fault[] {
  const on = workDayOf(submission);
  if (opensOn === undefined || on >= opensOn) return [];
  if (kind !== "service" && kind !== "report") return [];
  const done = kind === "service" ? { zh: "完成", en: "done" } : { zh: "提交", en: "handed in" };
  const reason = {
    zh: `“${title.zh}”自 ${opensOn} 起，本次于 ${on} ${done.zh}，早于该日`,
    en: `“${title.en}” begins on ${opensOn}; this was ${done.en} on ${on}, before it`,
  };
  return [{ path, reason }];
}
