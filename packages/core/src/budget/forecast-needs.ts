import { addDays, addMonths, type CivilDate, lastDayOfMonth } from "../civil-date/index.ts";
import { compareMoney, sumMoney } from "../money/index.ts";
import { deadlineOf } from "../obligation/index.ts";
import type { BudgetNeeds, MonthlyNeed, Need, PlannedPayment } from "./budget-report.ts";
import { standingOf } from "./standing-of.ts";

const horizonDays = 90;

/** What is still to be paid, by when, as seen on a day. */
export function forecastNeeds(payments: readonly PlannedPayment[], asOf: CivilDate): BudgetNeeds {
  const unpaid = payments
    .map(({ obligation }) => ({
      waitingFor: obligation.waitingFor,
      dueOn: deadlineOf(obligation),
      rest: standingOf(obligation).rest,
    }))
    .filter(({ rest }) => compareMoney(rest, "0.00") > 0);
  const needWhere = (holds: (dueOn: CivilDate) => boolean) =>
    needOf(unpaid.filter(({ dueOn }) => dueOn !== undefined && holds(dueOn)));
  const between = (from: CivilDate, to: CivilDate) => needWhere((dueOn) => dueOn >= from && dueOn <= to);
  const horizon = addDays(asOf, horizonDays);
  return {
    overdue: needWhere((dueOn) => dueOn < asOf),
    within30: between(asOf, addDays(asOf, 30)),
    within60: between(asOf, addDays(asOf, 60)),
    within90: between(asOf, horizon),
    later: needWhere((dueOn) => dueOn > horizon),
    undated: needOf(unpaid.filter(({ dueOn }) => dueOn === undefined)),
    byMonth: listMonths(asOf, horizon).map((month) => ({ ...month, ...between(month.from, month.to) })),
  };
}

type Unpaid = Pick<PlannedPayment["obligation"], "waitingFor"> & { readonly rest: string };

function needOf(unpaid: readonly Unpaid[]): Need {
  const held = unpaid.filter(({ waitingFor }) => waitingFor.length > 0);
  return {
    amount: sumMoney(unpaid.map(({ rest }) => rest)),
    held: sumMoney(held.map(({ rest }) => rest)),
    payments: unpaid.length,
  };
}

/** Every month between two days, the first and the last cut to them. */
function listMonths(from: CivilDate, to: CivilDate): Pick<MonthlyNeed, "month" | "from" | "to">[] {
  const month = from.slice(0, 7);
  const last = lastDayOfMonth(from);
  if (last >= to) return [{ month, from, to }];
  return [{ month, from, to: last }, ...listMonths(addMonths(`${month}-01`, 1), to)];
}
