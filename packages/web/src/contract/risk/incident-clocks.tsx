import { toEpochMs } from "@luyue/core/civil-date";
import { useEffect, useState } from "react";
import { showInstant } from "../../ui/show-instant.ts";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import type { Clock } from "./incident-queries.ts";
import { partsOf, readClock, runsByTheWall } from "./read-clock.ts";

const tones = { running: "info", met: "good", broken: "bad", metLate: "warn" } as const;
const width = 1000;
const hourMs = 3_600_000;

/** When the server told how the clocks stand, and when that came to this page. */
export interface Told {
  readonly now: string;
  readonly cameAt: number;
}

/** The clocks of an incident as they run: by the second where one is about to break, else by the minute. */
export function IncidentClocks({ clocks, told }: { readonly clocks: readonly Clock[]; readonly told: Told }) {
  const isClose = clocks.some(
    ({ metAt, dueAt }) => metAt === null && Math.abs(toEpochMs(dueAt) - toEpochMs(told.now)) < hourMs,
  );
  const nowMs = useNow(told, isClose ? 1000 : 60_000);
  if (clocks.length === 0) return null;
  return (
    <ul className="papers">
      {clocks.map((clock) => (
        <ClockRow key={clock.limit} clock={clock} toldMs={toEpochMs(told.now)} nowMs={nowMs} />
      ))}
    </ul>
  );
}

/** The server's time as it goes on from when it was told; the browser's clock may be wrong, but runs as fast. */
function useNow({ now, cameAt }: Told, everyMs: number): number {
  const [at, setAt] = useState(cameAt);
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return toEpochMs(now) + Math.max(0, at - cameAt);
}

function ClockRow(props: { readonly clock: Clock; readonly toldMs: number; readonly nowMs: number }) {
  const { clock, toldMs, nowMs } = props;
  const { t, say } = useWords();
  const { used, leftMs, overMs } = readClock(clock, toldMs, nowMs);
  const state = clock.state === "running" && overMs !== undefined ? "broken" : clock.state;
  const durationOf = (ms: number) => {
    const { unit, first, second } = partsOf(ms);
    return t(`incident.duration.${unit}`, { first, second });
  };
  return (
    <li>
      <div className="clock">
        <Tag tone={tones[state]}>{t(`incident.clock.${state}`)}</Tag> {say(clock.title)}{" "}
        {leftMs === undefined ? null : (
          <strong role="timer">
            {t(runsByTheWall(clock, toldMs) ? "incident.left" : "incident.leftInHours", {
              time: durationOf(leftMs),
            })}
          </strong>
        )}
        {overMs === undefined ? null : (
          <strong role="timer" className="late">
            {t("incident.over", { time: durationOf(overMs) })}
          </strong>
        )}
        <svg viewBox={`0 0 ${width} 8`} preserveAspectRatio="none" aria-hidden="true" className={state}>
          <rect className="whole-time" width={width} height={8} />
          <rect className="used-time" width={Math.round(Math.min(1, used) * width)} height={8} />
        </svg>
        <small className="block">
          {t("incident.runsFrom", { at: showInstant(clock.startedAt) })} ·{" "}
          {t("incident.dueAt", { at: showInstant(clock.dueAt) })}
          {clock.metAt === null ? "" : ` · ${t("incident.met", { at: showInstant(clock.metAt) })}`}
        </small>
      </div>
    </li>
  );
}
