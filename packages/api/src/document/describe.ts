import { extendZodWithOpenApi } from "@hono/zod-openapi";
import type { Permission } from "@luyue/usecases/runtime";
import * as z from "zod";

extendZodWithOpenApi(z);

const none: string[] = [];

/** What every route behind a sign-in says of itself: that it takes a token or a session, and what has to be permitted. */
export function secured(permission: Permission) {
  return { security: [{ bearer: none }, { session: none }], [permissionField]: permission };
}

/** What a route for everybody says of itself. */
export const unsecured = { security: [] };

/** Where an operation of the document says which permission it takes. */
export const permissionField = "x-permission";

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
