import * as z from "zod";

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** The check character of a unified social credit code's first 17 characters (GB 32100-2015, 4.6). */
export function creditCodeCheck(first17: string): string | undefined {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const value = alphabet.indexOf(first17.charAt(index));
    if (value < 0 || first17.charAt(index) === "") return undefined;
    sum += value * weight;
  }
  return alphabet[(31 - (sum % 31)) % 31];
}

/** Unified social credit code 统一社会信用代码: 18 characters, the last one a check character (GB 32100-2015). */
export const creditCodeSchema = z
  .string()
  .length(18, {
    error: "统一社会信用代码须为18位 / a unified social credit code has 18 characters",
    abort: true,
  })
  .refine((code) => creditCodeCheck(code.slice(0, 17)) === code.charAt(17), {
    message:
      "统一社会信用代码校验位不符 / the check character of the unified social credit code does not match",
  });
