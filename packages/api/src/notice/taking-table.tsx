/** @jsxImportSource hono/jsx */
import { formatMoney } from "@luyue/core/money";
import type { PenaltyCollection } from "@luyue/core/penalty";
import { paperDay, paperInstant } from "../paper/index.ts";
import type { NoticePart } from "./render-notice.tsx";

/** How an imposed penalty is taken, each with its grounds, and what is still open. */
export function TakingTable({ notice, language, words }: NoticePart) {
  const { penalty, standing } = notice;
  if (penalty.state !== "imposed" || standing === undefined) return <p>{words.notTaken}</p>;
  const live = penalty.collections.filter(({ revoked }) => revoked === undefined);
  if (live.length === 0) return <p>{words.notTaken}</p>;
  return (
    <table>
      <thead>
        <tr>
          {words.takenHead.map((head) => (
            <th>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {live.map((taken) => (
          <tr>
            <td>{words.ways[taken.way]}</td>
            <td class="number">
              {taken.way === "paid" ? paperDay(taken.on, language) : paperInstant(taken.by.at, language)}
            </td>
            <td>{taken.by.name}</td>
            <td>{groundsOf(taken, { notice, language, words })}</td>
            <td class="figure">{formatMoney(taken.amount)}</td>
          </tr>
        ))}
        <tr class="total">
          <td colspan={4}>{words.open}</td>
          <td class="figure">{formatMoney(standing.open)}</td>
        </tr>
        <tr class="total">
          <td colspan={4}>{words.imposedInAll}</td>
          <td class="figure">{formatMoney(standing.amount)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function groundsOf(taken: PenaltyCollection, { notice, language, words }: NoticePart): string {
  switch (taken.way) {
    case "paid":
      return taken.document;
    case "waived":
      return taken.reason;
    case "bond":
      return notice.bonds.get(taken.bondId) ?? "";
    case "setOff": {
      const payments = notice.setOffIn.get(taken.deductionId) ?? [];
      return payments.length === 0
        ? words.nextPayment
        : payments.map((title) => title[language]).join(language === "zh" ? "、" : ", ");
    }
  }
}
