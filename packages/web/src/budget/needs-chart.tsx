import { formatMoney, subtractMoney } from "@luyue/core/money";
import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useWords } from "../words/words.ts";
import type { Needs } from "./budget-queries.ts";

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** The next ninety days by month: what can be paid, and what a closed gate may hold. */
export function NeedsChart({ needs }: { readonly needs: Needs }) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const { byMonth } = needs;
  const [clear, held] = [t("today.clear"), t("today.heldMoney")];
  useEffect(() => {
    if (place.current === null) return undefined;
    const chart = init(place.current, undefined, { renderer: "svg" });
    const bar = (name: string, color: string, amounts: readonly string[]) => ({
      name,
      type: "bar" as const,
      stack: "need",
      barMaxWidth: 48,
      itemStyle: { color },
      data: amounts.map(Number),
    });
    chart.setOption({
      animation: false,
      grid: { left: 8, right: 8, top: 32, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemHeight: 10, itemWidth: 14 },
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        valueFormatter: (value: unknown) => `¥${String(value)}`,
      },
      xAxis: { type: "category", data: byMonth.map(({ month }) => month) },
      yAxis: { type: "value", axisLabel: { formatter: (value: number) => value.toLocaleString("zh-CN") } },
      series: [
        bar(
          clear,
          "#0b4a9e",
          byMonth.map((need) => subtractMoney(need.amount, need.held)),
        ),
        bar(
          held,
          "#d9a441",
          byMonth.map((need) => need.held),
        ),
      ],
    });
    const resize = () => chart.resize();
    window.addEventListener("resize", resize);
    return () => {
      window.removeEventListener("resize", resize);
      chart.dispose();
    };
  }, [byMonth, clear, held]);
  const spoken = byMonth.map(({ month, amount }) => `${month} ¥${formatMoney(amount)}`).join("，");
  return <div ref={place} className="chart" role="img" aria-label={`${t("today.byMonth")}：${spoken}`} />;
}
