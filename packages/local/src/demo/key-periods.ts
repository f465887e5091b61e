import type { KeyPeriod } from "@luyue/core/calendar";

const period = (key: string, zh: string, en: string, from: string, to: string): KeyPeriod => ({
  key,
  name: { zh, en },
  from,
  to,
});

/** What the agencies of the demo guard: public holidays and the two sessions of 2026 and 2027. */
export const demoKeyPeriods: readonly KeyPeriod[] = [
  period("new-year-2026", "2026年元旦", "New Year 2026", "2026-01-01", "2026-01-03"),
  period("spring-festival-2026", "2026年春节", "Spring Festival 2026", "2026-02-15", "2026-02-23"),
  period("two-sessions-2026", "2026年全国两会", "the two sessions 2026", "2026-03-04", "2026-03-12"),
  period("labour-day-2026", "2026年五一", "May Day 2026", "2026-05-01", "2026-05-05"),
  period("national-day-2026", "2026年国庆", "National Day 2026", "2026-10-01", "2026-10-07"),
  period("new-year-2027", "2027年元旦", "New Year 2027", "2027-01-01", "2027-01-03"),
  period("spring-festival-2027", "2027年春节", "Spring Festival 2027", "2027-02-05", "2027-02-12"),
  period("two-sessions-2027", "2027年全国两会", "the two sessions 2027", "2027-03-03", "2027-03-12"),
  period("labour-day-2027", "2027年五一", "May Day 2027", "2027-05-01", "2027-05-05"),
  period("national-day-2027", "2027年国庆", "National Day 2027", "2027-10-01", "2027-10-07"),
];
