import type { Right } from "@luyue/core/right";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";

/** A right that has arisen, with the facts that gave it. */
export const rightView = nameSchema(
  "Right",
  z.object({
    key: z.string(),
    title: textView,
    arisenOn: z.string(),
    clause: z.string().nullable(),
    because: listOf(z.object({ on: z.string(), text: textView })),
  }),
);

export function viewRight({ clause, ...right }: Right): z.infer<typeof rightView> {
  return { ...right, clause: clause ?? null };
}
