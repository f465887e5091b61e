/** @jsxImportSource hono/jsx */
import type { AcceptanceReport } from "@luyue/usecases/acceptance";
import { renderPaper } from "../paper/index.ts";
import { ContractFacts } from "./contract-facts.tsx";
import { CriteriaTable } from "./criteria-table.tsx";
import { DeliverablesTable } from "./deliverables-table.tsx";
import { Conclusion, Signatures, Statement } from "./signatures.tsx";

/** The report of a round 验收报告. */
export function renderReport(report: AcceptanceReport): string {
  const { contract, round, title, asOf } = report;
  return renderPaper({
    title: `验收报告 ${contract.number} ${title.zh} 第${round.number}轮`,
    heading: "验收报告",
    subtitle: `${contract.name} · ${title.zh} · 第${round.number}轮`,
    notice: noticeOf(report),
    watermark: round.state === "applied" ? "草稿" : undefined,
    foot: `本报告由系统按 ${asOf} 的履约记录生成；轮次编号 ${round.id}。`,
    children: (
      <>
        <h2>一、合同及本轮验收</h2>
        <ContractFacts report={report} />
        <h2>二、验收标准评定</h2>
        <CriteriaTable report={report} />
        <h2>三、交付物</h2>
        <DeliverablesTable report={report} />
        <h2>四、乙方陈述意见</h2>
        <Statement report={report} />
        <h2>五、验收人员签字</h2>
        <Signatures report={report} />
        <h2>六、验收结论</h2>
        <Conclusion report={report} />
      </>
    ),
  });
}

function noticeOf({ round }: AcceptanceReport): string | undefined {
  switch (round.state) {
    case "applied":
      return round.assessment === undefined
        ? "草稿：本轮尚未评定，所列实测值为目前记录，不作为验收凭证"
        : "草稿：本轮尚未作出结论，不作为验收凭证";
    case "withdrawn":
      return `本轮申请已于 ${round.settled.on} 撤回：${round.settled.reason}`;
    case "objected":
      return `甲方已于 ${round.settled.on} 提出异议，本轮未作评定结论`;
    case "failed":
    case "passed":
      return undefined;
  }
}
