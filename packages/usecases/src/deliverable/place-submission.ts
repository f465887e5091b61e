import { civilDateOf } from "@luyue/core/civil-date";
import { latestVersions, type Submission } from "@luyue/core/deliverable";
import { DomainError } from "@luyue/core/error";
import type { Obligation } from "@luyue/core/obligation";
import { invalidAt } from "../runtime/refusals.ts";

/** Which piece and version something becomes that is handed in now, and the version that it continues. */
interface Place {
  readonly piece: number;
  readonly version: number;
  readonly before?: Submission;
}

/**
 * The place of a new submission among those for its obligation. Throws `conflict` where one waits for its check or the
 * obligation has been met, `invalid` at `/replaces` where what it names cannot be continued.
 */
export function placeOf(
  obligation: Obligation,
  replaces: string | undefined,
  submissions: readonly Submission[],
): Place {
  const latest = latestVersions(submissions, obligation.key);
  if (obligation.shape === "single" || obligation.shape === "recurring") {
    return placeOfOnly(obligation, replaces, latest);
  }
  if (replaces === undefined) return { piece: latest.length + 1, version: 1 };
  return continued(demandContinuable(replaces, latest, obligation));
}

function placeOfOnly(
  obligation: Obligation,
  replaces: string | undefined,
  latest: readonly Submission[],
): Place {
  const only = latest.at(-1);
  demandOpen(obligation, only);
  if (replaces !== undefined && replaces !== only?.id) throw notContinuable(obligation);
  return only === undefined ? { piece: 1, version: 1 } : continued(only);
}

function continued(before: Submission): Place {
  return { piece: before.piece, version: before.version + 1, before };
}

function demandOpen({ title, fulfilment }: Obligation, only: Submission | undefined): void {
  if (only?.state === "submitted") {
    const on = civilDateOf(only.submittedAt);
    throw new DomainError("conflict", {
      zh: `“${title.zh}”第${only.version}版已于 ${on} 提交，正待核验；如需更换请先撤回`,
      en: `version ${only.version} of “${title.en}”, handed in on ${on}, waits for its check: take it back first to replace it`,
    });
  }
  if (only?.state === "accepted") {
    const on = civilDateOf(only.decided.at);
    throw new DomainError("conflict", {
      zh: `“${title.zh}”第${only.version}版已于 ${on} 通过`,
      en: `version ${only.version} of “${title.en}” was accepted on ${on}`,
    });
  }
  if (fulfilment === undefined) return;
  throw new DomainError("conflict", {
    zh: `“${title.zh}”已于 ${fulfilment.on} 履行`,
    en: `“${title.en}” was fulfilled on ${fulfilment.on}`,
  });
}

function demandContinuable(
  replaces: string,
  latest: readonly Submission[],
  obligation: Obligation,
): Submission {
  const found = latest.find(({ id }) => id === replaces);
  if (found === undefined) throw notContinuable(obligation);
  if (found.state === "returned" || found.state === "withdrawn") return found;
  const waits = found.state === "submitted";
  throw invalidAt("/replaces", {
    zh: waits ? "该件正待核验，如需更换请先撤回" : "该件已通过，不再有新版",
    en: waits ? "that piece waits for its check: take it back first" : "that piece has been accepted",
  });
}

function notContinuable({ title }: Obligation): DomainError {
  return invalidAt("/replaces", {
    zh: `“${title.zh}”没有可由新版接续的该次提交：须为某件被退回或撤回的最新一版`,
    en: `there is no such submission of “${title.en}” to continue: it is the latest version of a piece that was returned or taken back`,
  });
}
