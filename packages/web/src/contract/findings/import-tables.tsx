import { findingSeverityNames } from "@luyue/core/finding";
import { Alert } from "antd";
import type { Refusal } from "../../client/refusal.ts";
import { useWords } from "../../words/words.ts";
import type { HandOut } from "./finding-queries.ts";
import { placeOfFault } from "./place-of-fault.ts";

/** What is wrong with a sheet, row by row, each with what to do about it. */
export function RowFaults({ refusal }: { readonly refusal: Refusal }) {
  const { t, say } = useWords();
  return (
    <>
      <Alert
        type="error"
        showIcon
        role="alert"
        title={t("finding.nothingOut", { reason: say(refusal.reason) })}
        description={t("finding.chooseAgain")}
      />
      <div className="sheet" role="region" tabIndex={0} aria-label={t("finding.faults")}>
        <table className="table">
          <caption className="hidden">{t("finding.faults")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("finding.row")}</th>
              <th scope="col">{t("finding.column")}</th>
              <th scope="col">{t("finding.problem")}</th>
              <th scope="col">{t("finding.whatToDo")}</th>
            </tr>
          </thead>
          <tbody>
            {refusal.faults.map(({ path, reason }) => {
              const { row, what } = placeOfFault(path) ?? { what: "sheet" };
              return (
                <tr key={`${path} ${reason.en}`}>
                  <td>{row ?? "—"}</td>
                  <td>{t(`finding.columnOf.${what}`)}</td>
                  <td>{say(reason)}</td>
                  <td>{t(`finding.mend.${what}`)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What will be handed out. */
export function CheckedRows({ checked }: { readonly checked: HandOut }) {
  const { t, say } = useWords();
  const counts = new Map<string, number>();
  for (const { unit } of checked.findings) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return (
    <>
      <p className="standing good" role="status">
        {t("finding.checked", { count: checked.count })}
      </p>
      <p>{[...counts].map(([unit, count]) => `${unit} ${count}`).join("；")}</p>
      <div className="sheet" role="region" tabIndex={0} aria-label={t("finding.preview")}>
        <table className="table">
          <caption className="hidden">{t("finding.preview")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("finding.row")}</th>
              <th scope="col">{t("finding.title")}</th>
              <th scope="col">{t("finding.severity")}</th>
              <th scope="col">{t("finding.unit")}</th>
              <th scope="col">{t("finding.dueOn")}</th>
            </tr>
          </thead>
          <tbody>
            {checked.findings.map(({ row, title, severity, unit, dueOn }) => (
              <tr key={row}>
                <td>{row}</td>
                <td>{title}</td>
                <td>{say(findingSeverityNames[severity])}</td>
                <td>{unit}</td>
                <td className="day">{dueOn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
