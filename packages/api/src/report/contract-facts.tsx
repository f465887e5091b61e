/** @jsxImportSource hono/jsx */
import { formatMoney, toCapitals } from "@luyue/core/money";
import type { AcceptanceReport } from "@luyue/usecases/acceptance";
import { describeEvidence, type Fact, FactTable, paperDay } from "../paper/index.ts";

export function ContractFacts({ report }: { readonly report: AcceptanceReport }) {
  return <FactTable facts={listFacts(report)} />;
}

function listFacts(report: AcceptanceReport): Fact[] {
  const { contract, terms, round, title, facts } = report;
  const { applied } = round;
  const acceptance = terms.acceptances?.find(({ key }) => key === round.of);
  const signed = facts.events.find(({ kind }) => kind === "signed");
  const spans = terms.terms.map(({ key, title: { zh } }) => `${zh}：${spanOf(report, key)}`);
  const clause = acceptance?.clause === undefined ? "" : `（${acceptance.clause}）`;
  const how = applied.side === "vendor" ? "乙方提交" : "甲方登记乙方申请";
  const proof = describeEvidence(applied.evidence);
  return [
    ["合同编号", contract.number],
    ["合同名称", contract.name],
    ["甲方", contract.buyerName],
    ["乙方", contract.vendorName],
    ["合同总价", `${formatMoney(contract.total)} 元（${toCapitals(contract.total)}）`],
    ["签订日期", signed?.on === undefined ? "—" : paperDay(signed.on)],
    ["服务期", spans.join("；")],
    ["验收", `${title.zh}${clause}，第${round.number}轮`],
    ["申请", `${paperDay(round.appliedOn)}，${how}（${applied.name}）${proof === "" ? "" : `；${proof}`}`],
    ...(applied.note === undefined ? [] : [["申请说明", applied.note] as const]),
    ...(applied.despite === undefined ? [] : [["超次验收理由", applied.despite] as const]),
    ["结论日期", round.state === "passed" || round.state === "failed" ? paperDay(round.settled.on) : "—"],
  ];
}

function spanOf({ facts: { dates } }: AcceptanceReport, term: string): string {
  const [from, to] = [dates.termStart(term), dates.termEnd(term)];
  return `${from === undefined ? "未定" : paperDay(from)}至${to === undefined ? "未定" : paperDay(to)}`;
}
