import fc from "fast-check";

/** A JSON Schema as the OpenAPI document has it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

/** The schemas that `$ref` names. */
export type Components = Readonly<Record<string, Schema>>;

/** Nothing nests deeper than this: optional parts and the items of lists are left out from there on. */
const deepest = 6;
const longestText = 40;

/** Values that a schema takes, as far as it can say so. Throws Error for a schema of a kind that is not known here. */
export function arbitraryOf(schema: Schema, components: Components, depth = 0): fc.Arbitrary<unknown> {
  const of = (part: Schema) => arbitraryOf(part, components, depth + 1);
  if (schema.$ref !== undefined) return of(follow(schema.$ref, components));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.slice(0, depth > deepest ? 1 : undefined).map(of));
  if (schema.allOf !== undefined) return merge(schema.allOf.map(of));
  const types: readonly (string | undefined)[] =
    typeof schema.type === "object" ? schema.type : [schema.type];
  return fc.oneof(...types.map((type) => arbitraryOfType(type, schema, components, depth)));
}

function follow(reference: string, components: Components): Schema {
  const found = components[reference.replace("#/components/schemas/", "")];
  if (found === undefined) throw new Error(`${reference} leads nowhere`);
  return found;
}

function merge(parts: readonly fc.Arbitrary<unknown>[]): fc.Arbitrary<unknown> {
  return fc.tuple(...parts).map((values) => Object.assign({}, ...values) as unknown);
}

function arbitraryOfType(
  type: string | undefined,
  schema: Schema,
  components: Components,
  depth: number,
): fc.Arbitrary<unknown> {
  const of = (part: Schema) => arbitraryOf(part, components, depth + 1);
  switch (type) {
    case "string":
      return textOf(schema);
    case "integer":
    case "number":
      return numberOf(schema);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array": {
      const minLength = schema.minItems ?? 0;
      const maxLength = depth > deepest ? minLength : Math.max(minLength, Math.min(schema.maxItems ?? 2, 2));
      return fc.array(of(schema.items ?? {}), { minLength, maxLength });
    }
    case "object":
      return objectOf(schema, of, depth);
    case undefined:
      return fc.jsonValue({ maxDepth: 2 });
    default:
      throw new Error(`no values of type ${type}`);
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: Schema,
  of: (part: Schema) => fc.Arbitrary<unknown>,
  depth: number,
): fc.Arbitrary<unknown> {
  const names = Object.keys(properties).filter((name) => depth <= deepest || required.includes(name));
  const parts = Object.fromEntries(names.map((name) => [name, of(properties[name] ?? {})]));
  const known = fc.record(parts, { requiredKeys: names.filter((name) => required.includes(name)) });
  if (typeof additionalProperties !== "object" || depth > deepest) return known;
  const more = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), of(additionalProperties), { maxKeys: 2 });
  return fc.tuple(more, known).map(([others, own]) => ({ ...others, ...own }));
}

function numberOf({ type, minimum, maximum, exclusiveMinimum }: Schema): fc.Arbitrary<number> {
  const min = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  const max = Math.max(min, maximum ?? min + 100);
  return type === "integer" ? fc.integer({ min: Math.ceil(min), max }) : fc.double({ min, max, noNaN: true });
}

const day = fc.integer({ min: 0, max: 150 }).map((days) => new Date(Date.UTC(2026, 2, 1 + days)));
const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  date: day.map((at) => at.toISOString().slice(0, 10)),
  "date-time": day.map((at) => `${at.toISOString().slice(0, 10)}T09:00:00+08:00`),
  uri: fc.constant("https://hooks.example/one"),
  email: fc.constant("person@agency.example"),
  binary: fc.constant("%PDF-1.7"),
};

function textOf({ format, pattern, minLength = 0, maxLength = longestText }: Schema): fc.Arbitrary<string> {
  const known = formats[format ?? (pattern?.startsWith("^\\d{4}-\\d{2}-\\d{2}") === true ? "date" : "")];
  if (known !== undefined) return known;
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, "u"), { size: "small" });
  return fc.string({ minLength, maxLength: Math.min(maxLength, longestText), unit: "grapheme" });
}
