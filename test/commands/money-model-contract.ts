import type { ContractTerms } from "@luyue/core/contract";
import {
  amendContract,
  closeContract,
  endContract,
  reopenContract,
  resumeContract,
} from "@luyue/usecases/contract";
import { recordEvent, withdrawEvent } from "@luyue/usecases/event";
import {
  type Agreed,
  agreedNow,
  amountsOf,
  everyLine,
  isUnderWay,
  lineOf,
  type Model,
  openDeductions,
  refundOwed,
  sum,
  toMoney,
} from "./money-model.ts";
import {
  askedBy,
  at,
  type Choice,
  dayAt,
  type Plan,
  refusalOf,
  sizeOf,
  verbOf,
  type Who,
} from "./money-model-step.ts";
import { termsOf } from "./seed.ts";

const verbs = {
  amend: verbOf(amendContract),
  end: verbOf(endContract),
  resume: verbOf(resumeContract),
  close: verbOf(closeContract),
  reopen: verbOf(reopenContract),
  record: verbOf(recordEvent),
  withdraw: verbOf(withdrawEvent),
};
const managers: readonly Who[] = ["manager", "chief"];
const recorders: readonly Who[] = ["manager", "finance", "chief", "acceptor"];

/** The contract as it was signed: 35 % of 100 000.01, 40 000.00, and the rest. */
export const signedAgreement: Agreed = { from: "", total: 10_000_001n, rate: 35n, fixed: 4_000_000n };

/** The terms of the model's contract: every payment open from signing, each after its invoices. */
export function modelTerms({ total, rate, fixed }: Omit<Agreed, "from">): ContractTerms {
  const due = { rule: "from", anchor: { anchor: "event", event: "signed" } } as const;
  const invoiced = { gate: "invoiceReceived" } as const;
  const tranche = (key: string, number: number) => ({ key, title: { zh: `第${number}笔` }, due });
  return termsOf("NO 1", {
    price: { total: toMoney(total) },
    tranches: [
      { ...tranche("t1", 1), amount: { amount: "rate", rate: `${rate}%` }, gates: [invoiced] },
      { ...tranche("t2", 2), amount: { amount: "fixed", value: toMoney(fixed) }, gates: [invoiced] },
      { ...tranche("t3", 3), amount: { amount: "remainder" }, gates: [invoiced, { gate: "satisfied" }] },
    ],
  });
}

/** From today on: up to a sixth more or less in all, and another share of each payment. */
export const planAmend: Plan = (model, choice) => {
  const who = askedBy(choice, managers);
  const before = agreedNow(model);
  const next = proposalOf(choice);
  const from = choice.aim
    ? model.today
    : { earlier: "2026-04-30", tomorrow: model.today, today: model.today }[choice.day];
  const despite = choice.flag ? { despite: "双方已协商一致" } : {};
  const added = addedBy([...model.versions, { ...next, from }]);
  const tooMuch = added * 10n > signedAgreement.total && added !== addedBy(model.versions);
  return {
    verb: verbs.amend,
    who,
    input: { terms: modelTerms(next), from, reason: "补充协议", ...despite },
    refusal: refusalOf(who, managers, [
      [model.status !== "active", "conflict"],
      [from < before.from, "invalid"],
      [amountsOf(next).t3 < 0n, "invalid"],
      [tooMuch && !choice.flag, "conflict"],
    ]),
    answer: { termsVersion: model.versions.length + 1 },
    apply: () => model.versions.push({ ...next, from }),
  };
};

function proposalOf({ share, pick, size }: Choice): Omit<Agreed, "from"> {
  const total = 8_300_000n + BigInt(share) * 33_333n;
  const rate = at([10n, 35n, 50n], pick);
  const most = total - amountsOf({ total, rate, fixed: 0n }).t1;
  // A remainder of nothing may be agreed as well, but none below.
  const parts = { all: most, part: 4_000_000n, over: most + 1n, none: 0n };
  return { total, rate, fixed: parts[size] };
}

/** What supplements have added; what others took away gives no room back. */
function addedBy(versions: readonly Agreed[]): bigint {
  return sum(
    versions.map(({ total }, index) => {
      const earlier = versions[index - 1]?.total ?? total;
      return total > earlier ? total - earlier : 0n;
    }),
  );
}

