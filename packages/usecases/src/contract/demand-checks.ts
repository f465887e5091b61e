import { civilDateOf } from "@luyue/core/civil-date";
import { checkTenPercent } from "@luyue/core/amendment";
import { type CheckResult, publishedLoanPrimeRates, runChecks } from "@luyue/core/check";
import type { ContractTerms } from "@luyue/core/contract";
import { DomainError } from "@luyue/core/error";
import type { ContractEvent } from "@luyue/core/event";
import type { VendorSize } from "@luyue/core/vendor";
import type { Runtime } from "../runtime/runtime.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import type { TermsVersion } from "./contract.ts";

interface CheckContext {
  readonly tenant: Tenant;
  readonly runtime: Pick<Runtime, "now" | "arrangements">;
}

/** The checks on one version of a contract's terms as of today, with that on what its supplements add. */
export function checkTerms(
  terms: ContractTerms,
  earlier: readonly Pick<TermsVersion, "terms">[],
  events: readonly ContractEvent[],
  vendorSize: VendorSize | undefined,
  { tenant, runtime }: CheckContext,
): CheckResult[] {
  const results = runChecks(terms, {
    events,
    calendar: tenantCalendar(tenant, runtime),
    loanPrimeRates: publishedLoanPrimeRates,
    asOf: civilDateOf(runtime.now()),
    ...(vendorSize === undefined ? {} : { vendorSize }),
  });
  return earlier.length === 0 ? results : [...results, addedWork(earlier, terms)];
}

function addedWork(earlier: readonly Pick<TermsVersion, "terms">[], terms: ContractTerms): CheckResult {
  const { verdict, figures, source } = checkTenPercent(earlier, terms);
  const title = { zh: "补充协议追加金额", en: "what supplements add" };
  return { check: "addedWork", title, source, verdict, figures, places: ["/price/total"] };
}

/** How a failed check stands on the record. */
export function describeFailed(failed: readonly CheckResult[]) {
  return failed.map(({ check, figures, places }) => ({ check, figures, places }));
}

export function listFailed(results: readonly CheckResult[]): CheckResult[] {
  return results.filter(({ verdict }) => verdict === "failed");
}

/** What fails now and did not fail alike before: what was gone on with once needs no second reason. */
export function listNewlyFailed(now: readonly CheckResult[], before: readonly CheckResult[]): CheckResult[] {
  const known = new Set(listFailed(before).map(({ check, figures }) => `${check}|${figures.zh}`));
  return listFailed(now).filter(({ check, figures }) => !known.has(`${check}|${figures.zh}`));
}

/** Whoever goes on in spite of failed checks says why (`despite`). Throws `conflict` naming each of them. */
export function demandReasonFor(failed: readonly CheckResult[], despite: string | undefined): void {
  if (failed.length === 0 || despite !== undefined) return;
  throw new DomainError(
    "conflict",
    {
      zh: `有${failed.length}项检查未通过：请修改条款，或说明为何仍要继续（despite）`,
      en: `${failed.length} checks failed: mend the terms, or say in \`despite\` why to go on`,
    },
    failed.map(({ places, title, figures }) => ({
      path: places[0] ?? "",
      reason: { zh: `${title.zh}：${figures.zh}`, en: `${title.en}: ${figures.en}` },
    })),
  );
}
