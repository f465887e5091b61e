import { say, type View } from "./frame.tsx";
import type { ScoreYearView } from "./work-views.ts";

const height = 190;
const top = 24;
const floor = 150;
const step = 76;
const colours = { final: "#1b6e3c", proposed: "#d9a441" } as const;

/** A year's periods as bars of 100: final ones, proposed ones, and places of those to come. */
export function ScoreChart({ view, year }: { view: View; year: ScoreYearView }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const { periods } = year;
  const width = Math.max(periods.length * step + 44, 500);
  const y = (score: number) => floor - (score / 100) * (floor - top);
  return (
    <div
      class="picture chart"
      role="region"
      tabindex={0}
      aria-label={t("考核得分图，可横向滚动", "chart of the scores, scrolls sideways")}
    >
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t(`${year.from} 至 ${year.to} 各期得分`, `scores from ${year.from} to ${year.to}`)}
      >
        {[0, 60, 80, 100].map((mark) => (
          <g>
            <line x1={36} y1={y(mark)} x2={width} y2={y(mark)} stroke="#e3e6ea" />
            <text x={30} y={y(mark) + 4} font-size={11} fill="#5c6470" text-anchor="end">
              {mark}
            </text>
          </g>
        ))}
        {periods.map(({ period, state, score }, index) => {
          const x = 44 + index * step;
          const at = score === null ? undefined : y(Number(score));
          return (
            <g>
              {at === undefined ? (
                <rect x={x} y={floor - 3} width={step - 24} height={3} fill="#c3d5ee" />
              ) : (
                <>
                  <rect
                    x={x}
                    y={at}
                    width={step - 24}
                    height={floor - at}
                    rx={3}
                    fill={state === "final" ? colours.final : colours.proposed}
                  />
                  <text x={x + (step - 24) / 2} y={at - 6} font-size={12} text-anchor="middle" fill="#1f2329">
                    {score}
                  </text>
                </>
              )}
              <text x={x + (step - 24) / 2} y={floor + 18} font-size={11} text-anchor="middle" fill="#5c6470">
                {period}
              </text>
            </g>
          );
        })}
      </svg>
      <ul class="legend">
        <li>
          <span class="dot of-done" />
          {t("已确定", "final")}
        </li>
        <li>
          <span class="dot of-check" />
          {t("待确定", "proposed")}
        </li>
        <li>
          <span class="dot of-rest" />
          {t("未评分", "not scored")}
        </li>
      </ul>
    </div>
  );
}
