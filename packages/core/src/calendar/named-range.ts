import * as z from "zod";
import { civilDateSchema } from "../civil-date/index.ts";
import { textSchema } from "../text/index.ts";

const inOrder = (range: { from: string; to: string }): boolean => range.from <= range.to;
const order = { path: ["to"], error: "结束日早于开始日 / ends before it starts" };

/** Days on which a tenant is closed although the State Council's arrangement has them worked; both ends included. */
export const closingDaySchema = z
  .strictObject({ from: civilDateSchema, to: civilDateSchema, name: textSchema })
  .refine(inOrder, order);
export type ClosingDay = z.infer<typeof closingDaySchema>;

/** A key period (重保时期) of a tenant, such as Spring Festival or the two sessions; both ends included. */
export const keyPeriodSchema = z
  .strictObject({
    key: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, {
      error: "键须为字母、数字与连字符 / key must be letters, digits and hyphens",
    }),
    name: textSchema,
    from: civilDateSchema,
    to: civilDateSchema,
  })
  .refine(inOrder, order);
export type KeyPeriod = z.infer<typeof keyPeriodSchema>;

/** A tenant's key periods; each key once, for its duties stand under it. */
export const keyPeriodListSchema = z
  .array(keyPeriodSchema)
  .max(200)
  .superRefine((periods, context) => {
    const known = new Map<string, number>();
    for (const [index, { key }] of periods.entries()) {
      const first = known.get(key);
      known.set(key, first ?? index);
      if (first === undefined) continue;
      const message = `键 ${key} 已用于第${first + 1}个重保时期，请另取，例如加上年份 / key ${key} is taken by key period ${first + 1}: choose another, such as one with the year`;
      context.addIssue({ code: "custom", path: [index, "key"], message });
    }
  });
