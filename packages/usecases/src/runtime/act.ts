import { DomainError } from "@luyue/core/error";
import type { Evidence } from "@luyue/core/event";
import type { Act, Side } from "@luyue/core/party";
import type { CommandContext } from "./define-command.ts";
import { invalidAt } from "./refusals.ts";

/** Who does something now, by name. */
export function actOf({ actor, runtime }: Pick<CommandContext, "actor" | "runtime">): Act {
  return { actorId: actor.id, name: actor.name, at: runtime.now() };
}

/** The side that somebody acts for: the vendor's people for theirs, everybody else for the buyer. */
export function sideOf({ actor }: Pick<CommandContext, "actor">): Side {
  return actor.kind === "partner" ? "vendor" : "buyer";
}

/** What somebody asked for or proposed is for somebody else to approve. Throws `forbidden`. */
export function demandOther(before: Act, { actor }: Pick<CommandContext, "actor">): void {
  if (before.actorId !== actor.id) return;
  throw new DomainError("forbidden", {
    zh: "不能审批本人提出的申请",
    en: "what you have asked for yourself is for somebody else to decide",
  });
}

/** What the agency enters in the vendor's name names the paper: a file or a number. Throws `invalid` at `/evidence`. */
export function demandPaper(evidence: readonly Evidence[]): void {
  if (evidence.some(({ file, document }) => file !== undefined || document !== undefined)) return;
  throw invalidAt("/evidence", {
    zh: "登记乙方的纸质答复须附文件或文号",
    en: "name the file or the number of the paper that the vendor has answered by",
  });
}
