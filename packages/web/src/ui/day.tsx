import { daysBetween, weekdayOf } from "@luyue/core/civil-date";
import { useSession } from "../session/session.ts";
import { useWords } from "../words/words.ts";

const weekdays = {
  zh: ["", "周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;

/** A civil date with its weekday. */
export function Day({ date }: { readonly date: string }) {
  const { language } = useWords();
  return (
    <time dateTime={date} className="day">
      {date} <small>{weekdays[language][weekdayOf(date)]}</small>
    </time>
  );
}

/** How far a day is from today. */
export function Distance({ date, late }: { readonly date: string; readonly late: boolean }) {
  const { t } = useWords();
  const { today } = useSession();
  const days = daysBetween(today, date);
  if (days === 0) return <small>{t("common.today")}</small>;
  if (days > 0) return <small>{t("common.inDays", { count: days })}</small>;
  return late ? <small className="late">{t("common.lateDays", { count: -days })}</small> : null;
}
