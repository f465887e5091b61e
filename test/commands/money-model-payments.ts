import {
  approvePayment,
  recordPayment,
  refundPayment,
  rejectPayment,
  requestPayment,
  reversePayment,
  withdrawPayment,
} from "@luyue/usecases/payment";
import {
  everyLine,
  isPayable,
  isThere,
  isUnderWay,
  lineOf,
  type Of,
  type Model,
  type ModelPayment,
  type ModelSetOff,
  openDeductions,
  planOf,
  sum,
  toMoney,
  weightOf,
} from "./money-model.ts";
import {
  askedBy,
  type Choice,
  decidedBy,
  dayAt,
  oneOf,
  people,
  type Plan,
  refusalOf,
  sizeOf,
  type Step,
  verbOf,
  type Who,
} from "./money-model-step.ts";

const verbs = {
  request: verbOf(requestPayment),
  approve: verbOf(approvePayment),
  reject: verbOf(rejectPayment),
  withdraw: verbOf(withdrawPayment),
  pay: verbOf(recordPayment),
  reverse: verbOf(reversePayment),
  refund: verbOf(refundPayment),
};
const askers: readonly Who[] = ["manager", "finance", "chief"];
const payers: readonly Who[] = ["finance", "chief"];

export const planRequest: Plan = (model, choice) => {
  const who = askedBy(choice, askers);
  const of = oneOf(choice, [choice.of, ...everyLine], (each) => canAsk(model, each)) ?? choice.of;
  const { setOffs, payable } = planOf(model, of);
  // Left out, it is all that is payable.
  const given = choice.size === "all" && choice.flag ? undefined : sizeOf(choice, payable);
  const amount = given ?? payable;
  return {
    verb: verbs.request,
    who,
    input: { of, ...(given === undefined ? {} : { amount: toMoney(given) }) },
    refusal: refusalOf(who, askers, [
      [model.status === "closed", "conflict"],
      [!isThere(model, of), "invalid"],
      [model.payments.some((each) => each.of === of && isUnderWay(each)), "conflict"],
      [!isPayable(model, of), "conflict"],
      [amount > payable, "invalid"],
      [amount === 0n && (payable > 0n || setOffs.length === 0), "invalid"],
    ]),
    answer: { state: "requested", amount: toMoney(amount), setOffs: setOffs.map(written) },
    apply: (id) =>
      model.payments.push({
        id,
        of,
        amount,
        setOffs,
        by: people[who].id,
        state: "requested",
        refunds: [],
        requestedAt: model.now,
        requestedOn: model.today,
      }),
  };
};

function canAsk(model: Model, of: ModelPayment["of"]): boolean {
  return isPayable(model, of) && !model.payments.some((each) => each.of === of && isUnderWay(each));
}

/** What was asked for has to be owed still: as much of it, and with every deduction that has been approved since. */
export const planApprove: Plan = (model, choice) => {
  const payment = paymentFor(model, choice, ["requested"]);
  const who = decidedBy(choice, askers, payment?.by);
  return stepOf(model, payment, {
    verb: verbs.approve,
    who,
    allowed: askers,
    from: ["requested"],
    next: "approved",
    reasons:
      payment === undefined
        ? []
        : [
            [payment.by === people[who].id, "forbidden"],
            [!isThere(model, payment.of), "conflict"],
            [!isPayable(model, payment.of), "conflict"],
            [weightOf(payment) > lineOf(model, payment.of).rest, "conflict"],
            [payment.amount > 0n && openDeductions(model).length > 0, "conflict"],
          ],
    apply: (each) => {
      each.approvedAt = model.now;
    },
  });
};

export const planReject: Plan = (model, choice) =>
  stepOf(model, paymentFor(model, choice, ["requested"]), {
    verb: verbs.reject,
    who: askedBy(choice, askers),
    allowed: askers,
    from: ["requested"],
    next: "rejected",
    more: { reason: "资料不全" },
  });

export const planWithdraw: Plan = (model, choice) =>
  stepOf(model, paymentFor(model, choice, ["requested", "approved"]), {
    verb: verbs.withdraw,
    who: askedBy(choice, askers),
    allowed: askers,
    from: ["requested", "approved"],
    next: "withdrawn",
    more: { reason: "重新申请" },
  });

