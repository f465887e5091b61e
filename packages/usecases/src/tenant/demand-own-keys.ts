import type { KeyPeriod } from "@luyue/core/calendar";
import type { CivilDate } from "@luyue/core/civil-date";
import { invalidAt } from "../runtime/refusals.ts";

/**
 * A key period that has begun keeps its key: what was done in it stands under that key in every contract, and would be taken
 * for done in another one. Throws `invalid` with the place of one that moved away from the days it had.
 */
export function demandOwnKeys(
  before: readonly KeyPeriod[],
  after: readonly KeyPeriod[],
  today: CivilDate,
): void {
  for (const [index, { key, from, to }] of after.entries()) {
    const earlier = before.find((each) => each.key === key);
    if (earlier === undefined || earlier.from > today) continue;
    if (from <= earlier.to && earlier.from <= to) continue;
    const days = { zh: `${earlier.from} 至 ${earlier.to}`, en: `${earlier.from} to ${earlier.to}` };
    throw invalidAt(`/keyPeriods/${index}/key`, {
      zh: `键 ${key} 属于已开始的重保时期“${earlier.name.zh}”（${days.zh}），另一时期请另取键，例如加上年份`,
      en: `${key} is the key of the key period “${earlier.name.en}”, ${days.en}, which has begun: give another one a key of its own, such as one with the year`,
    });
  }
}
