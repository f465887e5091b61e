import { addDays, type CivilDate, daysBetween } from "../civil-date/index.ts";
import type { LateInterest } from "../contract/index.ts";
import type { Balance } from "../ledger/index.ts";
import {
  addMoney,
  compareMoney,
  formatMoney,
  type Money,
  type Rate,
  rateOf,
  scaleMoney,
  subtractMoney,
  sumMoney,
} from "../money/index.ts";
import type { Text } from "../text/index.ts";
import type { VendorSize } from "../vendor/index.ts";
import type { Interest, InterestDay, InterestPeriod } from "./interest.ts";

/** What interest on one payment rests on. Dates are civil; `through` is the last day that is looked at. */
export interface LatePayment {
  readonly balance: Balance;
  /** The contract's day, after a late invoice has moved it. */
  readonly dueOn?: CivilDate | undefined;
  readonly statutoryOn?: CivilDate | undefined;
  readonly total: Money;
  readonly agreed?: LateInterest | undefined;
  readonly vendorSize?: VendorSize | undefined;
  /** The day on which the invoice was wholly in, and what its lateness means; absent where it plays no part. */
  readonly invoice?:
    | { readonly blame: "lifted" | "held"; readonly receivedOn?: CivilDate | undefined }
    | undefined;
  readonly fundsOn?: CivilDate | undefined;
  /** The last day on which something that the payment hangs on was still missing from the vendor. */
  readonly vendorHeldUntil?: CivilDate | undefined;
  readonly through: CivilDate;
}

const legalRate: Rate = "0.05%";

/**
 * Interest 逾期利息 for each day from the day after the payment was due until it is paid; the day of payment is the last. By the
 * contract where it agrees on a rate, else by law for small and medium enterprises: 0.05 % a day of what is overdue
 * (保障中小企业款项支付条例 17). A late invoice lifts the blame or holds it off where the contract says so; while the vendor
 * itself keeps the payment from being due, nothing is late (民法典 526).
 */
export function accrueInterest(late: LatePayment): Interest {
  const { agreed, vendorSize, invoice, through } = late;
  const small = vendorSize !== undefined && vendorSize !== "large";
  if (agreed === undefined && !small) return none(notAgreed(vendorSize));
  const due = firstOf(late.dueOn, small ? late.statutoryOn : undefined);
  if (due === undefined) return none({ zh: "尚未到期", en: "not due yet" });
  if (invoice?.blame === "lifted")
    return none({
      zh: "发票迟交，按合同甲方不承担逾期责任",
      en: "the invoice was late: by the contract the buyer's delay is no breach",
    });
  const starts = [
    addDays(due, agreed?.graceDays ?? 0),
    invoice === undefined ? undefined : (invoice.receivedOn ?? through),
    agreed?.excuses?.includes("funds") === true ? late.fundsOn : undefined,
    late.vendorHeldUntil,
  ];
  const since =
    starts
      .filter((day) => day !== undefined)
      .toSorted()
      .at(-1) ?? due;
  const base = agreed?.of === "total" ? late.total : undefined;
  const periods = listPeriods(late.balance, since, through, base);
  if (periods.length === 0)
    return none(late.vendorHeldUntil === through && due < through ? heldByVendor : notLate);
  return agreed === undefined ? byLaw(periods, since) : byContract(agreed, periods, since, late.total);
}

const notLate: Text = { zh: "没有逾期", en: "not late" };
const heldByVendor: Text = {
  zh: "付款条件尚待乙方具备，不计逾期（民法典第五百二十六条）",
  en: "what the payment hangs on is still to come from the vendor: not late (Civil Code 526)",
};

function none(why: Text): Interest {
  return { basis: "none", why };
}

function notAgreed(size: VendorSize | undefined): Text {
  return size === undefined
    ? { zh: "合同未约定，且供应商规模未建档", en: "none agreed, and the vendor's size is not on file" }
    : {
        zh: "合同未约定；供应商为大型企业，不适用中小企业款项支付的法定利率",
        en: "none agreed, and the law sets no rate for a large enterprise",
      };
}

function firstOf(...days: readonly (CivilDate | undefined)[]): CivilDate | undefined {
  return days.filter((day) => day !== undefined).toSorted()[0];
}