/** The bank has paid what was approved; it has to be due still. */
export const planPay: Plan = (model, choice) => {
  const payment = paymentFor(model, choice, ["approved"]);
  const right = payment?.amount ?? 100n;
  const wrong = choice.flag && choice.share % 4 === 0 ? right + 1n : sizeOf(choice, right);
  const amount = choice.size === "over" || choice.flag || !choice.aim ? wrong : right;
  const on = paidOn(model, choice, payment);
  return stepOf(model, payment, {
    verb: verbs.pay,
    who: askedBy(choice, payers),
    allowed: payers,
    from: ["approved"],
    next: "paid",
    more: { on, amount: toMoney(amount), voucher: "凭证1" },
    reasons:
      payment === undefined
        ? []
        : [
            [!isThere(model, payment.of), "conflict"],
            [on > model.today || on < firstDayOf(model, payment.of), "invalid"],
            [amount !== payment.amount, "invalid"],
            [!isPayable(model, payment.of), "conflict"],
            [weightOf(payment) > lineOf(model, payment.of).rest, "conflict"],
          ],
    apply: (each) => {
      each.paidAt = model.now;
      each.paidOn = on;
    },
  });
};

/** What a payment hangs on was there before it was made. */
function firstDayOf(model: Model, of: Of): string {
  if (of === "settlement") return model.ended?.on ?? "";
  const satisfied = of === "t3" ? (model.satisfiedOn ?? "") : "";
  const covered = coveredOn(model, of);
  return covered > satisfied ? covered : satisfied;
}

/** The day on which the invoices that were accepted came to the whole amount. */
function coveredOn(model: Model, of: Of): string {
  let rest = lineOf(model, of).amount;
  const accepted = model.invoices.filter((each) => each.of === of && each.state === "accepted");
  for (const { receivedOn, amount } of accepted.toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1))) {
    rest -= amount;
    if (rest <= 0n) return receivedOn;
  }
  return "";
}

function paidOn(model: Model, { day, aim }: Choice, payment: ModelPayment | undefined): string {
  if (day === "tomorrow") return aim ? model.today : dayAt(model.now, 1);
  return day === "earlier" ? (payment?.requestedOn ?? model.today) : model.today;
}

export const planReverse: Plan = (model, choice) => {
  const payment = paymentFor(model, choice, ["paid"]);
  return stepOf(model, payment, {
    verb: verbs.reverse,
    who: askedBy(choice, payers),
    allowed: payers,
    from: ["paid"],
    next: "requested",
    more: { reason: "登记有误" },
    reasons: [
      [payment !== undefined && payment.refunds.length > 0, "conflict"],
      [model.payments.some((each) => each.of === payment?.of && isUnderWay(each)), "conflict"],
    ],
  });
};

/** Something came back, on the day of the payment or later; together never more than was paid. */
export const planRefund: Plan = (model, choice) => {
  const payment = paymentFor(model, choice, ["paid"]);
  const kept = payment === undefined ? 100n : payment.amount - sum(payment.refunds);
  const amount = sizeOf(choice, kept);
  const { day, aim } = choice;
  const tooEarly = dayAt(Date.parse(payment?.paidOn ?? model.today), -1);
  const odd = { earlier: tooEarly, tomorrow: dayAt(model.now, 1), today: model.today }[day];
  const on = aim ? model.today : odd;
  return stepOf(model, payment, {
    verb: verbs.refund,
    who: askedBy(choice, payers),
    allowed: payers,
    from: ["paid"],
    next: "paid",
    more: { on, amount: toMoney(amount), reason: "多付" },
    reasons: [
      [on > model.today || on < (payment?.paidOn ?? on), "invalid"],
      [amount === 0n || amount > kept, "invalid"],
    ],
    apply: (each) => each.refunds.push(amount),
  });
};

function paymentFor(
  model: Model,
  choice: Choice,
  states: readonly ModelPayment["state"][],
): ModelPayment | undefined {
  return oneOf(choice, model.payments, ({ state }) => states.includes(state));
}

interface Decision extends Pick<Step, "verb" | "who"> {
  readonly allowed: readonly Who[];
  readonly from: readonly ModelPayment["state"][];
  readonly next: ModelPayment["state"];
  readonly more?: Readonly<Record<string, unknown>>;
  readonly reasons?: Parameters<typeof refusalOf>[2];
  readonly apply?: (payment: ModelPayment) => void;
}

function stepOf(
  model: Model,
  payment: ModelPayment | undefined,
  { verb, who, allowed, from, next, more = {}, reasons = [], apply }: Decision,
): Step {
  return {
    verb,
    who,
    input: { paymentId: payment?.id ?? "pay_zzzzzzzzzz", ...more },
    refusal: refusalOf(who, allowed, [
      [model.status === "closed", "conflict"],
      [payment === undefined, "notFound"],
      [payment !== undefined && !from.includes(payment.state), "conflict"],
      ...reasons,
    ]),
    answer:
      payment === undefined
        ? {}
        : {
            id: payment.id,
            state: next,
            amount: toMoney(payment.amount),
            setOffs: payment.setOffs.map(written),
          },
    apply: () => {
      if (payment === undefined) return;
      payment.state = next;
      apply?.(payment);
    },
  };
}

export function written({ deductionId, title, amount }: ModelSetOff) {
  return { deductionId, title, amount: toMoney(amount) };
}
