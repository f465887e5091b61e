import { findingSeverityNames, findingSeveritySchema, findingStateNames } from "@luyue/core/finding";
import { type ContractHead, ContractHeading, isRunning } from "./contract-heading.tsx";
import { CountBar } from "./count-bar.tsx";
import { FindingImport, type ImportResult } from "./finding-import.tsx";
import { FindingRow } from "./finding-row.tsx";
import { bracket, Frame, say, type View } from "./frame.tsx";
import type { FindingFilter } from "./read-findings-page.ts";
import type { FormPlace, Refusal } from "./row-form.tsx";
import type { FindingCountsView, FindingsSummaryView, FindingView } from "./finding-views.ts";

/** The findings of a contract: how far each unit is, handing out from a spreadsheet, and the list by filters. */
export function FindingsPage(props: {
  view: View;
  contract: ContractHead;
  summary: FindingsSummaryView | undefined;
  findings: readonly FindingView[];
  /** There are more than are listed. */
  more: boolean;
  filter: FindingFilter;
  refused: Refusal | undefined;
  imported: ImportResult | undefined;
}) {
  const { view, contract, summary, findings, more, filter, refused, imported } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const base = `/contracts/${contract.id}`;
  const running = isRunning(contract);
  const place = (anchor: string): FormPlace => ({ view, base, anchor, refused, running });
  const total = summary?.total.total ?? 0;
  return (
    <Frame view={view} title={`${t("安全隐患", "Findings")} · ${contract.name}`}>
      <ContractHeading view={view} contract={contract} />
      {summary === undefined || summary.byUnit.length === 0 ? (
        <div class="list">
          <div class="empty">
            {t(
              "还没有责任单位和隐患。先登记责任单位，再用表格下发隐患；责任单位反馈，他人审核、复测，通过后销号。",
              "There are no units and no findings yet. Enter the units, then hand findings out from a spreadsheet: a unit answers, others review and re-test, and what passes is closed.",
            )}
          </div>
        </div>
      ) : (
        <Summary view={view} summary={summary} base={base} />
      )}
      <FindingImport
        place={place("import")}
        units={summary?.byUnit.map(({ name }) => name) ?? []}
        imported={imported}
      />
      {total === 0 ? null : (
        <>
          <h2 id="list">{`${t("隐患清单", "List of findings")}${bracket(view, total)}`}</h2>
          <Filters view={view} filter={filter} base={base} summary={summary} />
          <div class="list">
            {findings.length === 0 ? (
              <div class="empty">{t("没有符合条件的隐患。", "No finding is so.")}</div>
            ) : (
              findings.map((finding) => (
                <FindingRow place={place(`finding-${finding.number}`)} finding={finding} />
              ))
            )}
          </div>
          {more ? (
            <p class="soft">
              {t(
                `仅列出前 ${findings.length} 项；请用筛选缩小范围，或下载 Excel 查看全部。`,
                `The first ${findings.length} are listed; narrow them down, or download them all for Excel.`,
              )}
            </p>
          ) : null}
        </>
      )}
    </Frame>
  );
}

function Summary({ view, summary, base }: { view: View; summary: FindingsSummaryView; base: string }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const { total, byUnit, bySeverity } = summary;
  const severities = findingSeveritySchema.options
    .map((severity) => ({ severity, counts: bySeverity[severity] }))
    .filter(({ counts }) => counts.total > 0);
  return (
    <>
      <h2>{t("整改进度", "How far it is")}</h2>
      <div class="card units">
        <Bar view={view} name={t("合计", "All")} counts={total} />
        {byUnit.map(({ id, name, counts }) => (
          <Bar view={view} name={name} counts={counts} href={`${base}/findings?unitId=${id}#list`} />
        ))}
        <p>
          {severities
            .map(({ severity, counts }) => {
              const { zh, en } = findingSeverityNames[severity];
              return t(
                `程度“${zh}”${counts.total}项，已销号${counts.closed}项`,
                `${en}: ${counts.total}, ${counts.closed} closed`,
              );
            })
            .join(t("；", "; "))}
        </p>
      </div>
    </>
  );
}

function Bar(props: { view: View; name: string; counts: FindingCountsView; href?: string }) {
  const { view, name, counts, href } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { closed, approved, answered, overdue, open, total } = counts;
  return (
    <div class="unit">
      <span>
        {href === undefined ? <strong>{name}</strong> : <a href={href}>{name}</a>}
        {bracket(view, total)}
      </span>
      <CountBar
        label={name}
        parts={[
          { key: "done", count: closed, name: t("已销号", "closed") },
          { key: "open", count: approved, name: t("待复测", "to be re-tested") },
          { key: "check", count: answered, name: t("待审核", "to be reviewed") },
          { key: "overdue", count: overdue, name: t("逾期未反馈", "overdue") },
          { key: "rest", count: open - overdue, name: t("待反馈", "to be answered") },
        ]}
      />
    </div>
  );
}

/** Links that narrow the list down, each by one thing, and the way back to all. */
function Filters(props: {
  view: View;
  filter: FindingFilter;
  base: string;
  summary: FindingsSummaryView | undefined;
}) {
  const { view, filter, base, summary } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const all = `${base}/findings`;
  const links = [
    { query: "", name: t("全部", "All") },
    { query: "overdue=true", name: t("逾期", "Overdue") },
    ...(["open", "answered", "approved", "closed"] as const).map((state) => ({
      query: `state=${state}`,
      name: findingStateNames[state][view.language],
    })),
    ...findingSeveritySchema.options
      .filter((severity) => (summary?.bySeverity[severity].total ?? 0) > 0)
      .map((severity) => ({
        query: `severity=${severity}`,
        name: t(`程度：${findingSeverityNames[severity].zh}`, findingSeverityNames[severity].en),
      })),
  ];
  const present = new URLSearchParams({ ...filter }).toString();
  return (
    <nav class="tabs" aria-label={t("筛选", "filters")}>
      {links.map(({ query, name }) => (
        <a
          href={`${all}${query === "" ? "" : `?${query}`}#list`}
          {...(query === present ? { "aria-current": "true" as const } : {})}
        >
          {name}
        </a>
      ))}
      {view.person?.side === "agency" ? (
        <a href={`${base}/findings.xlsx${present === "" ? "" : `?${present}`}`}>
          {t("下载 Excel", "Download for Excel")}
        </a>
      ) : null}
    </nav>
  );
}