export const planEnd: Plan = (model, choice) => {
  const who = askedBy(choice, managers);
  const { total } = agreedNow(model);
  const price = choice.size === "none" && choice.flag ? undefined : sizeOf(choice, total);
  const days = { today: 0, earlier: -1, tomorrow: choice.aim ? 0 : 1 };
  const on = dayAt(model.now, days[choice.day]);
  const owed = price === undefined ? 0n : refundOwed({ ...model, ended: { on, price } });
  return {
    verb: verbs.end,
    who,
    input: { on, reason: "协商终止", ...(price === undefined ? {} : { price: toMoney(price) }) },
    refusal: refusalOf(who, managers, [
      [model.status !== "active", "conflict"],
      [model.payments.some(isUnderWay), "conflict"],
      [on > model.today, "invalid"],
      [price === undefined || price > total, "invalid"],
    ]),
    answer: { status: "terminated", price: toMoney(price ?? 0n), refundOwed: toMoney(owed) },
    apply: () => {
      model.status = "terminated";
      model.ended = { on, price: price ?? 0n };
    },
  };
};

export const planResume: Plan = (model, choice) => {
  const who = askedBy(choice, managers);
  const settling = model.payments.some(
    ({ of, state }) => of === "settlement" && state !== "rejected" && state !== "withdrawn",
  );
  return {
    verb: verbs.resume,
    who,
    input: { reason: "登记有误" },
    refusal: refusalOf(who, managers, [
      [model.status !== "terminated", "conflict"],
      [
        model.invoices.some(
          ({ of, state }) => of === "settlement" && (state === "submitted" || state === "accepted"),
        ),
        "conflict",
      ],
      [settling, "conflict"],
    ]),
    answer: { status: "active" },
    apply: () => {
      model.status = "active";
      model.ended = undefined;
    },
  };
};

/** With a reason always; without one only when nothing of the money is open. */
export const planClose: Plan = (model, choice) => {
  const who = askedBy(choice, managers);
  return {
    verb: verbs.close,
    who,
    input: choice.flag ? { reason: "另行处理" } : {},
    refusal: refusalOf(who, managers, [
      [model.status === "closed", "conflict"],
      [!choice.flag && isAnythingOpen(model), "conflict"],
    ]),
    answer: { status: "closed" },
    apply: () => {
      model.status = "closed";
    },
  };
};

function isAnythingOpen(model: Model): boolean {
  const lines = everyLine.map((of) => lineOf(model, of));
  // After an early end it is the price of the work done that says what was paid too much.
  const agreed = lines.filter(({ of }) => model.ended === undefined || of === "settlement");
  return (
    lines.some(({ rest }) => rest > 0n) ||
    agreed.some(({ overpaid }) => overpaid > 0n) ||
    refundOwed(model) > 0n ||
    openDeductions(model).length > 0 ||
    model.payments.some(isUnderWay) ||
    model.invoices.some(({ state }) => state === "submitted") ||
    model.deductions.some(({ state }) => state === "proposed")
  );
}

export const planReopen: Plan = (model, choice) => {
  const who = askedBy(choice, managers);
  const status = model.ended === undefined ? "active" : "terminated";
  return {
    verb: verbs.reopen,
    who,
    input: { reason: "尚有未了事项" },
    refusal: refusalOf(who, managers, [[model.status !== "closed", "conflict"]]),
    answer: { status },
    apply: () => {
      model.status = status;
    },
  };
};

/** The gate of the last payment opens: the buyer is satisfied. */
export const planSatisfied: Plan = (model, choice) => {
  const who = askedBy(choice, recorders);
  return {
    verb: verbs.record,
    who,
    input: { event: { kind: "satisfied", of: "t3", on: model.today } },
    refusal: refusalOf(who, recorders, [
      [model.status === "closed", "conflict"],
      [model.satisfied !== undefined, "invalid"],
    ]),
    answer: {},
    apply: (id) => {
      model.satisfied = id;
      model.satisfiedOn = model.today;
    },
  };
};

/** And closes again, which undoes nothing that has been paid. */
export const planDissatisfied: Plan = (model, choice) => {
  const who = askedBy(choice, recorders);
  return {
    verb: verbs.withdraw,
    who,
    input: { eventId: model.satisfied ?? "evt_zzzzzzzzzz", reason: "登记有误" },
    refusal: refusalOf(who, recorders, [
      [model.satisfied === undefined, "notFound"],
      [model.status === "closed", "conflict"],
    ]),
    answer: {},
    apply: () => {
      model.satisfied = undefined;
    },
  };
};
