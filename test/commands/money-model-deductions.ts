import {
  approveDeduction,
  proposeDeduction,
  rejectDeduction,
  withdrawDeduction,
} from "@luyue/usecases/deduction";
import { agreedNow, isTaken, type Model, type ModelDeduction, toMoney } from "./money-model.ts";
import {
  askedBy,
  type Choice,
  decidedBy,
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
  propose: verbOf(proposeDeduction),
  approve: verbOf(approveDeduction),
  reject: verbOf(rejectDeduction),
  withdraw: verbOf(withdrawDeduction),
};
const proposers: readonly Who[] = ["manager", "finance", "chief", "acceptor"];
const deciders: readonly Who[] = ["manager", "finance", "chief"];

/** Of any size: small ones, and such as no payment can take whole. */
export const planPropose: Plan = (model, choice) => {
  const who = askedBy(choice, proposers);
  const { total } = agreedNow(model);
  const amount = sizeOf(choice, choice.flag ? total / 2n : total / 20n);
  const title = `扣款${model.deductions.length + 1}`;
  return {
    verb: verbs.propose,
    who,
    input: { title, reason: "服务中断", amount: toMoney(amount) },
    refusal: refusalOf(who, proposers, [
      [model.status === "closed", "conflict"],
      [amount === 0n, "invalid"],
    ]),
    answer: { state: "proposed", amount: toMoney(amount) },
    apply: (id) => model.deductions.push({ id, title, amount, by: people[who].id, state: "proposed" }),
  };
};

export const planApprove: Plan = (model, choice) => {
  const deduction = deductionFor(model, choice, ["proposed"]);
  const who = decidedBy(choice, deciders, deduction?.by);
  return stepOf(model, deduction, {
    verb: verbs.approve,
    who,
    from: ["proposed"],
    next: "approved",
    reasons: [[deduction?.by === people[who].id, "forbidden"]],
  });
};

export const planReject: Plan = (model, choice) =>
  stepOf(model, deductionFor(model, choice, ["proposed"]), {
    verb: verbs.reject,
    who: askedBy(choice, deciders),
    from: ["proposed"],
    next: "rejected",
    reasons: [],
  });

/** Not once a payment that stands has taken of it; an approved one not by its proposer. */
export const planWithdraw: Plan = (model, choice) => {
  const deduction = deductionFor(model, choice, ["proposed", "approved"]);
  const who = askedBy(choice, deciders);
  return stepOf(model, deduction, {
    verb: verbs.withdraw,
    who,
    from: ["proposed", "approved"],
    next: "withdrawn",
    reasons: [
      [deduction?.state === "approved" && deduction.by === people[who].id, "forbidden"],
      [deduction !== undefined && isTaken(model, deduction.id), "conflict"],
    ],
  });
};

function deductionFor(
  model: Model,
  choice: Choice,
  states: readonly ModelDeduction["state"][],
): ModelDeduction | undefined {
  return oneOf(choice, model.deductions, ({ state }) => states.includes(state));
}

interface Decision extends Pick<Step, "verb" | "who"> {
  readonly from: readonly ModelDeduction["state"][];
  readonly next: ModelDeduction["state"];
  readonly reasons: Parameters<typeof refusalOf>[2];
}

function stepOf(
  model: Model,
  deduction: ModelDeduction | undefined,
  { verb, who, from, next, reasons }: Decision,
): Step {
  const reason = next === "approved" ? {} : { reason: "不成立" };
  return {
    verb,
    who,
    input: { deductionId: deduction?.id ?? "ded_zzzzzzzzzz", ...reason },
    refusal: refusalOf(who, deciders, [
      [model.status === "closed", "conflict"],
      [deduction === undefined, "notFound"],
      [deduction !== undefined && !from.includes(deduction.state), "conflict"],
      ...reasons,
    ]),
    answer:
      deduction === undefined ? {} : { id: deduction.id, state: next, amount: toMoney(deduction.amount) },
    apply: () => {
      if (deduction === undefined) return;
      deduction.state = next;
      if (next === "approved") deduction.decidedAt = model.now;
    },
  };
}
