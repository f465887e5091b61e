import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import { useSession } from "../../session/session.ts";
import { useWords } from "../../words/words.ts";
import { contractObligations, type Place, useContract } from "../contract-place.ts";
import { tabOf } from "../contract-search.ts";
import { contractIncidents } from "../risk/incident-queries.ts";
import {
  type Axis,
  axisOf,
  type Mark,
  monthsOf,
  overhang,
  type Placed,
  placeMarks,
  placeOf,
} from "./place-marks.ts";
import { marksOfIncidents, marksOfObligations, marksOfPeriods } from "./read-marks.ts";

const lanes = ["term", "payment", "work", "incident"] as const;
const rowHeight = 24;
const head = 24;
const laneGap = 10;
const width = 1160 - overhang;
const zooms = [1, 2, 4, 8];
const rowsAtFirst = 6;

function useMarks(place: Place): readonly Mark[] {
  const { language } = useWords();
  const { data: open = [] } = useQuery(contractObligations(place));
  const { data: done = [] } = useQuery(contractObligations(place, "fulfilled"));
  const { data: contract } = useContract(place.contractId);
  const { data: incidents = [] } = useQuery({
    ...contractIncidents(place),
    select: ({ items }) => items,
  });
  return useMemo(
    () => [
      ...marksOfPeriods(contract?.periods ?? [], language),
      ...marksOfObligations([...done, ...open], language),
      ...marksOfIncidents(incidents),
    ],
    [open, done, contract?.periods, incidents, language],
  );
}

/** Terms, payments, work and incidents of a contract on one axis, with a line for today; it can be zoomed and scrolled. */
export function Timeline({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const { today } = useSession();
  const marks = useMarks(place);
  const [zoom, setZoom] = useState(1);
  const scroller = useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = useState(false);
  const axis = useMemo(() => axisOf(marks, today, width, zoom), [marks, today, zoom]);
  const placed = useMemo(() => (axis === undefined ? [] : placeMarks(marks, axis)), [marks, axis]);
  const shown = isWhole ? placed : placed.filter(({ row }) => row < rowsAtFirst);
  const todayAt = axis === undefined ? 0 : placeOf(axis, today);
  useEffect(() => {
    const box = scroller.current;
    if (box !== null) box.scrollLeft = todayAt - box.clientWidth / 3;
  }, [todayAt]);
  if (axis === undefined) return null;
  return (
    <section className="panel timeline" aria-labelledby="timeline">
      <div className="panel-head">
        <h2 id="timeline">{t("contract.timeline")}</h2>
        <Segmented
          aria-label={t("contract.zoom")}
          options={zooms.map((value) => ({ value, label: `${value}×` }))}
          value={zoom}
          onChange={setZoom}
        />
      </div>
      <div ref={scroller} className="scroller" role="region" aria-label={t("contract.scrolls")} tabIndex={0}>
        <Picture axis={axis} placed={shown} todayAt={todayAt} place={place} />
      </div>
      {isWhole || shown.length === placed.length ? null : (
        <Button onClick={() => setWhole(true)}>
          {t("contract.wholeTimeline", { count: placed.length })}
        </Button>
      )}
    </section>
  );
}

function Picture(props: {
  readonly axis: Axis;
  readonly placed: readonly Placed[];
  readonly todayAt: number;
  readonly place: Place;
}) {
  const { axis, placed, todayAt, place } = props;
  const { t } = useWords();
  const { today } = useSession();
  const used = lanes.filter((lane) => placed.some((mark) => mark.lane === lane));
  const tops = new Map<string, number>();
  let height = head;
  for (const lane of used) {
    tops.set(lane, height);
    const rows = 1 + Math.max(...placed.filter((mark) => mark.lane === lane).map(({ row }) => row));
    height += rows * rowHeight + laneGap;
  }
  const bottom = height + 16;
  const whole = axis.width + overhang;
  return (
    <svg
      width={whole}
      height={bottom}
      viewBox={`0 0 ${whole} ${bottom}`}
      role="img"
      aria-label={t("contract.timeline")}
    >
      {monthsOf(axis).map((month) => (
        <g key={month} className="month">
          <line x1={placeOf(axis, month)} y1={18} x2={placeOf(axis, month)} y2={height} />
          <text x={placeOf(axis, month) + 3} y={13}>
            {month.slice(0, 7)}
          </text>
        </g>
      ))}
      {used.map((lane) => (
        <line key={lane} className="lane" x1={0} x2={whole} y1={tops.get(lane)} y2={tops.get(lane)} />
      ))}
      {placed.map((mark) => (
        <Bar
          key={mark.key}
          mark={mark}
          y={(tops.get(mark.lane) ?? 0) + mark.row * rowHeight + 6}
          place={place}
        />
      ))}
      <g className="today">
        <line x1={todayAt} y1={18} x2={todayAt} y2={height} />
        <text x={todayAt + 4} y={bottom - 4}>
          {t("common.today")} {today}
        </text>
      </g>
    </svg>
  );
}

function Bar({ mark, y, place }: { readonly mark: Placed; readonly y: number; readonly place: Place }) {
  const navigate = useNavigate();
  const { key, lane, label, labelAt, from, to, tone, x, width: long } = mark;
  const tab = lane === "incident" ? "incidents" : lane === "term" ? undefined : tabOf(key);
  const go = () => {
    if (tab === undefined) return;
    const { contractId } = place;
    navigate({ to: "/contracts/$contractId", params: { contractId }, search: { tab }, hash: key }).catch(
      () => undefined,
    );
  };
  return (
    <g className={`mark ${lane} ${tone}${tab === undefined ? "" : " leads"}`} onClick={go}>
      <title>{from === to ? `${label} ${to}` : `${label} ${from} — ${to}`}</title>
      <rect x={x} y={y} width={long} height={12} rx={3} />
      {labelAt === undefined ? null : (
        <text x={labelAt === "after" ? x + long + 5 : x - 5} y={y + 10.5} className={labelAt}>
          {label}
        </text>
      )}
    </g>
  );
}
