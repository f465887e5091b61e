import type { ContractTerms, Tranche } from "../contract/index.ts";
import { isSameJson } from "../text/index.ts";
import { nameElement, type Printers } from "./describe-change.ts";
import { fieldName } from "./field-names.ts";
import type { TermsDifference } from "./terms-difference.ts";

/** Payments whose rule stays and whose sum does not: it follows from another total, base, or payment. */
export function listConsequences(
  before: ContractTerms,
  after: ContractTerms,
  printers: Printers,
): TermsDifference[] {
  const earlier = new Map(before.tranches.map((tranche, at) => [tranche.key, { tranche, at }]));
  return after.tranches.flatMap((tranche, at): TermsDifference[] => {
    const from = earlier.get(tranche.key);
    const was = from === undefined ? undefined : printers.before.amounts[from.at];
    const is = printers.after.amounts[at];
    if (was?.text === undefined || is?.text === undefined || was.sum === is.sum) return [];
    if (!isSameJson(from?.tranche.amount, tranche.amount)) return [];
    return [
      {
        change: "changed",
        place: `/tranches/${at}/amount`,
        ...nameSubject(tranche),
        field: fieldName("amount", "tranches"),
        before: was.text,
        after: is.text,
      },
    ];
  });
}

function nameSubject(tranche: Tranche): Pick<TermsDifference, "subject"> {
  const payment = fieldName("tranches", "");
  const { subject = payment } = nameElement(tranche, { labels: [payment], before: [], after: [] });
  return { subject };
}
