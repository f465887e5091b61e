import { type Money, subtractMoney, sumMoney } from "../money/index.ts";
import type { Penalty, PenaltyCollection } from "./penalty.ts";

type Imposed = Extract<Penalty, { state: "imposed" }>;

/** Where an imposed penalty stands: `amount = setOff + bond + paid + waived + open`, in yuan. */
export interface PenaltyStanding {
  readonly amount: Money;
  readonly setOff: Money;
  readonly bond: Money;
  readonly paid: Money;
  readonly waived: Money;
  readonly open: Money;
}

export function standingOfPenalty({ amount, collections }: Imposed): PenaltyStanding {
  const live = collections.filter(({ revoked }) => revoked === undefined);
  const sumOf = (way: PenaltyCollection["way"]) =>
    sumMoney(live.filter((each) => each.way === way).map((each) => each.amount));
  const open = subtractMoney(amount, sumMoney(live.map((each) => each.amount)));
  return {
    amount,
    setOff: sumOf("setOff"),
    bond: sumOf("bond"),
    paid: sumOf("paid"),
    waived: sumOf("waived"),
    open,
  };
}

/** Whether a penalty stands: proposed or imposed, neither turned down nor taken back. */
export function isLivePenalty({ state }: Pick<Penalty, "state">): boolean {
  return state === "proposed" || state === "imposed";
}
