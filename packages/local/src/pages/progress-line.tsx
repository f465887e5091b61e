import { countPhrase } from "@luyue/core/date-rule";
import { CountBar, type CountPart } from "./count-bar.tsx";
import { bracket, say, type View } from "./frame.tsx";
import { HandInForm } from "./hand-in-form.tsx";
import { ObligationList } from "./obligation-list.tsx";
import { PieceRows } from "./piece-rows.tsx";
import type { FormPlace } from "./row-form.tsx";
import type { WorkLine } from "./work-lines.ts";

const mostListed = 15;

/** A service, deliverable or report in one row: how far it is, its pace, what was handed in, and what can be done. */
export function ProgressLine({ place, line }: { place: FormPlace; line: WorkLine }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { row, obligations } = line;
  const name = row.title[view.language];
  return (
    <section class="money work" id={place.anchor} aria-label={name}>
      <div class="what">
        <h3>
          {name} <StateTag view={view} line={line} />
        </h3>
        <small>
          {[...(row.number === null ? [] : [t(`成果 ${row.number}`, `no. ${row.number}`)]), row.clause ?? ""]
            .filter((each) => each !== "")
            .join(" · ")}
        </small>
      </div>
      <div class="stand">
        <CountBar parts={partsOf(line, view)} label={name} />
        <Pace view={view} line={line} />
        <ServiceFacts view={view} line={line} />
      </div>
      <Figures view={view} line={line} />
      <div class="more folds">
        <PieceRows place={place} pieces={line} />
        <HandInForm place={place} pieces={line} late={row.overdue > 0} />
        {obligations.length === 0 ? null : (
          <details>
            <summary>{`${t("日期与依据", "Dates and why")}${bracket(view, obligations.length)}`}</summary>
            <ObligationList
              view={view}
              items={obligations.slice(0, mostListed)}
              empty=""
              contract={false}
              around={place.anchor}
            />
            {obligations.length > mostListed ? (
              <p class="soft">
                {t(
                  `另有 ${obligations.length - mostListed} 期，日期更晚。`,
                  `${obligations.length - mostListed} more come later.`,
                )}
              </p>
            ) : null}
          </details>
        )}
      </div>
    </section>
  );
}

function StateTag({ view, line: { row, obligations, returned, inCheck } }: { view: View; line: WorkLine }) {
  if (row.overdue > 0)
    return <span class="tag overdue">{say(view, `逾期 ${row.overdue}`, `${row.overdue} overdue`)}</span>;
  if (returned.length > 0) return <span class="tag overdue">{say(view, "已退回", "returned")}</span>;
  if (inCheck.length > 0) return <span class="tag waiting">{say(view, "待核验", "in check")}</span>;
  if (row.owed !== null && row.done >= row.owed.inAll && row.owed.inAll > 0)
    return <span class="tag fulfilled">{say(view, "已完成", "done")}</span>;
  if (obligations.some(({ quota }) => quota?.pace?.state === "behind"))
    return <span class="tag overdue">{say(view, "进度落后", "behind")}</span>;
  return null;
}

/** Done, in check, returned, overdue, the rest; of what has no count agreed what was done. */
function partsOf({ row, inCheck }: WorkLine, view: View): CountPart[] {
  const t = (zh: string, en: string) => say(view, zh, en);
  const { done, returned, overdue, owed } = row;
  const waiting = owed === null ? inCheck.length : inCheck.reduce((sum, { quantity }) => sum + quantity, 0);
  const taken = done + waiting;
  const late = Math.max(0, overdue - returned);
  return [
    { key: "done", count: done, name: t("已完成", "done") },
    { key: "check", count: waiting, name: t("待核验", "in check") },
    { key: "back", count: returned, name: t("退回", "returned") },
    { key: "overdue", count: late, name: t("逾期", "overdue") },
    {
      key: "rest",
      count: Math.max(0, (owed?.inAll ?? 0) - taken - returned - late),
      name: t("待完成", "to come"),
    },
  ];
}

function Pace({ view, line: { obligations } }: { view: View; line: WorkLine }) {
  const behind = obligations.find(({ quota }) => quota?.pace?.state === "behind")?.quota?.pace;
  if (behind === undefined || behind === null) return null;
  return <p class="standing bad">{`${say(view, "进度落后：", "Behind: ")}${behind.why[view.language]}`}</p>;
}

function ServiceFacts({ view, line: { row } }: { view: View; line: WorkLine }) {
  const { service } = row;
  const t = (zh: string, en: string) => say(view, zh, en);
  if (service === null) return null;
  const { days, people, records, lastPerformedOn } = service;
  const facts = [
    ...(records === 0 ? [] : [t(`记录 ${records} 份`, `${records} ${records === 1 ? "record" : "records"}`)]),
    ...(lastPerformedOn === null ? [] : [t(`最近一次 ${lastPerformedOn}`, `last on ${lastPerformedOn}`)]),
    ...(days === null
      ? []
      : [t(`已用 ${days.used}/${days.agreed} 天`, `${days.used} of ${days.agreed} days used`)]),
    ...(people === null
      ? []
      : [
          t(
            `累计 ${people.sum} 人，每次不少于 ${people.least} 人`,
            `${people.sum} people in all, at least ${people.least} each time`,
          ),
        ]),
  ];
  if (facts.length === 0) return null;
  return (
    <p class={`standing ${days !== null && days.used > days.agreed ? "bad" : "soft"}`}>{facts.join(" · ")}</p>
  );
}

function Figures({ view, line: { row, obligations } }: { view: View; line: WorkLine }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const { owed, done, onTime, late, unit } = row;
  const next = obligations.find(({ dueOn, state }) => dueOn !== null && state !== "waiting")?.dueOn;
  const count = (of: number) => of.toLocaleString("en-US");
  return (
    <dl class="dates">
      <div>
        <dt>{owed === null ? t("已完成", "Done") : t("已完成 / 应完成", "Done of owed")}</dt>
        <dd>
          {owed === null
            ? count(done)
            : `${count(done)} / ${unit === null ? count(owed.inAll) : countPhrase(owed.inAll, unit)[view.language]}`}
          {owed !== null && owed.soFar > 0 && owed.soFar < owed.inAll ? (
            <small>
              {bracket(view, t(`截至今日应完成 ${count(owed.soFar)}`, `${count(owed.soFar)} by today`))}
            </small>
          ) : null}
        </dd>
      </div>
      {onTime + late === 0 ? null : (
        <div>
          <dt>{t("按时 / 迟交", "On time / late")}</dt>
          <dd class={late > 0 ? "bad" : ""}>{`${onTime} / ${late}`}</dd>
        </div>
      )}
      {next === undefined || next === null ? null : (
        <div>
          <dt>{next < view.today ? t("最早逾期", "Overdue since") : t("下一日期", "Next day")}</dt>
          <dd class={next < view.today ? "bad" : ""}>{next}</dd>
        </div>
      )}
    </dl>
  );
}
