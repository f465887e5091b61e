/** @jsxImportSource hono/jsx */
import type { AcceptanceReport } from "@luyue/usecases/acceptance";
import { type DeliverableLine, listDeliverables } from "./list-deliverables.ts";

/** What had to be handed in, by class: owed, accepted in which version, and in time. */
export function DeliverablesTable({ report }: { readonly report: AcceptanceReport }) {
  const lines = listDeliverables(report.facts);
  if (lines.length === 0) return <p>合同未约定交付物。</p>;
  const classes = [...new Set(lines.map(({ className }) => className))];
  return (
    <table>
      <thead>
        <tr>
          <th class="w14">编号</th>
          <th>名称</th>
          <th class="w14">应交</th>
          <th class="w14">已验收</th>
          <th class="w36">验收版本</th>
          <th class="w18">按时</th>
        </tr>
      </thead>
      <tbody>
        {classes.map((className) => (
          <>
            <tr class="class">
              <th colspan={6}>{className}</th>
            </tr>
            {lines
              .filter((line) => line.className === className)
              .map((line) => (
                <DeliverableRow line={line} />
              ))}
          </>
        ))}
      </tbody>
    </table>
  );
}

function DeliverableRow({ line }: { readonly line: DeliverableLine }) {
  return (
    <tr>
      <td class="number">{line.number}</td>
      <td>{line.title}</td>
      <td class="number">{line.owed}</td>
      <td class={line.accepted < line.owed ? "number failed" : "number"}>{line.accepted}</td>
      <td>{describeVersions(line)}</td>
      <td class="number">{describeTime(line)}</td>
    </tr>
  );
}

function describeVersions({ versions }: DeliverableLine): string {
  if (versions.length === 0) return "—";
  return versions.map(({ version, count }) => `第${version}版 ${count}份`).join("、");
}

function describeTime({ owed, inTime }: DeliverableLine): string {
  if (inTime === undefined) return owed === 0 ? "—" : "未到期";
  return `${inTime.inTime}/${inTime.owed}`;
}
