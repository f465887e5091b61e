/** @jsxImportSource hono/jsx */
import type { CriterionResult } from "@luyue/core/acceptance";
import type { Bound } from "@luyue/core/contract";
import type { AcceptanceReport } from "@luyue/usecases/acceptance";
import { describeEvidence } from "../paper/index.ts";

type Row = Pick<CriterionResult, "criterion" | "title" | "target" | "measured"> &
  Partial<Pick<CriterionResult, "passed" | "note" | "evidence">>;

/** Every criterion with its target, what was measured and how, the verdict and what shows it. */
export function CriteriaTable({ report }: { readonly report: AcceptanceReport }) {
  const rows: readonly Row[] = report.round.assessment?.results ?? report.criteria;
  const units = new Map(report.criteria.map(({ criterion, limit }) => [criterion, unitOf(limit)]));
  if (rows.length === 0) return <p>合同未约定分项验收标准。</p>;
  return (
    <table>
      <thead>
        <tr>
          <th class="w10">序号</th>
          <th class="w24">验收标准</th>
          <th class="w14">指标</th>
          <th class="w18">实测值</th>
          <th>计算依据</th>
          <th class="w14">评定</th>
          <th class="w30">说明及证据</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CriterionRow row={row} unit={units.get(row.criterion) ?? ""} />
        ))}
      </tbody>
    </table>
  );
}

function CriterionRow({ row, unit }: { readonly row: Row; readonly unit: string }) {
  const { criterion, title, target, measured, passed, note, evidence = [] } = row;
  const proof = [note, describeEvidence(evidence)].filter((part) => part !== undefined && part !== "");
  const differs = measured !== undefined && passed !== undefined && measured.passed !== passed;
  const against = differs ? `（记录${measured.passed ? "达标" : "未达标"}）` : "";
  return (
    <tr>
      <td class="number">{criterion}</td>
      <td>{title.zh}</td>
      <td>{target}</td>
      <td>{measured === undefined ? "—" : `${measured.value}${unit}`}</td>
      <td>{measured === undefined ? "由验收人员评定" : measured.why.zh}</td>
      <td class={passed === false ? "verdict failed" : "verdict"}>
        {`${passed === undefined ? "待评定" : passed ? "通过" : "不通过"}${against}`}
      </td>
      <td>{proof.join("；")}</td>
    </tr>
  );
}

const units: Readonly<Record<Bound["unit"], string>> = {
  percent: "%",
  minute: " 分钟",
  hour: " 小时",
  day: " 日",
  workingDay: " 个工作日",
  month: " 个月",
  time: " 次",
  person: " 人次",
  point: " 分",
};

function unitOf(limit: Bound | undefined): string {
  return limit === undefined ? "" : units[limit.unit];
}
