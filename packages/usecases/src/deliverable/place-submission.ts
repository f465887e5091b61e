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
  demandRoom(latest, replaces ?? onlyOf(obligation, latest)?.id);
  if (obligation.shape === "single" || obligation.shape === "recurring") {
    return placeOfOnly(obligation, replaces, latest);
  }
  if (replaces === undefined) return { piece: latest.length + 1, version: 1 };
  return continued(demandContinuable(replaces, latest, obligation));
}

/** Every command reads what was handed in: so many pieces may be unsettled at once, and a piece has so many versions. */
const mostUnsettled = 20;
const mostVersions = 30;

function demandRoom(latest: readonly Submission[], replaces: string | undefined): void {
  const unsettled = latest.filter(({ state }) => state !== "accepted");
  if (replaces === undefined && unsettled.length > mostUnsettled) {
    throw new DomainError("conflict", {
      zh: `已有${unsettled.length}件待核验、被退回或已撤回，请先等待核验，或就其中一件提交新版（replaces）`,
      en: `${unsettled.length} pieces wait for their check or were sent or taken back: wait, or hand in a new version of one of them (replaces)`,
    });
  }
  const before = latest.find(({ id }) => id === replaces);
  if (before === undefined || before.version < mostVersions) return;
  throw new DomainError("conflict", {
    zh: `该件已提交${before.version}版，不能再提交，请与对方联系`,
    en: `there are ${before.version} versions of this piece: no more can be handed in, speak to the other side`,
  });
}

/** What stands alone or is one of a series has one piece, which a new version continues without being named. */
function onlyOf({ shape }: Obligation, latest: readonly Submission[]): Submission | undefined {
  return shape === "single" || shape === "recurring" ? latest.at(-1) : undefined;
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
