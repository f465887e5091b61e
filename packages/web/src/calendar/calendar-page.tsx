import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type Calendar, createCalendar, dayOf } from "@luyue/core/calendar";
import { addDays, addMonths, lastDayOfMonth, weekdayOf } from "@luyue/core/civil-date";
import { Button } from "antd";
import { useMemo } from "react";
import { api, readAll } from "../client/api.ts";
import { tabOf } from "../contract/contract-search.ts";
import type { Obligation } from "../obligation/obligation-queries.ts";
import { tenantQuery } from "../office/settings/tenant-queries.ts";
import { useSession } from "../session/session.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Page } from "../ui/page.tsx";
import { useWords } from "../words/words.ts";
import { listWeeks } from "./list-weeks.ts";

const mostShown = 3;

/** A month of the agency's own calendar: working days, make-up days, holidays, key periods, and what falls due on each day. */
export function CalendarPage() {
  const { t } = useWords();
  const { today } = useSession();
  const { month = today.slice(0, 7) } = useSearch({ from: "/inside/calendar" });
  const first = `${month}-01`;
  const last = lastDayOfMonth(first);
  const navigate = useNavigate({ from: "/calendar" });
  const go = (to: string) => {
    navigate({ search: { month: to.slice(0, 7) } }).catch(() => undefined);
  };
  const tenant = useQuery(tenantQuery);
  const due = useQuery({
    queryKey: ["obligations", "month", month],
    queryFn: () =>
      readAll((query) => api.v1.obligations.$get({ query: { ...query, from: first, to: last } })),
  });
  const periods = (tenant.data?.keyPeriods ?? []).filter(({ from, to }) => from <= last && to >= first);
  const { say } = useWords();
  return (
    <Page
      title={t("calendar.title", { month })}
      aside={
        <div className="actions">
          <Button onClick={() => go(addMonths(first, -1))}>{t("calendar.earlier")}</Button>
          <Button onClick={() => go(today)}>{t("common.today")}</Button>
          <Button onClick={() => go(addMonths(first, 1))}>{t("calendar.later")}</Button>
        </div>
      }
    >
      {periods.length === 0 ? null : (
        <p className="lead">
          {t("calendar.keyPeriods")}：
          {periods.map(({ name, from, to }) => `${say(name)} ${from} — ${to}`).join("；")}
        </p>
      )}
      <Loaded query={tenant} rows={10}>
        {({ closingDays, keyPeriods }) => (
          <Month
            first={first}
            input={{ closingDays, keyPeriods }}
            items={due.data?.items ?? []}
            isMore={due.data?.more === true}
          />
        )}
      </Loaded>
    </Page>
  );
}

type Input = NonNullable<Parameters<typeof createCalendar>[0]>;

function Month(props: {
  readonly first: string;
  readonly input: Input;
  readonly items: readonly Obligation[];
  readonly isMore: boolean;
}) {
  const { first, input, items, isMore } = props;
  const { t } = useWords();
  const calendar = useMemo(() => createCalendar(input), [input]);
  const weekdays = t("calendar.weekdays").split(" ");
  const working = listDays(first).filter((day) => dayOf(calendar, day).working).length;
  return (
    <>
      <table className="month">
        <caption>{t("calendar.working", { count: working })}</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listWeeks(first).map((week) => (
            <tr key={week[0]}>
              {week.map((day) =>
                day.startsWith(first.slice(0, 7)) ? (
                  <DayCell
                    key={day}
                    day={day}
                    calendar={calendar}
                    items={items.filter(({ dueOn }) => dueOn === day)}
                  />
                ) : (
                  <td key={day} className="outside" aria-hidden="true" />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {isMore ? <p className="note">{t("calendar.more")}</p> : null}
    </>
  );
}

function listDays(first: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day <= lastDayOfMonth(first); day = addDays(day, 1)) days.push(day);
  return days;
}

function DayCell(props: {
  readonly day: string;
  readonly calendar: Calendar;
  readonly items: readonly Obligation[];
}) {
  const { day, calendar, items } = props;
  const { t, say } = useWords();
  const { today } = useSession();
  const { working, name, provisional } = dayOf(calendar, day);
  const isMakeUp = working && weekdayOf(day) > 5;
  const period = calendar.keyPeriods.find(({ from, to }) => from <= day && to >= day);
  const kind = `${working ? "working" : "free"}${day === today ? " today" : ""}${period === undefined ? "" : " key"}`;
  return (
    <td className={kind}>
      <div className="day-head">
        <time dateTime={day}>{Number(day.slice(8))}</time>
        <span>
          {isMakeUp ? t("calendar.makeUp") : working ? "" : t("calendar.off")}
          {name === undefined ? "" : ` ${say(name)}`}
          {provisional ? ` ${t("common.provisional")}` : ""}
        </span>
      </div>
      {items.length === 0 ? null : (
        <ul>
          {items.slice(0, mostShown).map((item) => (
            <li key={`${item.contractId} ${item.key}`} className={item.state}>
              <Link
                to="/contracts/$contractId"
                params={{ contractId: item.contractId }}
                search={{ tab: tabOf(item.key) }}
                hash={item.key}
                title={`${say(item.title)} · ${item.contractName}`}
              >
                {say(item.title)}
              </Link>
            </li>
          ))}
          {items.length > mostShown ? (
            <li>{t("calendar.others", { count: items.length - mostShown })}</li>
          ) : null}
        </ul>
      )}
    </td>
  );
}