/** Stretches of days with one amount overdue, from the day after `since` to the day of the last payment or `through`. */
function listPeriods(
  balance: Balance,
  since: CivilDate,
  through: CivilDate,
  fixed: Money | undefined,
): InterestPeriod[] {
  const moves = [...new Set(balance.movements.map(({ on }) => on))]
    .filter((on) => on > since && on < through)
    .toSorted();
  const edges = [since, ...moves, through];
  return edges.slice(1).flatMap((to, index): InterestPeriod[] => {
    const from = edges[index] ?? since;
    const overdue = restAfter(balance, from);
    const days = daysBetween(from, to);
    if (overdue === "0.00" || days <= 0) return [];
    return [{ from: addDays(from, 1), through: to, days, base: fixed ?? overdue }];
  });
}

/** What of a payment was still owed at the end of a day. */
function restAfter({ amount, movements, released }: Balance, on: CivilDate): Money {
  const done = movements.filter((movement) => movement.on <= on);
  const sum = (refunded: boolean) =>
    sumMoney(
      done.filter(({ kind }) => (kind === "refunded") === refunded).map((movement) => movement.amount),
    );
  const owed = addMoney(amount, sum(true));
  const settled = addMoney(sum(false), released);
  return compareMoney(owed, settled) > 0 ? subtractMoney(owed, settled) : "0.00";
}

function byContract(
  agreed: LateInterest,
  periods: readonly InterestPeriod[],
  since: CivilDate,
  total: Money,
): Interest {
  const uncapped = interestOf(periods, agreed.rate);
  const cap = agreed.cap === undefined ? undefined : rateOf(total, agreed.cap);
  const amount = cap !== undefined && compareMoney(uncapped, cap) > 0 ? cap : uncapped;
  const clause = agreed.clause ?? "";
  const source = { zh: `合同约定 ${clause}`.trim(), en: `as agreed ${clause}`.trim() };
  const capped = cap === undefined ? {} : { cap };
  const facts = {
    basis: "contract",
    rate: agreed.rate,
    ...spanOf(periods, since),
    periods,
    uncapped,
    ...capped,
  } as const;
  return { ...facts, amount, why: explain(periods, agreed.rate, uncapped, cap), source };
}

function byLaw(periods: readonly InterestPeriod[], since: CivilDate): Interest {
  const amount = interestOf(periods, legalRate);
  const source = {
    zh: "《保障中小企业款项支付条例》第十七条",
    en: "Regulations on Payments to SMEs, article 17",
  };
  const why = explain(periods, legalRate, amount, undefined);
  return {
    basis: "law",
    rate: legalRate,
    ...spanOf(periods, since),
    periods,
    uncapped: amount,
    amount,
    why,
    source,
  };
}

function spanOf(periods: readonly InterestPeriod[], since: CivilDate) {
  const days = periods.reduce((sum, period) => sum + period.days, 0);
  return { since, through: periods.at(-1)?.through ?? since, days };
}

function interestOf(periods: readonly Pick<InterestPeriod, "base" | "days">[], rate: Rate): Money {
  return rateOf(sumMoney(periods.map(({ base, days }) => scaleMoney(base, days, 1))), rate);
}

function explain(
  periods: readonly InterestPeriod[],
  rate: Rate,
  uncapped: Money,
  cap: Money | undefined,
): Text {
  const sum = periods.map(({ base, days }) => `${formatMoney(base)} × ${rate} × ${days}`).join(" + ");
  const whole = `${sum} = ${formatMoney(uncapped)}`;
  if (cap === undefined || compareMoney(uncapped, cap) <= 0) return { zh: whole, en: whole };
  return { zh: `${whole}，以 ${formatMoney(cap)} 为限`, en: `${whole}, at most ${formatMoney(cap)}` };
}

/** Each day's share, so that the shares up to any day add up to the interest of that day. */
export function listInterestDays(interest: Interest): InterestDay[] {
  if (interest.basis === "none") return [];
  const { periods, rate, cap } = interest;
  let before: Money = "0.00";
  return periods.flatMap(({ from, days, base }, index) =>
    Array.from({ length: days }, (_, day): InterestDay => {
      const exact = interestOf([...periods.slice(0, index), { base, days: day + 1 }], rate);
      const total = cap !== undefined && compareMoney(exact, cap) > 0 ? cap : exact;
      const amount = subtractMoney(total, before);
      before = total;
      return { on: addDays(from, day), base, amount, total };
    }),
  );
}
