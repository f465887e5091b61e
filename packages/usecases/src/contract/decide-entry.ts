import { type ContractMoney, groupMoney, isMoneyEntry, type MoneyEntry } from "@luyue/core/payment";
import { withWork } from "@luyue/core/work";
import type { CommandContext, Decision } from "../runtime/define-command.ts";
import type { Change, ContractEntry } from "../runtime/store.ts";
import type { Contract, ContractState, StoredEvent } from "./contract.ts";
import { noticeOfEntry } from "../reminder/notice-of-entry.ts";
import { outboxForNotice } from "../reminder/outbox-for-notice.ts";
import { decideDerivation } from "./decide-derivation.ts";

/** What a command on a contract's money or work answers and records beside the entry that it writes. */
interface EntryLine<A> {
  readonly answer: A;
  readonly subject: string;
  readonly changes?: readonly Change[];
  /** What happened beside it that the contract's terms may know of. */
  readonly events?: readonly StoredEvent[];
  /** What changes on the head. */
  readonly head?: Partial<Pick<Contract, "findings" | "status">>;
  readonly before?: unknown;
  readonly after: unknown;
  readonly reason?: string;
}

/** The decision of a command that puts one entry into a contract: its obligations follow in the same transaction. */
export function decideEntry<A>(
  state: ContractState,
  entry: ContractEntry,
  context: CommandContext,
  line: EntryLine<A>,
): Decision<A> {
  return decideEntries(state, [entry], context, line);
}

/** The decision of a command that puts several entries into a contract at once. */
export function decideEntries<A>(
  state: ContractState,
  entries: readonly ContractEntry[],
  context: CommandContext,
  line: EntryLine<A>,
): Decision<A> {
  const { contract } = state;
  const { id: contractId } = contract;
  const { events: added = [], changes: more = [] } = line;
  const happened = added.map((event): Change => ({ change: "putEvent", contractId, event }));
  const events = [...state.events, ...added];
  const head = { ...contract, ...line.head };
  const next = entries.reduce(withEntry, { ...state, contract: head, events });
  const taken = entries.length + more.length + added.length;
  const derived = decideDerivation(contract, next, context, taken);
  const puts = entries.map((entry): Change => ({ change: "putEntry", contractId, entry }));
  return {
    aggregate: derived.aggregate,
    changes: [...puts, ...happened, ...more, ...derived.changes, ...noticesOf(entries, state, context)],
    answer: line.answer,
    subject: line.subject,
    ...(line.before === undefined ? {} : { recordBefore: line.before }),
    recordAfter: { ...asObject(line.after), obligations: derived.summary },
    reason: line.reason,
  };
}

function noticesOf(
  entries: readonly ContractEntry[],
  before: ContractState,
  { actor, runtime }: CommandContext,
): readonly Change[] {
  return entries.flatMap((entry) => {
    const notice = noticeOfEntry(entry, before, actor);
    return notice === undefined ? [] : [outboxForNotice(notice, before.contract, runtime)];
  });
}

function asObject(after: unknown): object {
  return typeof after === "object" && after !== null ? after : { after };
}

/** The contract with an entry added, or put in the place of the one with its id. */
function withEntry(state: ContractState, entry: ContractEntry): ContractState {
  return isMoneyEntry(entry)
    ? { ...state, money: withMoney(state.money, entry) }
    : { ...state, work: withWork(state.work, entry) };
}

function withMoney(
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
