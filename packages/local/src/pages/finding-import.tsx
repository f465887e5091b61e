import { findingSeverityNames, type FindingSeverity } from "@luyue/core/finding";
import { sideNames } from "@luyue/core/party";
import { say, type View } from "./frame.tsx";
import { mayDo } from "./person.ts";
import { type FormPlace, RowForm } from "./row-form.tsx";

/** What the API says of a spreadsheet that was tried and would be handed out; the sheet itself, to be handed out as it is. */
export interface ImportResult {
  readonly sheet: string;
  readonly type: string;
  readonly findings: readonly {
    readonly row: number;
    readonly unit: string;
    readonly title: string;
    readonly severity: FindingSeverity;
    readonly dueOn: string;
  }[];
}

/** For whoever hands findings out: the units, the workbook to fill in, a check of it, and handing out what was checked. */
export function FindingImport(props: {
  place: FormPlace;
  units: readonly string[];
  imported: ImportResult | undefined;
}) {
  const { place, units, imported } = props;
  const { view, base, refused } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { person } = view;
  if (!place.running || !mayDo(person, "finding:handOut")) return null;
  const tried = refused?.form === "findings/import";
  return (
    <details class="apart card" id="import" open={tried || imported !== undefined || units.length === 0}>
      <summary>{t("登记责任单位，下发隐患", "Enter units, hand findings out")}</summary>
      {mayDo(person, "unit:manage") ? (
        <RowForm
          place={place}
          path="units"
          button={t("登记责任单位", "Enter the unit")}
          fields={[
            { name: "name", label: t("责任单位", "Unit"), kind: "text" },
            {
              name: "side",
              label: t("所属", "Of"),
              kind: "choice",
              options: [
                ["vendor", sideNames.vendor[view.language]],
                ["buyer", sideNames.buyer[view.language]],
              ],
            },
          ]}
        />
      ) : null}
      {units.length === 0 && !mayDo(person, "unit:manage") ? (
        <p>{t("先由合同经办人登记责任单位。", "The contract manager enters the units first.")}</p>
      ) : null}
      {units.length === 0 ? null : (
        <p>
          {t("下载", "Download the ")}
          <a href={`${base}/findings/template.xlsx`}>{t("导入模板", "workbook to fill in")}</a>
          {t(
            "，填好后选择文件核对；核对无误才下发，有误则一项也不下发。",
            ", fill it in and have it checked. It is handed out only when all of it is right.",
          )}
        </p>
      )}
      {units.length === 0 ? null : (
        <form
          class="entry"
          method="post"
          action={`${base}/findings/import#import`}
          enctype="multipart/form-data"
        >
          <label>
            <span>{t("Excel 或 CSV 文件", "Excel or CSV file")}</span>
            <input type="file" name="sheet" class="files" accept=".xlsx,.csv" required />
          </label>
          <button type="submit" class="main">
            {t("核对", "Check")}
          </button>
        </form>
      )}
      {tried ? <Faults view={view} detail={refused.detail} faults={refused.faults} /> : null}
      {imported === undefined ? null : <Checked place={place} imported={imported} />}
    </details>
  );
}

function Faults(props: {
  view: View;
  detail: string;
  faults: readonly { readonly path: string; readonly text: string }[];
}) {
  const { view, detail, faults } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const rowOf = (path: string) => /^\/rows\/(\d+)/.exec(path)?.[1];
  return (
    <div class="wrong" role="alert">
      <p>{t(`一项也没有下发：${detail}`, `Nothing was handed out: ${detail}`)}</p>
      <ul>
        {faults.map(({ path, text }) => {
          const row = rowOf(path);
          return <li>{row === undefined ? text : t(`第 ${row} 行：${text}`, `Row ${row}: ${text}`)}</li>;
        })}
      </ul>
    </div>
  );
}

function Checked({ place, imported }: { place: FormPlace; imported: ImportResult }) {
  const { view, base } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { sheet, type, findings } = imported;
  return (
    <>
      <p class="standing good" role="status">
        {t(
          `核对无误，共 ${findings.length} 项，尚未下发。`,
          `All ${findings.length} are right and not yet handed out.`,
        )}
      </p>
      <table class="stack">
        <thead>
          <tr>
            <th>{t("行", "Row")}</th>
            <th>{t("隐患", "Finding")}</th>
            <th>{t("程度", "Severity")}</th>
            <th>{t("责任单位", "Unit")}</th>
            <th>{t("要求反馈日期", "Answer by")}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ row, title, severity, unit, dueOn }) => (
            <tr>
              <td>{row}</td>
              <td>{title}</td>
              <td>{findingSeverityNames[severity][view.language]}</td>
              <td>{unit}</td>
              <td>{dueOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <form class="entry" method="post" action={`${base}/findings/import#list`}>
        <input type="hidden" name="checked" value={sheet} />
        <input type="hidden" name="type" value={type} />
        <button type="submit" class="main">
          {t(`下发 ${findings.length} 项`, `Hand out ${findings.length}`)}
        </button>
      </form>
    </>
  );
}
