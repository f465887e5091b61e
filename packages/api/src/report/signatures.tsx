/** @jsxImportSource hono/jsx */
import type { AcceptanceReport } from "@luyue/usecases/acceptance";
import { describeEvidence, paperDay, paperInstant, Seals } from "../paper/index.ts";

interface Part {
  readonly report: AcceptanceReport;
}

export function Statement({ report: { round } }: Part) {
  const { statement } = round;
  if (statement === undefined) return <p>乙方未陈述意见。</p>;
  return (
    <div class="block">
      <p>{statement.note}</p>
      <p>{`——${statement.name}，${paperInstant(statement.at)}`}</p>
    </div>
  );
}

/** Everybody who has to sign; a line where nobody has yet. */
export function Signatures({ report: { round } }: Part) {
  const { assessment } = round;
  if (assessment === undefined) return <p>尚未评定，未确定验收人员。</p>;
  const signed = new Map(assessment.signatures.map((each) => [each.acceptor, each]));
  return (
    <table>
      <thead>
        <tr>
          <th class="w36">验收人员</th>
          <th class="w18">意见</th>
          <th>说明</th>
          <th class="w36">签字日期</th>
        </tr>
      </thead>
      <tbody>
        {assessment.acceptors.map(({ key, name, memberId }) => {
          const signature = signed.get(key);
          const paper = signature === undefined ? "" : describeEvidence(signature.evidence);
          const said = [signature?.note, paper].filter((part) => part !== undefined && part !== "");
          return (
            <tr>
              <td>{`${name}${memberId === undefined ? "（外部专家）" : ""}`}</td>
              <td class={signature?.agrees === false ? "verdict failed" : "verdict"}>
                {signature === undefined ? "未签字" : signature.agrees ? "同意" : "不同意"}
              </td>
              <td>{said.join("；")}</td>
              <td class="number">{signature === undefined ? "" : paperInstant(signature.at)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The conclusion, and the lines for the seals of both sides. */
export function Conclusion({ report }: Part) {
  return (
    <>
      <p>{conclusionOf(report)}</p>
      <Seals
        sides={[
          { side: "甲方", name: report.contract.buyerName },
          { side: "乙方", name: report.contract.vendorName },
        ]}
      />
    </>
  );
}

function conclusionOf({ round, title }: AcceptanceReport): string {
  switch (round.state) {
    case "applied":
      return "尚未作出结论。";
    case "withdrawn":
      return "申请已撤回，本轮不作结论。";
    case "passed": {
      const note = round.settled.note === undefined ? "" : `说明：${round.settled.note}`;
      return `${title.zh}于${paperDay(round.settled.on)}通过。${note}`;
    }
    case "objected":
    case "failed": {
      const { on, reason, rectifyBy } = round.settled;
      const word = round.state === "failed" ? "不通过" : "因甲方异议退回";
      const until = rectifyBy === undefined ? "" : `整改期限：${paperDay(rectifyBy)}。`;
      return `${title.zh}于${paperDay(on)}${word}。原因：${reason}。${until}`;
    }
  }
}
