import type { Calendar } from "../calendar/index.ts";
import type { Instant } from "../civil-date/index.ts";
import {
  type IncidentClass,
  type IncidentCondition,
  type IncidentTerms,
  titleText,
} from "../contract/index.ts";
import { fractionOf, keepsTo, showFraction } from "../measurement/index.ts";
import type { Text } from "../text/index.ts";
import type { Incident } from "./incident.ts";
import { type KnownFacts, readFacts } from "./read-facts.ts";

/**
 * Whether a condition holds, by the figures compared; nothing is said where a fact is missing, or where time may still turn
 * it: then `recoveredAt` is missing.
 */
export interface ConditionAssessment {
  readonly text: Text;
  readonly holds?: boolean;
  readonly missing: readonly string[];
}

/** Whether a ground of a class holds: all of its conditions do. */
export interface GroundAssessment {
  readonly class: string;
  readonly ground: string;
  readonly title: Text;
  readonly holds?: boolean;
  readonly conditions: readonly ConditionAssessment[];
}

/**
 * What an incident's facts come to: the gravest class with a ground that holds, `none` where no ground can hold, and
 * nothing while facts are missing that could decide it. `open` names the facts that graver classes still want.
 */
export interface IncidentAssessment {
  readonly class?: "none" | (string & {});
  readonly ground?: string;
  readonly open: readonly string[];
  readonly grounds: readonly GroundAssessment[];
}

/** Sorts an incident into the contract's own classes, the gravest first; a person decides in any case. */
export function classifyIncident(
  terms: IncidentTerms,
  incident: Incident,
  calendar: Calendar,
  now: Instant,
): IncidentAssessment {
  const facts = readFacts(terms, incident, calendar, now);
  const grounds = terms.classes.flatMap((each) => assessClass(each, incident.kind, facts));
  const at = grounds.findIndex(({ holds }) => holds === true);
  const graver = grounds.slice(0, at < 0 ? undefined : at).filter(({ holds }) => holds === undefined);
  const open = [...new Set(graver.flatMap(({ conditions }) => conditions.flatMap(({ missing }) => missing)))];
  const found = grounds[at];
  if (found !== undefined) return { class: found.class, ground: found.ground, open, grounds };
  return { ...(open.length === 0 ? { class: "none" } : {}), open, grounds };
}

function assessClass(
  { key, grounds }: IncidentClass,
  kind: string | undefined,
  facts: KnownFacts,
): GroundAssessment[] {
  return grounds.map(({ key: ground, title, kind: wanted, all }) => {
    const conditions = all.map((condition) => assessCondition(condition, facts));
    const named = { class: key, ground, title: titleText(title), conditions };
    if (wanted !== undefined && kind !== undefined && wanted !== kind) return { ...named, holds: false };
    const asked = wanted !== undefined && kind === undefined ? [{ text: kindAsked, missing: ["kind"] }] : [];
    return withVerdict({ ...named, conditions: [...asked, ...conditions] });
  });
}

const kindAsked: Text = { zh: "事件种类未填", en: "the kind of incident is not given" };

function withVerdict(ground: GroundAssessment): GroundAssessment {
  const { conditions } = ground;
  if (conditions.some(({ holds }) => holds === false)) return { ...ground, holds: false };
  return conditions.every(({ holds }) => holds === true) ? { ...ground, holds: true } : ground;
}

function assessCondition(condition: IncidentCondition, facts: KnownFacts): ConditionAssessment {
  if (!("any" in condition)) return assessPlain(condition, facts);
  const each = condition.any.map((one) => assessPlain(one, facts));
  const text = {
    zh: each.map(({ text: { zh } }) => zh).join("，或"),
    en: each.map(({ text: { en } }) => en).join(", or "),
  };
  const missing = each.flatMap((one) => one.missing);
  if (each.some(({ holds }) => holds === true)) return { text, holds: true, missing: [] };
  return missing.length > 0 ? { text, missing } : { text, holds: false, missing };
}

type Plain = Exclude<IncidentCondition, { readonly any: unknown }>;

const signs = { atLeast: "≥", moreThan: ">", atMost: "≤", lessThan: "<" } as const;

function assessPlain(condition: Plain, facts: KnownFacts): ConditionAssessment {
  const { title, unit, value, running } = facts(condition.fact);
  const wanted = wantedOf(condition, unit);
  if (value === undefined) {
    return {
      text: {
        zh: `${title.zh}：未填（要求${wanted.zh}）`,
        en: `${title.en}: not given (wanted: ${wanted.en})`,
      },
      missing: [condition.fact],
    };
  }
  const text = (is: Text) => ({
    zh: `${title.zh}：${is.zh}（要求${wanted.zh}）`,
    en: `${title.en}: ${is.en} (wanted: ${wanted.en})`,
  });
  if ("is" in condition) {
    return { text: text(yesOrNo(value === true)), holds: value === condition.is, missing: [] };
  }
  if (typeof value === "boolean") throw new RangeError(`${condition.fact} is a question, not a figure`);
  const shown = `${showFraction(value)}${unit === undefined ? "" : ` ${unit}`}`;
  const said = text({ zh: shown, en: shown });
  const holds = keepsTo(value, condition);
  if (running === true && holds !== isLowerBound(condition)) return { text: said, missing: ["recoveredAt"] };
  return { text: said, holds, missing: [] };
}

/** What grows stays past a bound from below that it has reached, and past one from above that it has broken. */
function isLowerBound({ bound }: Exclude<Plain, { readonly is: boolean }>): boolean {
  return bound === "atLeast" || bound === "moreThan";
}

function wantedOf(condition: Plain, unit: string | undefined): Text {
  if ("is" in condition) return yesOrNo(condition.is);
  const figure = `${signs[condition.bound]} ${showFraction(fractionOf(condition.value))}${unit === undefined ? "" : ` ${unit}`}`;
  return { zh: figure, en: figure };
}

function yesOrNo(yes: boolean): Text {
  return yes ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
}
