import type { OpenAPIHono } from "@hono/zod-openapi";
import { contractTermsSchema } from "@luyue/core/contract";
import * as z from "zod";
import type { ApiEnvironment } from "../app/environment.ts";
import { problemSchema } from "../problem/index.ts";

type Json = { [key: string]: unknown };

/** The OpenAPI 3.1 document: the routes' own, with the problems of every operation and the recursive terms. */
export function buildDocument(app: OpenAPIHono<ApiEnvironment>) {
  app.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "A token of the agency's, the partner portal's or the operator's OpenID issuer.",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "__Host-luyue-session",
    description: "The cookie of a session; what changes anything has to come from the product's own origin.",
  });
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "履约 Lüyue",
      version: "1",
      description:
        "Terms, events and the calendar give dated obligations; obligations give reminders. " +
        "Money is yuan with two decimals as text, dates are civil dates in Asia/Shanghai, instants RFC 3339.",
    },
    servers: [{ url: "/" }],
  });
  const schemas = {
    ...document.components?.schemas,
    ...termsSchemas(),
    Problem: jsonSchemaOf(problemSchema),
  };
  const problem = { description: "A problem (RFC 9457)", content: problemContent };
  const components = { ...document.components, schemas, responses: { Problem: problem } };
  return withPlainPatterns({ ...document, components, paths: addProblems(document.paths ?? {}) });
}

/** A pattern of JSON Schema is a Unicode one without saying so; what is printed of such an expression ends in its flag. */
function withPlainPatterns<T>(document: T): T {
  const text = JSON.stringify(document).replaceAll(/("pattern":"(?:[^"\\]|\\.)*?\$)\/u"/g, '$1"');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same document with other texts
  return JSON.parse(text) as T;
}

const problemContent = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
const methods = new Set(["get", "put", "post", "delete", "patch"]);

function addProblems(paths: Readonly<Record<string, object>>) {
  const problem = { default: { $ref: "#/components/responses/Problem" } };
  return mapValues(paths, (item) =>
    mapValues(item, (operation: unknown, method) =>
      methods.has(method) && isJson(operation)
        ? {
            ...operation,
            responses: { ...(isJson(operation["responses"]) ? operation["responses"] : {}), ...problem },
          }
        : operation,
    ),
  );
}

function jsonSchemaOf(schema: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

/** The terms with their recursive rules, each definition a component of its own. */
function termsSchemas(): Json {
  const { $defs = {}, ...terms } = jsonSchemaOf(contractTermsSchema);
  const renamed = JSON.stringify({ ContractTerms: terms, ...mapKeys($defs, nameOf) }).replaceAll(
    /"#\/\$defs\/([^"]+)"/g,
    (_, name: string) => `"#/components/schemas/${nameOf(name)}"`,
  );
  const schemas: unknown = JSON.parse(renamed);
  return isJson(schemas) ? schemas : {};
}

function nameOf(definition: string): string {
  return `Terms${definition.replaceAll("_", "").replace(/^schema/, "Rule")}`;
}

function mapKeys(value: unknown, rename: (key: string) => string): Json {
  if (!isJson(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [rename(key), part]));
}

function mapValues<T>(
  value: Readonly<Record<string, T>> | object,
  map: (part: T, key: string) => unknown,
): Json {
  return Object.fromEntries(Object.entries(value).map(([key, part]: [string, T]) => [key, map(part, key)]));
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
