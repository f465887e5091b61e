import type { Page, PageRequest } from "@luyue/usecases/runtime";
import * as z from "zod";
import { listOf } from "./describe.ts";

const usualLimit = 50;

const limitSchema = z
  .string()
  .regex(/^(?:[1-9]\d?|1\d\d|200)$/, "须为1至200的整数 / must be a whole number from 1 to 200")
  .transform(Number)
  .optional()
  .meta({ type: "integer", minimum: 1, maximum: 200, default: usualLimit });

/** Query of every list that has pages. */
export const pageQuery = z.strictObject({
  limit: limitSchema,
  cursor: z.string().min(1).max(8000).optional().meta({ description: "`cursor` of the page before" }),
});

export function pageRequest({ limit, cursor }: z.output<typeof pageQuery>): PageRequest {
  return { limit: limit ?? usualLimit, cursor };
}

export function pageSchema<S extends z.ZodType>(item: S) {
  return z.object({
    items: listOf(item),
    cursor: z.string().nullable().meta({ description: "fetches the next page; null at the end" }),
  });
}

export function viewPage<T, V>({ items, cursor }: Page<T>, view: (item: T) => V) {
  return { items: items.map(view), cursor: cursor ?? null };
}
