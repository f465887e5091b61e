import { findingSeverityNames, findingStateNames } from "@luyue/core/finding";
import { sideNames } from "@luyue/core/party";
import { ShareBar } from "../../ui/share-bar.tsx";
import { useWords } from "../../words/words.ts";
import type { Counts, FindingsSummary } from "./finding-queries.ts";
import { type FindingsSearch, severities } from "./findings-search.ts";

const columns = ["open", "overdue", "answered", "approved", "closed", "total"] as const;
/** What a part of the bar is called there. */
const colours = {
  open: "open",
  overdue: "late",
  answered: "check",
  approved: "retest",
  closed: "done",
} as const;
type Column = (typeof columns)[number];

interface Props {
  readonly summary: FindingsSummary;
  readonly change: (search: FindingsSearch) => void;
}

/** How far the findings are: in all, by unit, by severity. Each number leads to those that it counts. */
export function FindingsSummaryTable({ summary, change }: Props) {
  const { t, say } = useWords();
  const nameOf = useColumnName();
  const { total, byUnit, bySeverity } = summary;
  const shown = severities.filter((severity) => bySeverity[severity].total > 0);
  return (
    <section className="panel" aria-labelledby="findings-summary">
      <h2 id="findings-summary">{t("finding.summary")}</h2>
      <table className="table stacked tallies">
        <thead>
          <tr>
            <th scope="col">{t("finding.unit")}</th>
            <th scope="col">{t("finding.progress")}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="figure">
                {column === "total" ? null : <span className={`dot ${colours[column]}`} />}
                {nameOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byUnit.map(({ id, name, side, counts }) => (
            <Row
              key={id}
              name={name}
              remark={say(sideNames[side])}
              counts={counts}
              search={{ unit: id }}
              change={change}
            />
          ))}
        </tbody>
        {shown.length < 2 ? null : (
          <tbody>
            {shown.map((severity) => (
              <Row
                key={severity}
                name={t("finding.severityOf", { severity: say(findingSeverityNames[severity]) })}
                counts={bySeverity[severity]}
                search={{ severity }}
                change={change}
              />
            ))}
          </tbody>
        )}
        <tfoot>
          <Row name={t("finding.all")} counts={total} search={{}} change={change} />
        </tfoot>
      </table>
    </section>
  );
}

function useColumnName(): (column: Column) => string {
  const { t, say } = useWords();
  return (column) => {
    if (column === "overdue") return t("finding.ofItLate");
    return column === "total" ? t("finding.all") : say(findingStateNames[column]);
  };
}

/** What of the list a number stands for. */
function narrow(search: FindingsSearch, column: Column): FindingsSearch {
  if (column === "overdue") return { ...search, late: true };
  return column === "total" ? search : { ...search, state: column };
}

function Row(props: {
  readonly name: string;
  readonly remark?: string;
  readonly counts: Counts;
  readonly search: FindingsSearch;
  readonly change: Props["change"];
}) {
  const { name, remark, counts, search, change } = props;
  const nameOf = useColumnName();
  const parts = ["closed", "approved", "answered", "overdue", "open"] as const;
  const sizeOf = (part: (typeof parts)[number]) =>
    part === "open" ? counts.open - counts.overdue : counts[part];
  const said = columns
    .filter((column) => counts[column] > 0)
    .map((column) => `${nameOf(column)} ${counts[column]}`);
  return (
    <tr>
      <th scope="row">
        {name} {remark === undefined ? null : <small>{remark}</small>}
      </th>
      <td className="bar">
        <ShareBar
          shares={parts.map((part) => ({ name: colours[part], size: BigInt(sizeOf(part)) }))}
          label={`${name}：${said.join("，")}`}
        />
      </td>
      {columns.map((column) => (
        <td
          key={column}
          data-name={nameOf(column)}
          className={counts[column] === 0 ? "figure none" : "figure"}
        >
          {counts[column] === 0 ? (
            "—"
          ) : (
            <button
              type="button"
              className={column === "overdue" ? "link late" : "link"}
              aria-label={`${name} ${nameOf(column)} ${counts[column]}`}
              onClick={() => change(narrow(search, column))}
            >
              {counts[column]}
            </button>
          )}
        </td>
      ))}
    </tr>
  );
}
