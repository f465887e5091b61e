import * as z from "zod";

const pattern = /^(0|[1-9]\d{0,12})\.\d{2}$/;

/** An amount in yuan with exactly two decimals, from "0.00" to "9999999999999.99"; a decimal string everywhere. */
export const moneySchema = z.string().regex(pattern, {
  error: "金额须为两位小数，如 8970.00 / amount must have exactly two decimals, e.g. 8970.00",
  abort: true,
});
export type Money = z.infer<typeof moneySchema>;

export function isMoney(text: string): boolean {
  return pattern.test(text);
}
