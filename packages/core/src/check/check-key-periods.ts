import { type Calendar, keyPeriodsWithin } from "../calendar/index.ts";
import { type ContractTerms, titleText } from "../contract/index.ts";
import type { KeyPeriodSchedule } from "../date-rule/index.ts";
import { readTermDates } from "../obligation/index.ts";
import type { Text } from "../text/index.ts";
import type { Check, CheckFacts, Finding } from "./check.ts";
import { passed } from "./passed.ts";
import { joinTexts } from "./text.ts";

/** Which days are key periods is the agency's to say; without them nobody would be reminded of the duty agreed for them. */
export const keyPeriodsKnown: Check = {
  id: "keyPeriodsKnown",
  title: { zh: "重保时期已明确", en: "the key periods are known" },
  source: {
    zh: "合同服务内容条款与单位的重保时期设置",
    en: "the contract's services and the agency's key periods",
  },
  find: checkKeyPeriods,
};

interface KeyPeriodDuty {
  readonly title: Text;
  readonly place: string;
  readonly span: KeyPeriodSchedule["span"];
}

function checkKeyPeriods(terms: ContractTerms, { events, calendar }: CheckFacts): Finding[] {
  const duties = listDuties(terms);
  if (duties.length === 0)
    return passed({ zh: "没有约定重保时期义务", en: "no duty of key periods is agreed" });
  const { spanDays } = readTermDates(terms, events, calendar);
  const lacking: KeyPeriodDuty[] = [];
  const open: KeyPeriodDuty[] = [];
  const found = new Map<string, Text>();
  for (const duty of duties) {
    const days = spanDays(duty.span);
    const periods = days === undefined ? [] : keyPeriodsWithin(calendar, days.from, days.to);
    for (const { period } of periods) {
      const { key, name, from, to } = period;
      found.set(key, { zh: `${name.zh} ${from} 至 ${to}`, en: `${name.en} ${from} to ${to}` });
    }
    if (days === undefined && calendar.keyPeriods.length > 0) open.push(duty);
    else if (periods.length === 0) lacking.push(duty);
  }
  const wanting = [...askForPeriods(lacking, calendar), ...askForTerm(open)];
  const places = duties.map(({ place }) => place);
  return wanting.length > 0 ? wanting : passed(joinTexts([...found.values()], "、", ", "), places);
}

function askForPeriods(duties: readonly KeyPeriodDuty[], { keyPeriods }: Calendar): Finding[] {
  if (duties.length === 0) return [];
  const names = namesOf(duties);
  const none =
    keyPeriods.length === 0
      ? { zh: "缺少：单位的重保时期", en: "missing: the agency's key periods" }
      : { zh: "缺少：义务期间内的重保时期", en: "missing: key periods of the agency within the term" };
  return [
    {
      verdict: "notEnoughInput",
      figures: {
        zh: `${none.zh}，涉及${names.zh}；请管理员在单位设置中填写名称与起止日期`,
        en: `${none.en}, for ${names.en}; an administrator enters their names and days in the agency's settings`,
      },
      places: duties.map(({ place }) => place),
      missing: ["keyPeriods"],
    },
  ];
}

function askForTerm(duties: readonly KeyPeriodDuty[]): Finding[] {
  if (duties.length === 0) return [];
  const names = namesOf(duties);
  return [
    {
      verdict: "notEnoughInput",
      figures: {
        zh: `缺少：服务期起止日尚未确定，无法判断${names.zh}涉及哪些重保时期`,
        en: `missing: the first and last day of the term, to say which key periods ${names.en} is for`,
      },
      places: duties.map(({ place }) => place),
      missing: ["termEnd"],
    },
  ];
}

function namesOf(duties: readonly KeyPeriodDuty[]): Text {
  const named = duties.map(({ title }) => ({ zh: `“${title.zh}”`, en: `“${title.en}”` }));
  return joinTexts(named, "、", ", ");
}

function listDuties(terms: ContractTerms): KeyPeriodDuty[] {
  return (["services", "deliverables", "reports"] as const).flatMap((list) =>
    (terms[list] ?? []).flatMap(({ title, schedule }, index) =>
      schedule.schedule === "keyPeriods"
        ? [{ title: titleText(title), place: `/${list}/${index}/schedule`, span: schedule.span }]
        : [],
    ),
  );
}
