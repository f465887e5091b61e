import { LunarDay, type SolarDay, SolarTerm } from "tyme4ts";
import { describe, expect, it } from "vitest";
import { DomainError } from "../error/index.ts";
import { lunarTable } from "./lunar-table.ts";
import { listStatutoryHolidays } from "./statutory-holidays.ts";

const years = Array.from({ length: 81 }, (_, at) => 2020 + at);
const pack = (day: SolarDay): number => day.getMonth() * 100 + day.getDay();

describe("lunar table", () => {
  it.each([
    ["springFestival", (year: number) => LunarDay.fromYmd(year, 1, 1).getSolarDay()],
    ["dragonBoat", (year: number) => LunarDay.fromYmd(year, 5, 5).getSolarDay()],
    ["midAutumn", (year: number) => LunarDay.fromYmd(year, 8, 15).getSolarDay()],
    ["qingming", (year: number) => SolarTerm.fromName(year, "清明").getJulianDay().getSolarDay()],
  ] as const)("holds what tyme4ts computes for %s", (column, compute) => {
    expect(lunarTable[column]).toEqual(years.map((year) => pack(compute(year))));
  });

  it("agrees with Intl's Chinese calendar, but for two new moons next to midnight", () => {
    const format = new Intl.DateTimeFormat("en-u-ca-chinese", {
      timeZone: "UTC",
      month: "numeric",
      day: "numeric",
    });
    const columns = [
      ["1/1", lunarTable.springFestival],
      ["5/5", lunarTable.dragonBoat],
      ["8/15", lunarTable.midAutumn],
    ] as const;
    const disputed = columns.flatMap(([lunar, column]) =>
      years.filter((year, at) => {
        const packed = column[at] ?? 0;
        const time = Date.UTC(year, Math.floor(packed / 100) - 1, packed % 100);
        return format.format(time) !== lunar;
      }),
    );
    expect([2027, 2030]).toEqual(expect.arrayContaining(disputed));
  });
});

describe("listStatutoryHolidays", () => {
  it("lists the 13 days of 2027 in order", () => {
    expect(listStatutoryHolidays(2027).map(({ date, name }) => `${date} ${name.zh}`)).toEqual([
      "2027-01-01 元旦",
      "2027-02-05 春节",
      "2027-02-06 春节",
      "2027-02-07 春节",
      "2027-02-08 春节",
      "2027-04-05 清明节",
      "2027-05-01 劳动节",
      "2027-05-02 劳动节",
      "2027-06-09 端午节",
      "2027-09-15 中秋节",
      "2027-10-01 国庆节",
      "2027-10-02 国庆节",
      "2027-10-03 国庆节",
    ]);
  });

  it("names both festivals where Mid-Autumn falls into National Day", () => {
    const october = listStatutoryHolidays(2031).filter(({ date }) => date >= "2031-09-01");
    expect(october.map(({ date, name }) => `${date} ${name.zh}`)).toEqual([
      "2031-10-01 国庆节、中秋节",
      "2031-10-02 国庆节",
      "2031-10-03 国庆节",
    ]);
  });

  it("knows every year of the table, and refuses the others", () => {
    for (const year of years) {
      const dates = listStatutoryHolidays(year).map(({ date }) => date);
      expect(new Set(dates).size).toBe(dates.length);
      expect(dates.toSorted()).toEqual(dates);
      expect([12, 13]).toContain(dates.length);
    }
    for (const year of [2019, 2101]) {
      expect(() => listStatutoryHolidays(year)).toThrow(DomainError);
    }
  });
});
