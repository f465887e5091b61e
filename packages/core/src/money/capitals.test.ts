import fc from "fast-check";
import nzh from "nzh/cn";
import { describe, expect, it } from "vitest";
import { DomainError } from "../error/index.ts";
import { parseCapitals, toCapitals } from "./index.ts";

const inFen = (fen: bigint): string => `${fen / 100n}.${`${fen % 100n}`.padStart(2, "0")}`;
const max = 999_999_999_999_999n;
/** Amounts of every length, and with many zeros. */
const amounts = fc.oneof(
  fc.bigInt({ min: 0n, max }).map(inFen),
  fc.bigInt({ min: 0n, max: 99_999_999n }).map(inFen),
  fc
    .array(fc.constantFrom("0", "0", "0", "1", "5", "9"), { minLength: 1, maxLength: 15 })
    .map((figures) => inFen(BigInt(figures.join("")))),
);

describe("toCapitals", () => {
  it.each([
    ["2180000.00", "贰佰壹拾捌万元整"],
    ["1075746.00", "壹佰零柒万伍仟柒佰肆拾陆元整"],
    ["1719600.00", "壹佰柒拾壹万玖仟陆佰元整"],
    ["257288.00", "贰拾伍万柒仟贰佰捌拾捌元整"],
    ["1005.40", "壹仟零伍元肆角整"],
    ["6007.14", "陆仟零柒元壹角肆分"],
    ["1680.32", "壹仟陆佰捌拾元叁角贰分"],
    ["107000.53", "壹拾万柒仟元伍角叁分"],
    ["16409.02", "壹万陆仟肆佰零玖元零贰分"],
    ["325.04", "叁佰贰拾伍元零肆分"],
    ["10.00", "壹拾元整"],
    ["100010001.00", "壹亿零壹万零壹元整"],
    ["200005000.00", "贰亿零伍仟元整"],
    ["1000000000000.00", "壹万亿元整"],
    ["9999999999999.99", "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"],
    ["0.00", "零元整"],
    ["0.50", "伍角整"],
    ["0.05", "伍分"],
    ["0.15", "壹角伍分"],
  ])("writes %s as %s", (amount, capitals) => {
    expect(toCapitals(amount)).toBe(capitals);
    expect(parseCapitals(capitals)).toBe(amount);
  });

  it("writes whole yuan as an independent encoder does", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const yuan = amount.slice(0, -3);
        expect(toCapitals(`${yuan}.00`)).toBe(`${nzh.encodeB(yuan)}元整`);
      }),
      { numRuns: 2000 },
    );
  });

  it("refuses what is no amount", () => {
    expect(() => toCapitals("12")).toThrow(DomainError);
  });
});

describe("parseCapitals", () => {
  it("reads back every amount", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseCapitals(toCapitals(amount))).toBe(amount);
        expect(parseCapitals(`人民币（大写）： ${toCapitals(amount)}`)).toBe(amount);
        expect(parseCapitals(toCapitals(amount).replaceAll("元", " 圆 ").replace("整", "正"))).toBe(amount);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["人民币壹佰零柒万伍仟柒佰肆拾陆元整", "1075746.00"],
    ["壹仟零伍元肆角", "1005.40"],
    ["壹仟肆佰零玖元伍角", "1409.50"],
    ["壹仟陆佰捌拾元零叁角贰分", "1680.32"],
    ["壹拾万零柒仟元伍角叁分", "107000.53"],
    ["壹拾万柒仟元零伍角叁分", "107000.53"],
    ["贰 佰 壹 拾 捌 万 圆 正", "2180000.00"],
    ["貳佰壹拾捌萬圓整", "2180000.00"],
    ["壹億零貳佰元陸角", "100000200.60"],
    ["兩仟參佰元整", "2300.00"],
    ["拾万元整", "100000.00"],
    ["拾伍元整", "15.00"],
    ["壹万零拾元整", "10000.00"],
    ["两百一十八万元整", "2180000.00"],
    ["一百零七万伍仟柒佰肆十六元", "1075746.00"],
    ["壹佰柒万伍仟元整", "1075000.00"],
    ["壹仟伍元整", "1005.00"],
    ["壹佰零零柒万零伍仟元整", "1075000.00"],
    ["零佰零拾壹万零仟零佰伍拾零元零角零分", "10050.00"],
    ["壹元零角伍分", "1.05"],
    ["大写：叁仟元整", "3000.00"],
    ["壹万亿元整", "1000000000000.00"],
  ])("reads %s as %s", (text, amount) => {
    expect(parseCapitals(text)).toBe(amount);
  });

  it.each([
    "",
    "整",
    "人民币",
    "元整",
    "万元整",
    "亿元",
    "壹万贰万元",
    "壹亿贰亿元",
    "壹佰贰仟元",
    "壹贰元",
    "壹零零零元整",
    "佰元",
    "壹元贰元",
    "壹分贰角",
    "壹元拾角",
    "二万五",
    "108万元",
    "1元",
    "SyQ",
    "壹元整。",
    "合同总价壹元整",
    "壹拾万亿元整",
    "整元壹",
    "壹元整壹角",
  ])("does not read %j", (text) => {
    expect(parseCapitals(text)).toBeUndefined();
  });

  it("gives an amount or nothing, whatever is put together", () => {
    const form = fc.constantFrom(..."零壹贰玖拾佰仟万亿元角分整 二十");
    fc.assert(
      fc.property(fc.array(form, { maxLength: 14 }), (forms) => {
        const amount = parseCapitals(forms.join(""));
        if (amount !== undefined) expect(parseCapitals(toCapitals(amount))).toBe(amount);
      }),
      { numRuns: 5000 },
    );
  });
});
