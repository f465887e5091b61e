/** Whether two values have the same canonical JSON: parts that are `undefined` and the order of keys don't count. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((part, at) => isSameJson(part, b[at]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const own = definedKeys(a);
  return own.length === definedKeys(b).length && own.every((key) => isSameJson(a[key], b[key]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function definedKeys(value: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}
