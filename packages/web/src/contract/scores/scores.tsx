import { useQuery } from "@tanstack/react-query";
import { useMay } from "../../session/session.ts";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { Why } from "../../ui/why.tsx";
import { useWords } from "../../words/words.ts";
import type { Place } from "../contract-place.ts";
import { ProposedScore } from "./proposed-score.tsx";
import { ScoreChart } from "./score-chart.tsx";
import { ScoreSheet } from "./score-sheet.tsx";
import { contractScores, type ScoreYear } from "./score-queries.ts";

const tones = { upcoming: "plain", running: "plain", due: "info", proposed: "warn", final: "good" } as const;

/** The score of a contract: what is proposed or can be scored, then each year as a picture and a table. */
export function Scores({ place }: { readonly place: Place }) {
  const { t, say } = useWords();
  const may = useMay();
  const query = useQuery(contractScores(place));
  useAnchor(query.isSuccess);
  return (
    <Loaded query={query} rows={8}>
      {({ years, triggers }) => {
        if (years.length === 0) return <Empty title={t("score.none")}>{t("score.noneHint")}</Empty>;
        const periods = years.flatMap((year) => year.periods);
        const due = may("score:propose") ? periods.find(({ state }) => state === "due") : undefined;
        return (
          <>
            {triggers.length === 0 ? null : (
              <div className="note">
                <strong>{t("score.triggers")}</strong>
                <ul>
                  {triggers.map(({ key, arisenOn, title, clause }) => (
                    <li key={`${key} ${arisenOn}`}>
                      {arisenOn} {say(title)} {clause ?? ""}
                    </li>
                  ))}
                </ul>
              </div>
            )}
            {periods
              .filter(({ state }) => state === "proposed")
              .map(({ period }) => (
                <ProposedScore key={period} place={place} period={period} />
              ))}
            {due === undefined || place.side !== "agency" ? null : (
              <ScoreSheet key={due.period} contractId={place.contractId} period={due.period} />
            )}
            {years.map((year) => (
              <Year key={year.from} place={place} year={year} />
            ))}
          </>
        );
      }}
    </Loaded>
  );
}

function Year({ place, year }: { readonly place: Place; readonly year: ScoreYear }) {
  const { t, say } = useWords();
  const { from, to, mean, periods } = year;
  return (
    <section className="panel" aria-label={t("score.year", { from, to })}>
      <h2>{t("score.year", { from, to })}</h2>
      <p>
        {mean === null ? (
          t("score.noMean")
        ) : (
          <Why what={t("score.mean")} grounds={[{ name: t("common.why"), text: say(mean.why) }]}>
            {t("score.mean")} {mean.score} {mean.grade === null ? "" : say(mean.grade.title)}
          </Why>
        )}
      </p>
      <ScoreChart year={year} />
      <div className="scroller" role="region" aria-label={t("score.table")} tabIndex={0}>
        <table className="table">
          <caption className="hidden">{t("score.year", { from, to })}</caption>
          <thead>
            <tr>
              {(["period", "days", "state", "score", "counts"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`score.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.map(({ period, from: first, to: last, state, score, grade, scheduled, full }) => (
              <tr key={period}>
                <td>
                  {place.side === "agency" ? (
                    <a href={`/v1/contracts/${place.contractId}/scores/${period}/sheet`}>
                      {t("score.print", { period })}
                    </a>
                  ) : (
                    period
                  )}
                </td>
                <td>
                  {first} — {last}
                </td>
                <td>
                  <Tag tone={tones[state]}>{t(`score.state.${state}`)}</Tag>
                </td>
                <td>
                  {score ?? "—"} {grade === null ? "" : say(grade.title)}
                </td>
                <td>{t("score.countsOf", { scheduled, full })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
