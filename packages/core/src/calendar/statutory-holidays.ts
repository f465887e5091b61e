import { addDays, type CivilDate } from "../civil-date/index.ts";
import { DomainError } from "../error/index.ts";
import type { Text } from "../text/index.ts";
import {
  dragonBoat,
  labourDay,
  midAutumn,
  nationalDay,
  nationalDayAndMidAutumn,
  newYear,
  qingming,
  springFestival,
} from "./holiday-names.ts";
import { lunarTable } from "./lunar-table.ts";

export interface StatutoryHoliday {
  readonly date: CivilDate;
  readonly name: Text;
}

function dateFromTable(year: number, column: readonly number[]): CivilDate {
  const packed = column[year - lunarTable.firstYear];
  if (packed === undefined) {
    throw new DomainError("invalid", {
      zh: `${year} 年没有放假安排，农历日期也不在 ${lunarTable.firstYear} 年至 ${lunarTable.lastYear} 年的表内`,
      en: `no arrangement for ${year}, and its lunar dates are outside the table of ${lunarTable.firstYear} to ${lunarTable.lastYear}`,
    });
  }
  return `${year}-${`${packed}`.padStart(4, "0").replace(/^../, "$&-")}`;
}

/**
 * The 13 statutory holidays of a year without an arrangement, in order; 12 dates where Mid-Autumn falls into National Day.
 * Source: 全国年节及纪念日放假办法, article 2, as revised on 2024-11-10. Throws DomainError "invalid" outside 2020 to 2100.
 */
export function listStatutoryHolidays(year: number): readonly StatutoryHoliday[] {
  const spring = dateFromTable(year, lunarTable.springFestival);
  const autumn = dateFromTable(year, lunarTable.midAutumn);
  const national = [`${year}-10-01`, `${year}-10-02`, `${year}-10-03`];
  return [
    { date: `${year}-01-01`, name: newYear },
    ...[-1, 0, 1, 2].map((offset) => ({ date: addDays(spring, offset), name: springFestival })),
    { date: dateFromTable(year, lunarTable.qingming), name: qingming },
    { date: `${year}-05-01`, name: labourDay },
    { date: `${year}-05-02`, name: labourDay },
    { date: dateFromTable(year, lunarTable.dragonBoat), name: dragonBoat },
    ...(national.includes(autumn) ? [] : [{ date: autumn, name: midAutumn }]),
    ...national.map((date) => ({
      date,
      name: date === autumn ? nationalDayAndMidAutumn : nationalDay,
    })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
