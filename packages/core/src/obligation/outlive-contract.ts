import { extraPayments } from "../contract/index.ts";
import { eventDate } from "../event/index.ts";
import { addMoney } from "../money/index.ts";
import type { DeriveContext } from "./create-context.ts";
import type { Obligation } from "./obligation.ts";

/** What goes on after a contract is over: secrecy and the hand-back of data (民法典 558). */
export function outlivesContract({ kind }: Pick<Obligation, "kind">): boolean {
  return kind === "secrecy" || kind === "handBack";
}

/**
 * After an early end only what survives the contract is owed, and what is left to pay (民法典 567). A tranche that was
 * paid in part is done with that, for the settlement has taken the rest of it.
 */
export function endEarly(
  obligations: readonly Obligation[],
  { log }: Pick<DeriveContext, "log">,
): readonly Obligation[] {
  const ended = log.first("ended", undefined);
  if (ended === undefined) return obligations;
  const fulfilment = { eventId: ended.id, on: eventDate(ended) };
  return obligations.flatMap((obligation) => {
    const { key, balance } = obligation;
    if (obligation.fulfilment !== undefined || outlivesContract(obligation) || extra.has(key)) {
      return [obligation];
    }
    const begun = balance !== undefined && balance.movements.length > 0;
    return begun ? [{ ...obligation, waitingFor: [], fulfilment }] : [];
  });
}

const extra: ReadonlySet<string> = new Set(extraPayments.map((of) => `payment.${of}`));

/** What is left of a contract's obligations once it is closed: of a payment what was paid, the rest of it is released. */
export function closeObligations(obligations: readonly Obligation[]): readonly Obligation[] {
  return obligations.flatMap((obligation) => {
    const { fulfilment, balance } = obligation;
    if (fulfilment !== undefined || outlivesContract(obligation)) return [obligation];
    const last = balance?.movements.at(-1);
    if (balance === undefined || last === undefined) return [];
    const given = { ...balance, released: addMoney(balance.released, balance.rest), rest: "0.00" };
    const done = { eventId: last.eventId, on: last.on };
    return [{ ...obligation, waitingFor: [], balance: given, fulfilment: done }];
  });
}
