import { DomainError } from "@luyue/core/error";
import { type Obligation, obligationKindNames, takesSubmissions } from "@luyue/core/obligation";
import type { ContractState } from "../contract/contract.ts";
import { obligationsNow } from "../contract/obligations-now.ts";
import type { CommandContext } from "../runtime/define-command.ts";
import { invalidAt } from "../runtime/refusals.ts";

/**
 * The obligation for which something is handed in, stored or still to come. Throws `invalid` at `/of` where the contract has
 * none or nothing is handed in for it, `conflict` while its series has no dates yet.
 */
export function demandSubmittable(of: string, state: ContractState, context: CommandContext): Obligation {
  const stored = state.obligations.find(({ obligation }) => obligation.key === of)?.obligation;
  const found = stored ?? obligationsNow(state, context).find(({ key }) => key === of);
  if (found === undefined) {
    throw invalidAt("/of", { zh: `本合同没有义务“${of}”`, en: `the contract has no obligation “${of}”` });
  }
  if (!takesSubmissions(found)) {
    const { zh, en } = obligationKindNames[found.kind];
    throw invalidAt("/of", {
      zh: `“${found.title.zh}”属于${zh}，不以提交成果的方式履行`,
      en: `“${found.title.en}” is of the kind ${en}: nothing is handed in for it`,
    });
  }
  if (found.shape === "recurring" && found.fulfilledBy.length === 0) throw notDated(found);
  return found;
}

function notDated({ title, waitingFor }: Obligation): DomainError {
  const zh = waitingFor.map(({ label }) => label.zh).join("、");
  const en = waitingFor.map(({ label }) => label.en).join(", ");
  return new DomainError("conflict", {
    zh: `“${title.zh}”各期尚无日期，尚待：${zh}`,
    en: `the instances of “${title.en}” have no dates yet; they wait for: ${en}`,
  });
}
