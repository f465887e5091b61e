import type { AppType } from "@luyue/api/app";
import type { Components, Schema } from "./arbitrary-of-schema.ts";

interface Parameter {
  readonly in: "path" | "query" | "header";
  readonly name: string;
  readonly schema: Schema;
}

/** One operation of the OpenAPI document: where it is, who may, and what it takes. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  /** Undefined for what everybody may. */
  readonly permission: string | undefined;
  readonly inPath: readonly string[];
  readonly query: readonly Parameter[];
  /** The schema of a JSON body. */
  readonly body: Schema | undefined;
}

interface Described {
  readonly "x-permission"?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Every operation of the application, read off the document that it publishes. */
export async function readOperations(
  app: AppType,
): Promise<{ readonly operations: readonly Operation[]; readonly components: Components }> {
  const answer = await app.request("/v1/openapi.json");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- document.test.ts holds the document to this shape
  const document = (await answer.json()) as {
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Components };
  };
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, described]): Operation => {
      const { parameters = [], requestBody } = described;
      return {
        method: method.toUpperCase(),
        path,
        permission: described["x-permission"],
        inPath: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name),
        query: parameters.filter((each) => each.in === "query"),
        body: requestBody?.content["application/json"]?.schema,
      };
    }),
  );
  return { operations, components: document.components.schemas };
}
