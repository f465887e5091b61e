import { addDays, daysBetween } from "@luyue/core/civil-date";
import { formatMoney } from "@luyue/core/money";
import type { ObligationView } from "./api-reader.ts";
import { openOf } from "./obligation-list.tsx";
import { say, type View } from "./frame.tsx";

const width = 1000;
const rowHeight = 26;
const left = 12;
const shown = new Set(["payment", "invoice", "bond", "acceptance", "application", "report"]);
const colours: Readonly<Record<string, string>> = {
  payment: "#1a56a8",
  invoice: "#5b8fd6",
  bond: "#7a4fb5",
  acceptance: "#1b6e3c",
  application: "#5aa777",
  report: "#8b929c",
};

/** The dated money and acceptance obligations of a contract on one axis, with windows as bars and today as a line. */
export function Timeline({ view, items }: { view: View; items: readonly ObligationView[] }) {
  const dated = items.filter((item) => shown.has(item.kind) && item.dueOn !== null && item.kind !== "report");
  const days = dated
    .flatMap(({ dueOn, windowOpensOn }) => [dueOn, windowOpensOn])
    .filter((day) => day !== null);
  if (days.length === 0)
    return (
      <p class="empty">
        {say(
          view,
          "尚无确定的日期。登记下面等待的事项（如合同签订）后，日期会画在这里。",
          "No date is fixed yet. Once what is waited for below (such as the signing) is on record, the dates stand here.",
        )}
      </p>
    );
  const from = addDays([...days, view.today].toSorted()[0] ?? view.today, -15);
  const to = addDays([...days, view.today].toSorted().at(-1) ?? view.today, 60);
  const x = (day: string) => left + (daysBetween(from, day) / daysBetween(from, to)) * (width - 2 * left);
  const height = 44 + dated.length * rowHeight;
  const todayAt = x(view.today);
  return (
    <div
      class="picture"
      role="region"
      tabindex={0}
      aria-label={say(view, "时间轴，可横向滚动", "timeline, scrolls sideways")}
    >
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say(view, "时间轴", "timeline")}>
        {listMonths(from, to).map((month) => (
          <g>
            <line x1={x(month)} y1={18} x2={x(month)} y2={height} stroke="#eceff3" />
            <text x={x(month) + 3} y={14} font-size={11} fill="#5c6470">
              {month.slice(0, 7)}
            </text>
          </g>
        ))}
        <line x1={todayAt} y1={18} x2={todayAt} y2={height} stroke="#b42318" stroke-width={1.5} />
        {dated.map((item, index) => (
          <Bar item={item} y={30 + index * rowHeight} x={x} view={view} />
        ))}
        <text x={todayAt + 4} y={height - 4} font-size={11} fill="#b42318">
          {say(view, "今天", "today")} {view.today}
        </text>
      </svg>
    </div>
  );
}

function Bar({
  item,
  y,
  x,
  view,
}: {
  item: ObligationView;
  y: number;
  x: (day: string) => number;
  view: View;
}) {
  const due = x(item.dueOn ?? view.today);
  const start = item.windowOpensOn === null ? due - 5 : Math.min(x(item.windowOpensOn), due - 5);
  const colour = colours[item.kind] ?? "#8b929c";
  const amount = item.amount === null ? "" : ` ¥${formatMoney(openOf(item) ?? item.amount)}`;
  const done = item.state === "fulfilled" ? " ✓" : "";
  const label = `${item.dueOn} ${item.title[view.language]}${amount}${done}`;
  const after = due < width * 0.62;
  return (
    <g>
      <rect
        x={start}
        y={y}
        width={due - start}
        height={12}
        rx={3}
        fill={colour}
        opacity={item.provisional ? 0.55 : 1}
      />
      <text
        x={after ? due + 6 : start - 6}
        y={y + 10.5}
        font-size={12}
        fill="#1f2329"
        stroke="#fff"
        stroke-width={3}
        paint-order="stroke"
        text-anchor={after ? "start" : "end"}
      >
        {label}
      </text>
    </g>
  );
}

function listMonths(from: string, to: string): string[] {
  const months: string[] = [];
  let month = `${from.slice(0, 7)}-01`;
  while (month <= to) {
    if (month >= from) months.push(month);
    month = `${addDays(month, 32).slice(0, 7)}-01`;
  }
  const every = Math.ceil(months.length / 16);
  return months.filter((_month, index) => index % every === 0);
}
