import { toDecimal } from "./exact-decimal.ts";
import type { Money } from "./money.ts";

const digits = "零壹贰叁肆伍陆柒捌玖";
const units = ["仟", "佰", "拾", ""];

/** Up to four digits; a run of zeros between digits is one 零, leading and trailing ones are left out. */
function writeSection(section: string): string {
  const written = Array.from(section.padStart(4, "0"), (digit, at) =>
    digit === "0" ? "零" : `${digits.charAt(Number(digit))}${units[at] ?? ""}`,
  ).join("");
  return written.replace(/零+/g, "零").replace(/^零|零$/g, "");
}

/** A whole number without leading zeros, split at the greatest of 亿 and 万 that fits. */
function writeInteger(figure: string): string {
  if (figure.length <= 4) return writeSection(figure);
  const [width, unit] = figure.length > 8 ? [8, "亿"] : [4, "万"];
  const high = figure.slice(0, -width);
  const low = figure.slice(-width);
  const significant = low.replace(/^0+/, "");
  const gap = low.startsWith("0") && significant !== "" ? "零" : "";
  return `${writeInteger(high)}${unit}${gap}${writeInteger(significant)}`;
}

/**
 * An amount in Chinese capitals (人民币大写), without the prefix 人民币: "1075746.00" is 壹佰零柒万伍仟柒佰肆拾陆元整.
 * Source: 正确填写票据和结算凭证的基本规定 (支付结算办法, annex 1). Amounts that end at 元 or 角 take 整, which after 角 is optional
 * there and required by 会计基础工作规范 article 52; those that end at 分 take none. Where 零 is optional it is left out.
 */
export function toCapitals(amount: Money): string {
  const [yuan = "0", fraction = "00"] = toDecimal(amount).toFixed(2).split(".");
  const [jiao = 0, fen = 0] = Array.from(fraction, Number);
  const whole = yuan === "0" ? "" : `${writeInteger(yuan)}元`;
  if (jiao === 0 && fen === 0) return `${whole || "零元"}整`;
  const gap = jiao === 0 && whole !== "" ? "零" : "";
  const tenths = jiao === 0 ? gap : `${digits.charAt(jiao)}角`;
  return `${whole}${tenths}${fen === 0 ? "整" : `${digits.charAt(fen)}分`}`;
}
