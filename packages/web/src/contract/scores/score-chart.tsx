import { useWords } from "../../words/words.ts";
import type { ScoreYear } from "./score-queries.ts";

const top = 24;
const floor = 150;
const step = 76;
const left = 44;

/** A year's periods as bars of 100: final ones, proposed ones, and places of those to come. */
export function ScoreChart({ year }: { readonly year: ScoreYear }) {
  const { t } = useWords();
  const { from, to, periods } = year;
  const width = Math.max(periods.length * step + left, 500);
  const y = (score: number) => floor - (score / 100) * (floor - top);
  return (
    <div className="scroller" role="region" aria-label={t("score.chart")} tabIndex={0}>
      <svg
        className="score-chart"
        width={width}
        height={180}
        viewBox={`0 0 ${width} 180`}
        role="img"
        aria-label={t("score.year", { from, to })}
      >
        {[0, 60, 80, 100].map((mark) => (
          <g key={mark} className="scale">
            <line x1={36} y1={y(mark)} x2={width} y2={y(mark)} />
            <text x={30} y={y(mark) + 4} textAnchor="end">
              {mark}
            </text>
          </g>
        ))}
        {periods.map(({ period, state, score }, index) => {
          const x = left + index * step;
          const at = score === null ? floor - 3 : y(Number(score));
          return (
            <g key={period} className={score === null ? "none" : state}>
              <rect x={x} y={at} width={step - 24} height={floor - at} rx={2} />
              {score === null ? null : (
                <text x={x + (step - 24) / 2} y={at - 6} textAnchor="middle">
                  {score}
                </text>
              )}
              <text className="period" x={x + (step - 24) / 2} y={floor + 18} textAnchor="middle">
                {period}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
