import { countsOf, unclosedOf } from "@luyue/core/finding";
import type { Ledger } from "@luyue/core/ledger";
import { formatMoney, type Money, sumMoney } from "@luyue/core/money";
import { goesOn, type Obligation, outlivesContract } from "@luyue/core/obligation";
import { isUnderWay, listOpenDeductions } from "@luyue/core/payment";
import { standingOfPenalty } from "@luyue/core/penalty";
import type { Text } from "@luyue/core/text";
import { talliesOf } from "@luyue/core/work";
import type { ContractState } from "./contract.ts";

/**
 * What is still open of a contract and keeps it from being closed: money first, then work, then duties. Work is counted for
 * itself, for it is open also where an early end has taken its obligations away.
 */
export function listOpenMatters(state: ContractState, ledger: Ledger): Text[] {
  const { money, work } = state;
  const deductions = listOpenDeductions(money.deductions, money.payments).map(({ open }) => open);
  const pending =
    money.payments.filter(isUnderWay).length +
    money.invoices.filter(({ state: at }) => at === "submitted").length +
    money.deductions.filter(({ state: at }) => at === "proposed").length;
  const rounds = work.rounds.filter(({ state: at }) => at === "applied").length;
  const sheets = work.sheets.filter(({ state: at }) => at === "proposed").length;
  const findings = talliesOf(work).reduce((sum, tally) => sum + unclosedOf(countsOf(tally)), 0);
  const inCheck = work.submissions.filter(({ state: at }) => at === "submitted").length;
  const duties = state.obligations.filter(({ obligation }) => isOpenDuty(obligation)).length;
  const proposed = work.penalties.filter(({ state: at }) => at === "proposed").length;
  const owed = work.penalties.flatMap((each) =>
    each.state === "imposed" ? [standingOfPenalty(each).open] : [],
  );
  const incidents = work.incidents.filter(({ state: at }) => at === "open").length;
  const claims = work.bonds.flatMap((bond) => bond.claims).filter(({ state: at }) => at === "claimed").length;
  return [
    ...amount(sumMoney(ledger.lines.map(({ rest }) => rest)), "未付款", "not paid yet"),
    ...amount(sumMoney(deductions), "未抵扣的扣款", "deductions not set off"),
    ...amount(owedBack(state, ledger), "乙方应退款", "to be refunded by the vendor"),
    ...amount(sumMoney(owed), "未处理的违约金", "penalties not dealt with"),
    ...count(pending, "项付款、发票或扣款待办", "payments, invoices or deductions under way"),
    ...count(inCheck, "项提交待核验", "submissions wait for their check"),
    ...count(rounds, "轮验收未作结论", "rounds of acceptance not concluded"),
    ...count(sheets, "份考核评分未定", "scores not settled"),
    ...count(findings, "项安全隐患未销号", "findings not closed"),
    ...count(proposed, "笔违约金待决定", "penalties to be decided"),
    ...count(claims, "笔保函索赔未赔付", "claims on the bond not paid"),
    ...count(incidents, "起安全事件未办结", "incidents not closed"),
    ...count(duties, "项义务未履行", "duties not fulfilled"),
  ];
}

const toldApart: ReadonlySet<Obligation["kind"]> = new Set(["payment", "finding", "penalty", "right"]);

/** Payments, findings and penalties are told of for themselves, and nobody has to use a right. */
function isOpenDuty(obligation: Obligation): boolean {
  const { kind, fulfilment } = obligation;
  if (fulfilment !== undefined || toldApart.has(kind) || outlivesContract(obligation)) return false;
  return !goesOn(obligation) && obligation.lapses !== true;
}

/** After an early end, what was paid of the tranches above the price of the work done is owed back, whichever it was. */
function owedBack({ events, terms }: ContractState, { lines, refundOwed }: Ledger): Money {
  const settled = events.some(({ kind }) => kind === "ended");
  const tranches = new Set(settled ? terms.terms.tranches.map(({ key }) => key) : []);
  const others = lines.filter(({ of }) => !tranches.has(of));
  return sumMoney([refundOwed, ...others.map(({ overpaid }) => overpaid)]);
}

function amount(money: Money, zh: string, en: string): Text[] {
  return money === "0.00" ? [] : [{ zh: `${zh} ${formatMoney(money)}`, en: `${en}: ${formatMoney(money)}` }];
}

function count(many: number, zh: string, en: string): Text[] {
  return many === 0 ? [] : [{ zh: `${many} ${zh}`, en: `${many} ${en}` }];
}
