type Schema = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Keywords that say nothing about whether a value fits. */
const silent = new Set([
  "$schema",
  "$defs",
  "$id",
  "id",
  "title",
  "description",
  "format",
  "default",
  "examples",
]);

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
};

/** Paths at which a value breaks a JSON Schema (draft 2020-12, the keywords that ours use). Throws at an unknown keyword. */
export function validateJsonSchema(root: Schema, value: unknown): string[] {
  return check(root, value, "");

  function check(schema: unknown, at: unknown, path: string): string[] {
    if (schema === true || schema === undefined) return [];
    if (!isObject(schema)) return [path];
    return Object.entries(schema).flatMap(([keyword, wanted]) =>
      checkKeyword(schema, keyword, wanted, at, path),
    );
  }

  function checkKeyword(
    schema: Schema,
    keyword: string,
    wanted: unknown,
    at: unknown,
    path: string,
  ): string[] {
    const fails = (holds: boolean) => (holds ? [] : [`${path} ${keyword}`]);
    const list = Array.isArray(wanted) ? wanted : [];
    const limit = Number(wanted);
    switch (keyword) {
      case "$ref":
        return check(resolve(String(wanted)), at, path);
      case "type":
        return fails(types[String(wanted)]?.(at) ?? false);
      case "const":
        return fails(at === wanted);
      case "enum":
        return fails(list.includes(at));
      case "oneOf":
        return fails(list.filter((each) => check(each, at, path).length === 0).length === 1);
      case "anyOf":
        return fails(list.some((each) => check(each, at, path).length === 0));
      case "allOf":
        return list.flatMap((each) => check(each, at, path));
      case "pattern":
        return fails(typeof at !== "string" || new RegExp(String(wanted), "u").test(at));
      case "minLength":
        return fails(typeof at !== "string" || [...at].length >= limit);
      case "maxLength":
        return fails(typeof at !== "string" || [...at].length <= limit);
      case "minimum":
        return fails(typeof at !== "number" || at >= limit);
      case "maximum":
        return fails(typeof at !== "number" || at <= limit);
      case "minItems":
        return fails(!Array.isArray(at) || at.length >= limit);
      case "maxItems":
        return fails(!Array.isArray(at) || at.length <= limit);
      case "items":
        return Array.isArray(at) ? at.flatMap((each, index) => check(wanted, each, `${path}/${index}`)) : [];
      case "required":
        return isObject(at) ? list.flatMap((key) => (key in at ? [] : [`${path}/${key} required`])) : [];
      case "properties":
        return isObject(at) && isObject(wanted)
          ? Object.entries(wanted).flatMap(([key, part]) =>
              key in at ? check(part, at[key], `${path}/${key}`) : [],
            )
          : [];
      case "additionalProperties":
        return isObject(at)
          ? Object.keys(at)
              .filter((key) => !(isObject(schema.properties) && key in schema.properties))
              .flatMap((key) =>
                wanted === false ? [`${path}/${key} additional`] : check(wanted, at[key], `${path}/${key}`),
              )
          : [];
      case "propertyNames":
        return isObject(at) ? Object.keys(at).flatMap((key) => check(wanted, key, `${path}/${key}`)) : [];
      default:
        if (silent.has(keyword)) return [];
        throw new RangeError(`the check does not know the keyword ${keyword}`);
    }
  }

  function resolve(pointer: string): unknown {
    return pointer
      .split("/")
      .slice(1)
      .reduce<unknown>((at, part) => (isObject(at) ? at[part] : undefined), root);
  }
}
