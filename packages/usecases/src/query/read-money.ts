import { readInForce } from "../contract/read-as-party.ts";
import type { Calendar } from "@luyue/core/calendar";
import { addYears, type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import type { Ledger, LedgerLine } from "@luyue/core/ledger";
import { type Money, sumMoney } from "@luyue/core/money";
import { assessOverrun, type PaymentAssessment, readLedger } from "@luyue/core/obligation";
import {
  type DeductionStanding,
  isUnderWay,
  type Payment,
  type PaymentPlan,
  planPayment,
  standingOfDeduction,
} from "@luyue/core/payment";
import { contractNotFound } from "../contract/demand-contract.ts";
import type { ContractState } from "../contract/contract.ts";
import { factsOf } from "../contract/facts-of.ts";
import { assessContract } from "../payment/demand-payment.ts";
import { type Actor, demandPermission } from "../runtime/actor.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { invalidAt } from "../runtime/refusals.ts";

/** A payment of a contract: its balance, what could be paid of it and what is set off with that, and its requests. */
export interface PaymentStanding {
  readonly line: LedgerLine;
  readonly plan: PaymentPlan;
  /** Every request of this payment, the first one first. */
  readonly payments: readonly Payment[];
  /** Absent where an early end has released the payment before anything of it moved. */
  readonly assessment?: PaymentAssessment;
}

/** Sums over a contract's payments; always `planned + overpaid = paid − refunded + deducted + released + rest`. */
export interface MoneyTotals {
  readonly planned: Money;
  readonly paid: Money;
  readonly refunded: Money;
  readonly deducted: Money;
  readonly released: Money;
  readonly rest: Money;
  readonly overpaid: Money;
  /** What the vendor owes back after an early end. */
  readonly refundOwed: Money;
}

/** The money of one contract as it stands on a day, in the calendar of its agency. */
export interface ContractPayments {
  readonly asOf: CivilDate;
  readonly calendar: Calendar;
  readonly standings: readonly PaymentStanding[];
  readonly totals: MoneyTotals;
  readonly deductions: readonly DeductionStanding[];
  readonly overrun?: NonNullable<ReturnType<typeof assessOverrun>>;
}

/**
 * Every payment of a contract, to a member of its agency or to the vendor's people. Throws `notFound` where the actor has
 * no such contract, `invalid` where interest is asked for through a day more than five years ahead.
 */
export async function readPayments(
  store: TenantStore,
  actor: Actor,
  contractId: string,
  runtime: Runtime,
  interestThrough?: CivilDate,
): Promise<ContractPayments> {
  const asOf = civilDateOf(runtime.now());
  demandNear(interestThrough, asOf);
  const { state, tenant } = await readInForce(store, actor, contractId, runtime);
  const assessments = assessContract(state, { tenant, runtime }, interestThrough);
  const calendar = tenantCalendar(tenant, runtime);
  const { terms } = state.terms;
  const facts = factsOf(state);
  const ledger = readLedger(terms, facts, calendar);
  const overrun = assessOverrun(terms, facts, calendar, asOf);
  return {
    asOf,
    calendar,
    standings: ledger.lines.map((line) => standingOf(line, state, assessments)),
    totals: totalsOf(ledger),
    deductions: listStandings(state),
    ...(overrun === undefined ? {} : { overrun }),
  };
}

/** The payment that `of` names, of those that were read. Throws `notFound`. */
export function demandStanding({ standings }: ContractPayments, of: string): PaymentStanding {
  const found = standings.find(({ line }) => line.of === of);
  if (found !== undefined) return found;
  throw new DomainError("notFound", { zh: "本合同没有该期付款", en: "the contract has no such payment" });
}

/** Every deduction of a contract, the newest first. */
export async function listDeductions(
  store: TenantStore,
  actor: Actor,
  contractId: string,
): Promise<readonly DeductionStanding[]> {
  demandPermission(actor, "contract:read");
  const state = await store.loadContract(contractId);
  if (state === undefined) throw contractNotFound();
  return listStandings(state).toReversed();
}

const mostYearsAhead = 5;

function demandNear(through: CivilDate | undefined, today: CivilDate): void {
  const latest = addYears(today, mostYearsAhead);
  if (through === undefined || through <= latest) return;
  throw invalidAt("/through", { zh: `不得晚于 ${latest}`, en: `at most ${latest}` });
}

/** A request under way is part of what could be paid: the deductions that it keeps are those of its own payment. */
function standingOf(
  line: LedgerLine,
  { money }: ContractState,
  assessments: readonly PaymentAssessment[],
): PaymentStanding {
  const payments = money.payments.filter(({ of }) => of === line.of);
  const others = money.payments.filter((payment) => payment.of !== line.of || !isUnderWay(payment));
  const assessment = assessments.find((each) => each.line.of === line.of);
  return {
    line,
    plan: planPayment(line, money.deductions, others),
    payments,
    ...(assessment === undefined ? {} : { assessment }),
  };
}

function totalsOf({ lines, refundOwed }: Ledger): MoneyTotals {
  const sumOf = (pick: (line: LedgerLine) => Money) => sumMoney(lines.map(pick));
  return {
    planned: sumOf(({ amount }) => amount),
    paid: sumOf(({ paid }) => paid),
    refunded: sumOf(({ refunded }) => refunded),
    deducted: sumOf(({ deducted }) => deducted),
    released: sumOf(({ released }) => released),
    rest: sumOf(({ rest }) => rest),
    overpaid: sumOf(({ overpaid }) => overpaid),
    refundOwed,
  };
}

function listStandings({ money }: ContractState): DeductionStanding[] {
  return money.deductions.map((deduction) => standingOfDeduction(deduction, money.payments));
}
