import type { Calendar } from "../calendar/index.ts";
import { addDays, type CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { countPeriod } from "../date-rule/index.ts";
import { deadlineOf, type Obligation } from "../obligation/index.ts";

/** Why a change of account cannot be taken: the payment that is too near, and the first day on which notice would do. */
export interface AccountWindow {
  readonly payment: Obligation;
  /** The day by which that payment is to be made. */
  readonly dueOn: CivilDate;
  /** The last day before that payment on which notice would have been in time. */
  readonly lastDay: CivilDate;
  readonly possibleFrom: CivilDate;
}

/**
 * Whether notice of a new account 账户变更 on a day comes too late for an open payment: the contract wants it so long before
 * each payment. None where it may be taken, or where the contract sets no time.
 */
export function findAccountWindow(
  noticedOn: CivilDate,
  obligations: readonly Obligation[],
  { accountChange }: Pick<ContractTerms, "accountChange">,
  calendar: Calendar,
): AccountWindow | undefined {
  if (accountChange === undefined) return undefined;
  const { count, unit } = accountChange;
  const blocked = (day: CivilDate) =>
    obligations
      .filter(({ kind, fulfilment }) => kind === "payment" && fulfilment === undefined)
      .flatMap((payment) => {
        const dueOn = deadlineOf(payment);
        if (dueOn === undefined || day > dueOn) return [];
        const lastDay = countPeriod(calendar, dueOn, -count, unit).on;
        return day > lastDay ? [{ payment, dueOn, lastDay }] : [];
      });
  const [first] = blocked(noticedOn);
  if (first === undefined) return undefined;
  let possibleFrom = noticedOn;
  for (let found = blocked(possibleFrom); found.length > 0; found = blocked(possibleFrom)) {
    possibleFrom = addDays(
      found
        .map(({ dueOn }) => dueOn)
        .toSorted()
        .at(-1) ?? possibleFrom,
      1,
    );
  }
  return { ...first, possibleFrom };
}
