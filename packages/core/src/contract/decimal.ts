import * as z from "zod";

/** A plain figure that is no money, such as 99.9 or 30: a decimal string, never a binary float. */
export const decimalSchema = z.string().regex(/^(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/, {
  error: "数值须为非负小数，如 99.9 / a figure must be a decimal such as 99.9",
  abort: true,
});
