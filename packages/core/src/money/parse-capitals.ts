import type { Money } from "./money.ts";

/** One sign for each meaning, and the ways of writing it. */
const meanings: Readonly<Record<string, string>> = {
  0: "零〇○",
  1: "壹壱一",
  2: "贰貳二两兩",
  3: "叁參叄参三",
  4: "肆四",
  5: "伍五",
  6: "陆陸六",
  7: "柒七",
  8: "捌八",
  9: "玖九",
  S: "拾十",
  B: "佰百",
  Q: "仟千",
  W: "万萬",
  Y: "亿億",
  y: "元圆圓",
  j: "角",
  f: "分",
  z: "整正",
};
const signs = new Map(
  Object.entries(meanings).flatMap(([sign, forms]) => Array.from(forms, (form) => [form, sign] as const)),
);

const label = "(?:大写|大寫|\\((?:大写|大寫)\\))?";
const prefix = new RegExp(`^${label}(?:人民[币幣])?${label}:?`);
const amountShape = /^(?:([\dSBQWY]+)y)?(?:0*(\d)j)?(?:0*(\d)f)?z?$/;
const integerShape = /^(?:(.*)Y)?(?:([^WY]*)W)?([^WY]*)$/;
// A bare 拾 is ten, but in 零拾 the 零 is its digit.
const sectionShape = /^0*(?:(\d)Q)?0*(?:(\d)B)?0*(?:(\d|(?<!0))S)?0*(\d)?$/;

/** Below ten thousand; undefined when empty or out of order. */
function readSection(text: string): number | undefined {
  const match = sectionShape.exec(text);
  if (text === "" || !match) return undefined;
  const [, thousands = "0", hundreds = "0", tens = "0", ones = "0"] = match;
  return Number(`${thousands}${hundreds}${tens === "" ? "1" : tens}${ones}`);
}

function readOptional(text: string | undefined, read: (part: string) => number | undefined) {
  return text === undefined ? 0 : read(text);
}

/** Below 100 000 亿; undefined for what is no number. */
function readInteger(text: string): number | undefined {
  const [, ofYi, ofWan, rest = ""] = integerShape.exec(text) ?? [];
  if (rest === "" && ofYi === undefined && ofWan === undefined) return undefined;
  const high = readOptional(ofYi, readInteger);
  const middle = readOptional(ofWan, readSection);
  const low = rest === "" ? 0 : readSection(rest);
  if (high === undefined || middle === undefined || low === undefined || high > 99_999) return undefined;
  return high * 100_000_000 + middle * 10_000 + low;
}

/**
 * The amount that a text in Chinese capitals says, whole text only; undefined for anything that is none.
 * Tolerates the prefix 人民币 and 大写, spaces, 圆 for 元, 正 for 整, missing or extra 零, a bare leading 拾,
 * traditional and everyday digits. What has no 元 before its 整 is none: 二万五 may be 25 000 or 20 005.
 */
export function parseCapitals(text: string): Money | undefined {
  const bare = text.normalize("NFKC").replace(/\s+/g, "").replace(prefix, "");
  if (bare.length > 60) return undefined;
  const coded = Array.from(bare, (form) => signs.get(form) ?? "?").join("");
  const [matched = "", integer, jiao, fen] = amountShape.exec(coded) ?? [];
  if (!/[yjf]/.test(matched)) return undefined;
  const yuan = readOptional(integer, readInteger);
  return yuan === undefined ? undefined : `${yuan}.${jiao ?? "0"}${fen ?? "0"}`;
}
