import type { Balance } from "../ledger/index.ts";
import { addMoney, subtractMoney } from "../money/index.ts";
import type { Obligation } from "../obligation/index.ts";
import type { PlannedPayment } from "./budget-report.ts";

const zero = "0.00";
const closedGate = {
  event: "fundsAppropriated",
  holder: "buyer",
  label: { zh: "财政资金到位", en: "fiscal funds appropriated" },
} as const;

type SampleTerms = Partial<Pick<Obligation, "dueOn" | "fiscalYear" | "amount" | "fulfilment" | "balance">>;

/** A payment of contract `contractId`, without a balance unless one is given. */
export function samplePayment(contractId: string, terms: SampleTerms, gate?: "closed"): PlannedPayment {
  return {
    contractId,
    contractNumber: `N-${contractId}`,
    contractName: `合同 ${contractId}`,
    vendorName: "示例公司",
    obligation: {
      key: "payment.t1",
      kind: "payment",
      shape: "single",
      title: { zh: "付款", en: "payment" },
      debtor: "buyer",
      waitingFor: gate === undefined ? [] : [closedGate],
      explanation: { steps: [], provisionalYears: [] },
      fulfilledBy: [],
      ...terms,
    },
  };
}

/** A balance with the rest that its other figures leave. */
export function sampleBalance(amount: string, over: Partial<Omit<Balance, "amount" | "rest">> = {}): Balance {
  const { paid = zero, refunded = zero, deducted = zero, released = zero, overpaid = zero } = over;
  const settled = addMoney(subtractMoney(paid, refunded), addMoney(deducted, released));
  return {
    amount,
    paid,
    refunded,
    deducted,
    released,
    overpaid,
    rest: subtractMoney(addMoney(amount, overpaid), settled),
    invoiced: zero,
    movements: over.movements ?? [],
  };
}
