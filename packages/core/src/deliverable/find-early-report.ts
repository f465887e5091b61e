import type { Fault } from "../error/index.ts";
import type { Obligation } from "../obligation/index.ts";
import { type Submission, workDayOf } from "./submission.ts";

/**
 * A report that is handed in before the day or period that it is for begins: nobody reports on a day to come. Deliverables may
 * come as early as they like. `path` is the place of its schedule.
 */
export function findEarlyReport(
  submission: Submission,
  { kind, title, opensOn }: Pick<Obligation, "kind" | "title" | "opensOn">,
  path: string,
): Fault[] {
  const on = workDayOf(submission);
  if (kind !== "report" || opensOn === undefined || on >= opensOn) return [];
  const reason = {
    zh: `“${title.zh}”自 ${opensOn} 起，本次于 ${on} 提交，早于该日`,
    en: `“${title.en}” begins on ${opensOn}; this was handed in on ${on}, before it`,
  };
  return [{ path, reason }];
}
