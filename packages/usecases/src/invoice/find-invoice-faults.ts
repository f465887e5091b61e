import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import type { Fault } from "@luyue/core/error";
import { compareMoney, formatMoney, type Money } from "@luyue/core/money";
import type { Text } from "@luyue/core/text";
import type { ContractState } from "../contract/contract.ts";
import type { CommandContext } from "../runtime/define-command.ts";

interface InvoiceFacts {
  readonly of: string;
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly amount: Money;
  readonly receivedOn?: CivilDate | undefined;
}

/** Everything that is wrong with an invoice for a payment of which no invoice covers `uncovered` yet. */
export async function findInvoiceFaults(
  facts: InvoiceFacts,
  uncovered: Money,
  state: ContractState,
  context: CommandContext,
): Promise<Fault[]> {
  const inUse = await reasonInUse(facts.number, state, context);
  const found: readonly (readonly [path: string, reason: Text | undefined])[] = [
    ["/of", reasonAfterEnd(facts.of, state) ?? reasonOfMany(facts.of, state)],
    ["/amount", reasonOfAmount(facts.amount, uncovered)],
    ...reasonsOfDates(facts, context),
    ["/number", inUse],
  ];
  return found.flatMap(([path, reason]) => (reason === undefined ? [] : [{ path, reason }]));
}

/** After an early end only what it leaves to be paid is still invoiced. */
function reasonAfterEnd(of: string, { contract }: ContractState): Text | undefined {
  if (contract.status === "active" || of === "overrun" || of === "settlement") return undefined;
  return {
    zh: "合同已提前终止，只能开具结算款或超期服务费的发票",
    en: "the contract has ended early: only the settlement and service beyond the term are still invoiced",
  };
}

const mostInvoices = 50;

/** Every read of the contract reads them all: handing in and taking back has an end. */
function reasonOfMany(of: string, { money }: ContractState): Text | undefined {
  if (money.invoices.filter((invoice) => invoice.of === of).length < mostInvoices) return undefined;
  return {
    zh: `本期发票（含已退回和撤回的）已达${mostInvoices}张`,
    en: `there are ${mostInvoices} invoices of this payment already, rejected and withdrawn ones included`,
  };
}

function reasonOfAmount(amount: Money, uncovered: Money): Text | undefined {
  if (amount !== "0.00" && compareMoney(amount, uncovered) <= 0) return undefined;
  const most = formatMoney(uncovered);
  return {
    zh: `应大于零且不超过本期尚未开票的 ${most}`,
    en: `must be more than nothing and at most what is still to be invoiced for this payment, ${most}`,
  };
}

function reasonsOfDates(
  { issuedOn, receivedOn }: InvoiceFacts,
  { actor, runtime }: CommandContext,
): readonly (readonly [path: string, reason: Text | undefined])[] {
  const today = civilDateOf(runtime.now());
  const came = receivedOn ?? today;
  return [
    ["/receivedOn", receivedOn !== undefined && actor.kind === "partner" ? notYours : undefined],
    ["/receivedOn", came > today ? { zh: "日期晚于今天", en: "the date is after today" } : undefined],
    ["/issuedOn", issuedOn > came ? issuedAfter(came) : undefined],
  ];
}

const notYours: Text = {
  zh: "收到日期由采购单位登记，供应商提交的发票以提交当天为准",
  en: "the agency enters when a paper invoice came; what a vendor hands in here counts from today",
};

function issuedAfter(came: CivilDate): Text {
  return {
    zh: `开票日期晚于收到日期 ${came}`,
    en: `it was issued after the day on which it came, ${came}`,
  };
}

/** A vendor learns no more than that the number is in use: it may be a contract of somebody else. */
async function reasonInUse(
  number: string,
  { contract }: ContractState,
  { store, actor }: CommandContext,
): Promise<Text | undefined> {
  const use = await store.getInvoiceUse(number);
  if (use === undefined) return undefined;
  if (actor.kind === "partner") return { zh: "该发票号码已被使用", en: "this invoice number is in use" };
  const other = use.contractId === contract.id ? contract : await store.getContract(use.contractId);
  const name = other?.number ?? use.contractId;
  return {
    zh: `该发票号码已用于合同 ${name}`,
    en: `this invoice number is in use for the contract ${name}`,
  };
}
