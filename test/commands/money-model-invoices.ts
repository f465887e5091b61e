import {
  acceptInvoice,
  rejectInvoice,
  revokeInvoice,
  submitInvoice,
  withdrawInvoice,
} from "@luyue/usecases/invoice";
import {
  everyLine,
  isNumberInUse,
  isThere,
  lineOf,
  type Model,
  type ModelInvoice,
  type ModelPayment,
  toMoney,
  uncoveredOf,
} from "./money-model.ts";
import {
  askedBy,
  at,
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

/** Few, so that they come again: taken, and given back. */
export const numbers = [
  "1100233130-24117001",
  "1100233130-24117002",
  "1100233130-24117003",
  "1100233130-24117004",
  "1100233130-24117005",
  "1100233130-24117006",
];
const verbs = {
  submit: verbOf(submitInvoice),
  accept: verbOf(acceptInvoice),
  reject: verbOf(rejectInvoice),
  withdraw: verbOf(withdrawInvoice),
  revoke: verbOf(revokeInvoice),
};
const submitters: readonly Who[] = ["manager", "finance", "chief", "vendor"];
const checkers: readonly Who[] = ["finance", "chief"];

export const planSubmit: Plan = (model, choice) => {
  const who = askedBy(choice, submitters);
  const side = who === "vendor" ? "vendor" : "buyer";
  const of = oneOf(choice, [choice.of, ...everyLine], (each) => canInvoice(model, each)) ?? choice.of;
  const uncovered = isThere(model, of) ? uncoveredOf(model, of) : 100n;
  const amount = sizeOf(choice, uncovered);
  const free = numbers.find((each) => !isNumberInUse(model, each)) ?? at(numbers, choice.pick);
  const number = choice.aim ? free : at(numbers, choice.pick);
  const dated = choice.flag && !(choice.aim && side === "vendor");
  const receivedOn = choice.day === "tomorrow" && !choice.aim ? dayAt(model.now, 1) : model.today;
  return {
    verb: verbs.submit,
    who,
    input: {
      of,
      number,
      amount: toMoney(amount),
      issuedOn: "2026-05-20",
      ...(dated ? { receivedOn } : {}),
    },
    refusal: refusalOf(who, submitters, [
      [model.status === "closed", "conflict"],
      [!isThere(model, of), "invalid"],
      [model.status === "terminated" && of !== "settlement", "invalid"],
      [amount === 0n || amount > uncovered, "invalid"],
      [dated && side === "vendor", "invalid"],
      [dated && receivedOn > model.today, "invalid"],
      [isNumberInUse(model, number), "invalid"],
    ]),
    answer: {
      of,
      number,
      amount: toMoney(amount),
      state: "submitted",
      missing: toMoney(fit(uncovered, amount)),
    },
    apply: (id) =>
      model.invoices.push({
        id,
        of,
        number,
        amount,
        receivedOn: dated ? receivedOn : model.today,
        by: people[who].id,
        side,
        state: "submitted",
      }),
  };
};

function canInvoice(model: Model, of: ModelInvoice["of"]): boolean {
  const open = model.status === "active" || of === "settlement";
  return open && isThere(model, of) && uncoveredOf(model, of) > 0n;
}

/** What is left, where it is not refused. */
function fit(uncovered: bigint, amount: bigint): bigint {
  return amount > uncovered ? 0n : uncovered - amount;
}

export const planAccept: Plan = (model, choice) => {
  const invoice = invoiceFor(model, choice, "submitted");
  const who = decidedBy(choice, checkers, invoice?.by);
  const ownWork = invoice?.by === people[who].id;
  return stepOf(model, invoice, {
    verb: verbs.accept,
    who,
    allowed: checkers,
    wanted: "submitted",
    next: "accepted",
    reasons: [
      [ownWork, "forbidden"],
      [invoice !== undefined && !stillFits(model, invoice), "conflict"],
    ],
  });
};

/** Never more invoices than the payment comes to, also where it has become less since. */
function stillFits(model: Model, { of, amount }: ModelInvoice): boolean {
  if (!isThere(model, of)) return false;
  const line = lineOf(model, of);
  return line.invoiced + amount <= line.amount;
}

export const planReject: Plan = (model, choice) =>
  stepOf(model, invoiceFor(model, choice, "submitted"), {
    verb: verbs.reject,
    who: askedBy(choice, checkers),
    allowed: checkers,
    wanted: "submitted",
    next: "rejected",
    reasons: [],
  });

export const planWithdraw: Plan = (model, choice) => {
  const invoice = invoiceFor(model, choice, "submitted");
  const who = askedBy(choice, submitters);
  return stepOf(model, invoice, {
    verb: verbs.withdraw,
    who,
    allowed: submitters,
    wanted: "submitted",
    next: "withdrawn",
    reasons: [[who === "vendor" && invoice?.side === "buyer", "forbidden"]],
  });
};

export const planRevoke: Plan = (model, choice) => {
  const invoice = invoiceFor(model, choice, "accepted");
  return stepOf(model, invoice, {
    verb: verbs.revoke,
    who: askedBy(choice, checkers),
    allowed: checkers,
    wanted: "accepted",
    next: "rejected",
    reasons: [[invoice !== undefined && restsOn(model, invoice), "conflict"]],
  });
};

/** Whether anything has been done for a payment that still stands, since the invoice opened its gate. */
function restsOn({ payments }: Model, { of, acceptedAt = 0 }: ModelInvoice): boolean {
  return payments.some((each) => each.of === of && stepsOf(each).some((when) => when >= acceptedAt));
}

function stepsOf({ state, requestedAt, approvedAt = 0, paidAt = 0 }: ModelPayment): number[] {
  if (state === "requested") return [requestedAt];
  if (state === "approved") return [requestedAt, approvedAt];
  return state === "paid" ? [requestedAt, approvedAt, paidAt] : [];
}

function invoiceFor(model: Model, choice: Choice, state: ModelInvoice["state"]): ModelInvoice | undefined {
  return oneOf(choice, model.invoices, (each) => each.state === state);
}

interface Decision extends Pick<Step, "verb" | "who"> {
  readonly allowed: readonly Who[];
  readonly wanted: ModelInvoice["state"];
  readonly next: ModelInvoice["state"];
  readonly reasons: Parameters<typeof refusalOf>[2];
}

function stepOf(
  model: Model,
  invoice: ModelInvoice | undefined,
  { verb, who, allowed, wanted, next, reasons }: Decision,
): Step {
  const reason = next === "accepted" ? {} : { reason: "发票有误" };
  return {
    verb,
    who,
    input: { invoiceId: invoice?.id ?? "inv_zzzzzzzzzz", ...reason },
    refusal: refusalOf(who, allowed, [
      [model.status === "closed", "conflict"],
      [invoice === undefined, "notFound"],
      [invoice?.state !== wanted, "conflict"],
      ...reasons,
    ]),
    answer: invoice === undefined ? {} : { id: invoice.id, amount: toMoney(invoice.amount), state: next },
    apply: () => {
      if (invoice === undefined) return;
      invoice.state = next;
      if (next === "accepted") invoice.acceptedAt = model.now;
    },
  };
}
