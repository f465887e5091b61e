import { Arisen } from "./arisen.tsx";
import { type ContractHead, ContractHeading, isRunning } from "./contract-heading.tsx";
import { bracket, Frame, say, type View } from "./frame.tsx";
import type { Refusal } from "./row-form.tsx";
import { ScoreChart } from "./score-chart.tsx";
import { ScoreForm } from "./score-form.tsx";
import { ProposedScore } from "./score-proposed.tsx";
import type { ScoresView, ScoreView, ScoreYearView } from "./work-views.ts";

const states = {
  upcoming: { zh: "未开始", en: "not begun", tag: "" },
  running: { zh: "进行中", en: "going on", tag: "" },
  due: { zh: "待评分", en: "to be scored", tag: "open" },
  proposed: { zh: "待确定", en: "proposed", tag: "waiting" },
  final: { zh: "已确定", en: "final", tag: "fulfilled" },
} as const;

/** The score of a contract: what is proposed or can be scored, then each year as a chart and a table. */
export function ScorePage(props: {
  view: View;
  contract: ContractHead;
  scores: ScoresView;
  /** Proposed, and the first that can be scored. */
  open: readonly ScoreView[];
  refused: Refusal | undefined;
}) {
  const { view, contract, scores, open, refused } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const base = `/contracts/${contract.id}`;
  const place = (anchor: string) => ({ view, base, anchor, refused, running: isRunning(contract) });
  return (
    <Frame view={view} title={`${t("考核", "Scores")} · ${contract.name}`}>
      <ContractHeading view={view} contract={contract} page="/scores" />
      {scores.years.length === 0 ? (
        <div class="list">
          <div class="empty">
            {t(
              "本合同没有约定考核评分，或考核期尚未确定。约定后，每期由一人提出评分，乙方答复，另一人确定。",
              "No score is agreed under this contract, or its periods are not known yet. Once they are, somebody proposes each period's score, the vendor answers, and somebody else makes it final.",
            )}
          </div>
        </div>
      ) : null}
      <Arisen
        view={view}
        title={t("考核触发的事项", "What the scores have given rise to")}
        items={scores.triggers}
      />
      {open.map((score) =>
        score.state === "proposed" ? (
          <ProposedScore place={place(score.period)} score={score} />
        ) : (
          <ScoreForm place={place(score.period)} score={score} />
        ),
      )}
      {scores.years.map((year) => (
        <Year view={view} year={year} base={base} />
      ))}
    </Frame>
  );
}

function Year({ view, year, base }: { view: View; year: ScoreYearView; base: string }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const { mean } = year;
  const agency = view.person?.side === "agency";
  return (
    <>
      <h2>{t(`考核年度 ${year.from} 至 ${year.to}`, `Year from ${year.from} to ${year.to}`)}</h2>
      <p class="lead">
        {mean === null ? (
          t("还没有已确定的评分。", "No score is final yet.")
        ) : (
          <>
            <strong>
              {`${t("已确定各期平均", "Mean of what is final")} ${mean.score}${mean.grade === null ? "" : bracket(view, mean.grade.title[view.language])}`}
            </strong>{" "}
            {mean.why[view.language]}
          </>
        )}
      </p>
      <ScoreChart view={view} year={year} />
      <table class="stack apart">
        <thead>
          <tr>
            <th>{t("考核期", "Period")}</th>
            <th>{t("起止", "Days")}</th>
            <th>{t("状态", "State")}</th>
            <th>{t("得分", "Score")}</th>
            <th>{t("本期计分项目", "What counts")}</th>
            {agency ? <th>{t("评分表", "Sheet")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {year.periods.map(({ period, from, to, state, score, grade, scheduled, full }) => (
            <tr>
              <td>{period}</td>
              <td>{`${from} – ${to}`}</td>
              <td>
                <span class={`tag ${states[state].tag}`}>{states[state][view.language]}</span>
              </td>
              <td>
                {score === null
                  ? "—"
                  : `${score}${grade === null ? "" : bracket(view, grade.title[view.language])}`}
              </td>
              <td>{t(`${scheduled} 项，共 ${full} 分`, `${scheduled} items, ${full} points`)}</td>
              {agency ? (
                <td>
                  <a href={`${base}/scores/${period}/sheet`}>{t(`打印 ${period}`, `Print ${period}`)}</a>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
