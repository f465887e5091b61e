import { deepStrictEqual } from "node:assert";
import { evaluateLedger, type LedgerLine } from "@luyue/core/ledger";
import { listOpenDeductions, type Payment } from "@luyue/core/payment";
import { type ContractState, factsOf } from "@luyue/usecases/contract";
import { assessContract } from "@luyue/usecases/payment";
import {
  everyLine,
  isBegun,
  isDone,
  isNumberInUse,
  isPayable,
  isThere,
  lineOf,
  type Model,
  openDeductions,
  refundOwed,
  toMoney,
  tranches,
} from "./money-model.ts";
import { numbers } from "./money-model-invoices.ts";
import { written } from "./money-model-payments.ts";
import { tenantId } from "./money-model-step.ts";
import type { World } from "./world.ts";

/** What the product has stored is what the model has, and its books balance. */
export async function compareMoney(
  model: Model,
  { world, contractId }: { readonly world: World; readonly contractId: string },
): Promise<void> {
  const store = world.platform.tenant(tenantId);
  const [state, tenant] = await Promise.all([store.loadContract(contractId), store.getTenant()]);
  if (state === undefined || tenant === undefined) throw new Error("the contract is gone");
  deepStrictEqual(state.contract.status, model.status);
  compareLedger(model, state);
  compareItems(model, state);
  const assessed = assessContract(state, { tenant, runtime: world.runtime }).map(
    ({ line, payableToday }) => ({
      ...linePrinted(line),
      payableToday,
    }),
  );
  deepStrictEqual(
    assessed,
    everyLine
      .filter((of) => isThere(model, of))
      .map((of) => ({ ...modelLine(model, of), payableToday: isPayable(model, of) })),
  );
  compareObligations(model, state);
  for (const number of numbers) {
    const use = await store.getInvoiceUse(number);
    deepStrictEqual([number, use !== undefined], [number, isNumberInUse(model, number)]);
  }
}

const names = ["amount", "paid", "refunded", "deducted", "released", "rest", "overpaid", "invoiced"] as const;

function linePrinted(line: LedgerLine) {
  return { of: line.of, ...Object.fromEntries(names.map((name) => [name, line[name]])) };
}

function modelLine(model: Model, of: (typeof everyLine)[number]) {
  const line = lineOf(model, of);
  return { of, ...Object.fromEntries(names.map((name) => [name, toMoney(line[name])])) };
}

/** Line for line, and then the laws that hold whatever the model says. */
function compareLedger(model: Model, state: ContractState): void {
  const ledger = evaluateLedger(state.terms.terms, factsOf(state));
  const lines = model.ended === undefined ? tranches : everyLine;
  deepStrictEqual(
    ledger.lines.map(linePrinted),
    lines.map((of) => modelLine(model, of)),
  );
  deepStrictEqual(ledger.refundOwed, toMoney(refundOwed(model)));
  for (const line of ledger.lines) {
    const [left, right] = [
      fen(line.amount, line.overpaid),
      fen(line.paid, line.deducted, line.released, line.rest),
    ];
    deepStrictEqual(left, right - fen(line.refunded), `${line.of} does not balance`);
  }
  const { total } = state.terms.terms.price;
  const agreed = ledger.lines.filter(({ of }) => of !== "settlement").map(({ amount }) => amount);
  deepStrictEqual(fen(...agreed), fen(total));
  // A line that is gone with a resumed contract had no payment: every payment made stands in some line.
  const made = state.money.payments.flatMap((each) => (each.state === "paid" ? [each] : []));
  const all = (name: "paid" | "deducted" | "refunded") => fen(...ledger.lines.map((line) => line[name]));
  deepStrictEqual(all("paid"), fen(...made.map(({ amount }) => amount)));
  deepStrictEqual(
    all("deducted"),
    fen(...made.flatMap(({ setOffs }) => setOffs.map(({ amount }) => amount))),
  );
  deepStrictEqual(
    all("refunded"),
    fen(...made.flatMap(({ refunds }) => refunds.map(({ amount }) => amount))),
  );
}

function compareItems(model: Model, { money }: ContractState): void {
  deepStrictEqual(
    money.invoices.map(({ id, of, number, amount, state }) => ({ id, of, number, amount, state })),
    model.invoices.map(({ id, of, number, amount, state }) => ({
      id,
      of,
      number,
      amount: toMoney(amount),
      state,
    })),
  );
  deepStrictEqual(
    money.deductions.map(({ id, amount, state }) => ({ id, amount, state })),
    model.deductions.map(({ id, amount, state }) => ({ id, amount: toMoney(amount), state })),
  );
  deepStrictEqual(
    money.payments.map((each) => ({ ...paymentPrinted(each), refunds: refundsOf(each) })),
    model.payments.map((each) => ({
      id: each.id,
      of: each.of,
      state: each.state,
      amount: toMoney(each.amount),
      setOffs: each.setOffs.map(written),
      refunds: each.refunds.map(toMoney),
    })),
  );
  for (const { id, amount } of money.deductions) {
    const standing = money.payments.filter(({ state }) => state !== "rejected" && state !== "withdrawn");
    const taken = standing.flatMap(({ setOffs }) => setOffs.filter((each) => each.deductionId === id));
    deepStrictEqual(
      fen(...taken.map((each) => each.amount)) <= fen(amount),
      true,
      `too much of ${id} was taken`,
    );
  }
  deepStrictEqual(
    listOpenDeductions(money.deductions, money.payments).map(({ deduction, open }) => [deduction.id, open]),
    openDeductions(model).map(({ deductionId, amount }) => [deductionId, toMoney(amount)]),
  );
}

function paymentPrinted({ id, of, state, amount, setOffs }: Payment) {
  return { id, of, state, amount, setOffs };
}

function refundsOf(payment: Payment): string[] {
  return payment.state === "paid" ? payment.refunds.map(({ amount }) => amount) : [];
}

/** The stored obligations carry the ledger's balances; of a closed contract those on which money moved, done with that. */
function compareObligations(model: Model, { obligations, ...state }: ContractState): void {
  const stored = obligations.flatMap(({ obligation: { key, kind, balance, fulfilment } }) =>
    kind === "payment" ? [{ key, balance, done: fulfilment !== undefined }] : [],
  );
  const ledger = evaluateLedger(state.terms.terms, factsOf(state));
  for (const { key, balance } of stored) {
    const line = ledger.lines.find(({ of }) => `payment.${of}` === key);
    deepStrictEqual(balance?.movements, line?.movements, `the movements of ${key}`);
  }
  deepStrictEqual(
    stored
      .map(({ key, balance, done }) => ({
        key,
        done,
        ...Object.fromEntries(names.map((name) => [name, balance?.[name]])),
      }))
      .toSorted(byKey),
    everyLine
      .filter((of) => isThere(model, of) && (model.status !== "closed" || isBegun(model, of)))
      .map((of) => {
        const { of: _of, ...line } = modelLine(model, of);
        if (model.status !== "closed" || isDone(model, of)) {
          return { key: `payment.${of}`, done: isDone(model, of), ...line };
        }
        const { released, rest } = lineOf(model, of);
        const given = { released: toMoney(released + rest), rest: toMoney(0n) };
        return { key: `payment.${of}`, done: true, ...line, ...given };
      })
      .toSorted(byKey),
  );
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : 1;
}

function fen(...amounts: readonly string[]): bigint {
  return amounts.reduce((all, each) => all + BigInt(each.replace(".", "")), 0n);
}
