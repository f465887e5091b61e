import type { ContractMoney, MoneyEntry } from "@luyue/core/payment";
import { groupMoney } from "@luyue/core/payment";
import type { CommandContext, Decision } from "../runtime/define-command.ts";
import type { Change } from "../runtime/store.ts";
import type { ContractState, StoredEvent } from "./contract.ts";
import { decideDerivation } from "./decide-derivation.ts";

/** What a command on a contract's money answers and records beside the entry that it writes. */
interface MoneyLine<A> {
  readonly answer: A;
  readonly subject: string;
  readonly changes?: readonly Change[];
  /** What happened beside it that the contract's terms may know of. */
  readonly event?: StoredEvent;
  readonly before?: unknown;
  readonly after: unknown;
  readonly reason?: string;
}

/** The decision of a command that puts one entry into a contract's money: its obligations follow in the same transaction. */
export function decideMoney<A>(
  state: ContractState,
  entry: MoneyEntry,
  context: CommandContext,
  line: MoneyLine<A>,
): Decision<A> {
  const { contract } = state;
  const { id: contractId } = contract;
  const { event } = line;
  const happened: Change[] = event === undefined ? [] : [{ change: "putEvent", contractId, event }];
  const events = event === undefined ? state.events : [...state.events, event];
  const next = { ...state, events, money: withEntry(state.money, entry) };
  const derived = decideDerivation(contract, next, context);
  const put: Change = { change: "putMoney", contractId, entry };
  return {
    aggregate: derived.aggregate,
    changes: [put, ...happened, ...(line.changes ?? []), ...derived.changes],
    answer: line.answer,
    subject: line.subject,
    ...(line.before === undefined ? {} : { recordBefore: line.before }),
    recordAfter: { ...asObject(line.after), obligations: derived.summary },
    reason: line.reason,
  };
}

function asObject(after: unknown): object {
  return typeof after === "object" && after !== null ? after : { after };
}

/** The money with an entry added, or put in the place of the one with its id. */
function withEntry(
  { invoices, payments, deductions, account }: ContractMoney,
  entry: MoneyEntry,
): ContractMoney {
  const entries: MoneyEntry[] = [
    ...invoices.map((invoice) => ({ kind: "invoice", id: invoice.id, invoice }) as const),
    ...payments.map((payment) => ({ kind: "payment", id: payment.id, payment }) as const),
    ...deductions.map((deduction) => ({ kind: "deduction", id: deduction.id, deduction }) as const),
    ...(account === undefined ? [] : [{ kind: "account", id: "account", account } as const]),
  ];
  return groupMoney([...entries.filter(({ id }) => id !== entry.id), entry]);
}
