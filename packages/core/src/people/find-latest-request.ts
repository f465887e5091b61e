import type { Calendar } from "../calendar/index.ts";
import type { CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { countPeriod } from "../date-rule/index.ts";

/** The last day on which a change of people may be asked for so that it can come about on a day; none where no notice is agreed. */
export function findLatestRequest(
  { notices = [] }: Pick<ContractTerms, "notices">,
  on: CivilDate,
  calendar: Calendar,
): CivilDate | undefined {
  const days = notices.flatMap(({ event, due }) =>
    event === "staffChanged" && due.rule === "before" && due.before.anchor === "trigger"
      ? [countPeriod(calendar, on, -due.count, due.unit).on]
      : [],
  );
  return days.toSorted()[0];
}
