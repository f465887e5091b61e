import fc from "fast-check";
import * as contract from "./money-model-contract.ts";
import * as deductions from "./money-model-deductions.ts";
import * as invoices from "./money-model-invoices.ts";
import { everyLine, type Model } from "./money-model.ts";
import * as payments from "./money-model-payments.ts";
import { perform, type Real, repeat, wait } from "./money-model-real.ts";
import type { Choice, Plan, Who } from "./money-model-step.ts";

type ModelCommand = fc.AsyncCommand<Model, Real>;

const who: fc.Arbitrary<Who> = fc.constantFrom(
  ...(["manager", "finance", "chief", "manager", "finance", "acceptor", "vendor"] as const),
);
const choices: fc.Arbitrary<Choice> = fc.record({
  aim: fc.constantFrom(true, true, true, true, false),
  who,
  of: fc.constantFrom(...everyLine),
  pick: fc.nat({ max: 11 }),
  size: fc.constantFrom("all", "all", "all", "part", "part", "part", "over", "none"),
  share: fc.integer({ min: 1, max: 99 }),
  flag: fc.boolean(),
  day: fc.constantFrom("today", "today", "earlier", "tomorrow"),
});

/** One request, or several in a row that belong together, each as the model stands then. */
function requests(name: string, plans: readonly Plan[], among = choices): fc.Arbitrary<ModelCommand> {
  return fc.tuple(...plans.map(() => among)).map((chosen) => ({
    check: (model) => plans.length > 1 || chosen.every((choice) => isWorth(plans[0], model, choice)),
    run: async (model, real) => {
      for (const [index, choice] of chosen.entries()) {
        const plan = plans[index];
        if (plan !== undefined && isWorth(plan, model, choice))
          await perform(plan(model, choice), model, real);
      }
    },
    toString: () => `${name}(${chosen.map((choice) => JSON.stringify(choice)).join(", ")})`,
  }));
}

/** What aims at something that there is not is left out. */
function isWorth(plan: Plan | undefined, model: Model, choice: Choice): boolean {
  return !choice.aim || plan?.(model, choice).refusal !== "notFound";
}

const waiting: fc.Arbitrary<ModelCommand> = fc.constantFrom(1, 90, 26 * 60, 5 * 24 * 60).map((minutes) => ({
  check: () => true,
  run: (model, real) => wait(model, real, minutes),
  toString: () => `wait(${minutes})`,
}));

const repeating: fc.Arbitrary<ModelCommand> = fc
  .record({ pick: fc.nat({ max: 9 }), changed: fc.boolean() })
  .map(({ pick, changed }) => ({
    check: () => true,
    run: (model, real) => repeat(model, real, pick, changed),
    toString: () => `repeat(${pick}, ${changed})`,
  }));

/** Straight ahead: what makes a payment due, and pays it whole or in part. */
const straight = choices.map((choice): Choice => {
  const size = choice.size === "part" ? "part" : "all";
  return { ...choice, aim: true, size };
});
const whole = straight.map((choice): Choice => ({ ...choice, size: "all" }));

const invoicing = [invoices.planSubmit, invoices.planAccept];
const paying = [payments.planRequest, payments.planApprove, payments.planPay];
const deducting = [deductions.planPropose, deductions.planApprove];

const often: readonly fc.Arbitrary<ModelCommand>[] = [
  requests("invoice", invoicing, whole),
  requests("invoice", invoicing, whole),
  requests("payOut", paying, straight),
  requests("payOut", paying, straight),
  requests("invoiceAndPay", [...invoicing, ...paying], whole),
  requests("deduct", deducting, straight),
  requests("request", [payments.planRequest]),
  requests("approve", [payments.planApprove]),
  requests("pay", [payments.planPay]),
  requests("reverse", [payments.planReverse]),
  requests("refund", [payments.planRefund]),
  requests("amend", [contract.planAmend]),
  requests("satisfied", [contract.planSatisfied], straight),
  waiting,
  repeating,
];

export const commands: readonly fc.Arbitrary<ModelCommand>[] = [
  ...often,
  ...often,
  requests("submit", [invoices.planSubmit]),
  requests("accept", [invoices.planAccept]),
  requests("rejectInvoice", [invoices.planSubmit, invoices.planReject]),
  requests("withdrawInvoice", [invoices.planSubmit, invoices.planWithdraw]),
  requests("revoke", [invoices.planRevoke]),
  requests("rejectPayment", [payments.planRequest, payments.planReject]),
  requests("withdrawPayment", [payments.planRequest, payments.planWithdraw]),
  requests("propose", [deductions.planPropose]),
  requests("approveDeduction", [deductions.planApprove]),
  requests("rejectDeduction", [deductions.planPropose, deductions.planReject]),
  requests("withdrawDeduction", [deductions.planWithdraw]),
  requests("end", [contract.planEnd]),
  requests("resume", [contract.planResume]),
  requests("close", [contract.planClose]),
  requests("reopen", [contract.planReopen]),
  requests("reopen", [contract.planReopen]),
  requests("closeAndReopen", [contract.planClose, contract.planReopen]),
  requests("endAndResume", [contract.planEnd, contract.planResume]),
  requests("dissatisfied", [contract.planDissatisfied]),
];
