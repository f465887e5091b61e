import { eventLabel } from "../event/index.ts";
import type { Text } from "../text/index.ts";
import type { Anchor, DateRule } from "./date-rule.ts";
import { eventNoun } from "./event-noun.ts";
import { enumerateTexts, hoursPhrase, joinTexts, periodPhrase, windowPhrase } from "./phrase.ts";

/** Names a subject of a rule (a term's key or an obligation's) to a reader. */
export type NameSubject = (subject: string) => Text;

export const keepSubject: NameSubject = (subject) => ({ zh: subject, en: subject });

/** A rule in words, in both languages, as a contract would put it. */
export function printRule(rule: DateRule, nameOf: NameSubject = keepSubject): Text {
  switch (rule.rule) {
    case "on":
      return printDay(rule.anchor, nameOf);
    case "from": {
      const { zh, en } = printAnchor(rule.anchor, nameOf);
      return { zh: `自${zh}起`, en: `from ${en} onwards` };
    }
    case "within":
      return rule.count === 0 ? printDay(rule.after, nameOf) : printWithin(rule, nameOf);
    case "clock":
      return printWithin(rule, nameOf);
    case "before":
      return printBefore(rule, nameOf);
    case "window":
      return windowPhrase(rule.window);
    case "between":
      return printBetween(rule.from, rule.to, nameOf);
    case "later":
    case "earlier":
      return printChoice(
        rule.rule,
        rule.of.map((each) => printRule(each, nameOf)),
      );
  }
}

/** From one anchor to another, in words. */
export function printBetween(from: Anchor, to: Anchor, nameOf: NameSubject): Text {
  const start = printAnchor(from, nameOf);
  const end = printAnchor(to, nameOf);
  return { zh: `自${start.zh}起至${end.zh}止`, en: `from ${start.en} to ${end.en}` };
}

function printWithin(rule: Extract<DateRule, { rule: "within" | "clock" }>, nameOf: NameSubject): Text {
  const period = periodPhrase(rule.count, rule.unit);
  const after = printAnchor(rule.after, nameOf);
  const fixed = rule.rule === "within" && rule.roll === "none";
  const hours = rule.rule === "clock" ? rule.hours : undefined;
  const more = hours === undefined ? undefined : hoursPhrase(hours);
  return {
    zh: `${after.zh}后${period.zh}内${fixed ? "（遇休息日不顺延）" : ""}${more === undefined ? "" : `（${more.zh}）`}`,
    en: `within ${period.en} after ${after.en}${fixed ? " (holidays do not extend it)" : ""}${more === undefined ? "" : ` (${more.en})`}`,
  };
}

function printBefore(rule: Extract<DateRule, { rule: "before" }>, nameOf: NameSubject): Text {
  if (rule.count === 0) {
    const day = dayOf(rule.before, nameOf);
    return { zh: `不迟于${day.zh}`, en: `no later than ${day.en}` };
  }
  const period = periodPhrase(rule.count, rule.unit);
  const anchor = printAnchor(rule.before, nameOf);
  return { zh: `至少在${anchor.zh}前${period.zh}`, en: `at least ${period.en} before ${anchor.en}` };
}

function printChoice(rule: "later" | "earlier", all: readonly Text[]): Text {
  const two = all.length === 2;
  const joined = joinTexts("；", "; ", all);
  return rule === "later"
    ? { zh: `以较晚者为准：${joined.zh}`, en: `the ${two ? "later" : "latest"} of: ${joined.en}` }
    : { zh: `以较早者为准：${joined.zh}`, en: `the ${two ? "earlier" : "earliest"} of: ${joined.en}` };
}

function printDay(anchor: Anchor, nameOf: NameSubject): Text {
  if (anchor.anchor === "rule") return printRule(anchor.rule, nameOf);
  const { zh, en } = dayOf(anchor, nameOf);
  return { zh, en: `on ${en}` };
}

function dayOf(anchor: Anchor, nameOf: NameSubject): Text {
  const { zh, en } = printAnchor(anchor, nameOf);
  if (anchor.anchor === "date") return { zh, en };
  const day = `${zh}当日`;
  if (anchor.anchor === "due") return { zh: day, en };
  if (anchor.anchor !== "term") return { zh: day, en: `the day of ${en}` };
  const edge = anchor.edge === "start" ? "first" : "last";
  return { zh: day, en: `the ${edge} day of “${nameOf(anchor.term).en}”` };
}

function printAnchor(anchor: Anchor, nameOf: NameSubject): Text {
  switch (anchor.anchor) {
    case "date":
      return { zh: anchor.on, en: anchor.on };
    case "event": {
      const subject = anchor.of === undefined ? undefined : nameOf(anchor.of);
      return { zh: eventLabel(anchor.event, subject).zh, en: eventNoun(anchor.event, subject?.en) };
    }
    case "trigger":
      return { zh: "该事件发生", en: "that event" };
    case "term": {
      const { zh, en } = nameOf(anchor.term);
      return anchor.edge === "start"
        ? { zh: `${zh}开始`, en: `the start of “${en}”` }
        : { zh: `${zh}届满`, en: `the end of “${en}”` };
    }
    case "due": {
      const { zh, en } = nameOf(anchor.of);
      return { zh: `“${zh}”到期`, en: `the due date of “${en}”` };
    }
    case "fulfilled": {
      const { zh, en } = nameOf(anchor.of);
      return { zh: `“${zh}”完成`, en: `completion of “${en}”` };
    }
    case "lastOf":
    case "firstOf":
      return printSeveral(anchor, nameOf);
    case "rule":
      return printNested(anchor.rule, nameOf);
  }
}

function printSeveral(anchor: Extract<Anchor, { anchor: "lastOf" | "firstOf" }>, nameOf: NameSubject): Text {
  const all = anchor.of.map((each) => printAnchor(each, nameOf));
  const two = all.length === 2;
  if (anchor.anchor === "lastOf") {
    const { zh, en } = enumerateTexts("且", "and", all);
    return { zh: `${zh}（以较晚者为准）`, en: `${en} (whichever is ${two ? "later" : "latest"})` };
  }
  const { zh, en } = enumerateTexts("或", "or", all);
  return { zh: `${zh}（以较早者为准）`, en: `${en} (whichever is ${two ? "earlier" : "earliest"})` };
}

/** A rule's date as what another rule counts from: a period that has run out, or the deadline that the rule sets. */
function printNested(rule: DateRule, nameOf: NameSubject): Text {
  if (rule.rule === "on") return printAnchor(rule.anchor, nameOf);
  if (rule.rule === "within" && rule.count > 0) {
    const period = periodPhrase(rule.count, rule.unit);
    const after = printAnchor(rule.after, nameOf);
    const day = rule.after.anchor === "date" ? "" : "之日";
    return { zh: `${after.zh}${day}起满${period.zh}`, en: `the end of ${period.en} from ${after.en}` };
  }
  const { zh, en } = printRule(rule, nameOf);
  return { zh: `“${zh}”的期限`, en: `the date set by “${en}”` };
}
