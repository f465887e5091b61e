import { extendZodWithOpenApi } from "@hono/zod-openapi";
import * as z from "zod";

extendZodWithOpenApi(z);

/** What every route behind a token says of itself. */
export const secured = { security: [{ bearer: [] as string[] }] };

/** Gives a schema its name among the document's components. */
export function nameSchema<S extends z.ZodType>(name: string, schema: S): S {
  // A schema made before the document's library was loaded has no `openapi`; its clone has.
  return schema.clone().openapi(name);
}

export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true as const, content: { "application/json": { schema } } };
}

export function jsonAnswer<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { "application/json": { schema } } };
}

export const textView = z.object({ zh: z.string(), en: z.string() });

export function listOf<S extends z.ZodType>(schema: S) {
  return z.array(schema).readonly();
}
