import type { CheckFacts, Finding } from "./check.ts";

/**
 * What the rules for small and medium enterprises come to without looking further: they do not apply to a large vendor, and
 * without the vendor's size nothing can be said. Undefined for a medium, small or micro vendor.
 * Source: Regulation on Payments to Small and Medium Enterprises (保障中小企业款项支付条例) article 3.
 */
export function judgeBySize({ vendorSize }: CheckFacts): Finding[] | undefined {
  if (vendorSize === undefined) {
    const figures = { zh: "缺少：供应商的企业规模", en: "missing: the vendor's size" };
    return [{ verdict: "notEnoughInput", figures, places: [], missing: ["vendorSize"] }];
  }
  if (vendorSize !== "large") return undefined;
  const figures = {
    zh: "供应商为大型企业，不适用",
    en: "the vendor is a large enterprise: does not apply",
  };
  return [{ verdict: "passed", figures, places: [] }];
}
