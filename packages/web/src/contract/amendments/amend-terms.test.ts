import type { ContractTerms } from "@luyue/core/contract";
import { expect, it } from "vitest";
import { blankTerms } from "../../entry/blank-terms.ts";
import { isSame, reasonOf, withCapitals } from "./amend-terms.ts";

const blank = blankTerms("示例单位", "2026-05-12");
const [first] = blank.tranches;
const terms: ContractTerms = {
  ...blank,
  price: { total: "1000.00", capitals: "壹仟元" },
  tranches:
    first === undefined
      ? []
      : [
          { ...first, key: "t1", amount: { amount: "rate", rate: "40%" }, capitals: "肆佰元整" },
          { ...first, key: "t2", amount: { amount: "remainder" } },
        ],
};

it("writes capitals anew where the figure has changed, and nowhere else", () => {
  const changed = withCapitals(terms, { ...terms, price: { ...terms.price, total: "1100.00" } });
  expect(changed.price.capitals).toBe("壹仟壹佰元整");
  expect(changed.tranches.map(({ capitals }) => capitals)).toEqual(["肆佰肆拾元整", undefined]);
  const [one, other] = terms.tranches;
  if (one === undefined || other === undefined) throw new Error("two payments");
  const moved = withCapitals(terms, {
    ...terms,
    tranches: [{ ...one, amount: { amount: "rate", rate: "50%" } }, other],
  });
  expect(moved.price.capitals).toBe("壹仟元");
  expect(moved.tranches[0]?.capitals).toBe("伍佰元整");
});

it("leaves them while a figure is being typed", () => {
  const typed = { ...terms, price: { ...terms.price, total: "11" } };
  expect(withCapitals(terms, typed)).toEqual(typed);
  expect(isSame(withCapitals(terms, terms), terms)).toBe(true);
});

it("keeps number, day, document and reason of a supplement", () => {
  const signing = {
    number: "补1号",
    signedOn: "2026-05-12",
    document: "望信采补〔2026〕1号",
    reason: "增加系统",
  };
  expect(reasonOf(signing)).toBe("补1号（2026-05-12签订，望信采补〔2026〕1号）：增加系统");
  expect(reasonOf({ ...signing, document: undefined })).toBe("补1号（2026-05-12签订）：增加系统");
});
