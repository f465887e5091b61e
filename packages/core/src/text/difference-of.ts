/** What two values of one kind differ in: the parts of each that the other does not have alike. */
interface Difference {
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * The difference of two JSON values, so that a line of the record holds what a change changed and no more. Of objects and
 * lists only the fields and places that differ are left, a list then as an object by place; what is equal throughout is
 * undefined on both sides.
 */
export function differenceOf(before: unknown, after: unknown): Difference {
  if (before === after) return { before: undefined, after: undefined };
  if (!isCompound(before) || !isCompound(after) || Array.isArray(before) !== Array.isArray(after)) {
    return { before, after };
  }
  const [old, present] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const fields = new Set([...old.keys(), ...present.keys()]);
  const parts = [...fields].map((field): [string, Difference] => [
    field,
    differenceOf(old.get(field), present.get(field)),
  ]);
  const sideOf = (side: keyof Difference) => {
    const own = parts.filter(([, part]) => part[side] !== undefined);
    return Object.fromEntries(own.map(([field, part]) => [field, part[side]]));
  };
  const differs = parts.some(([, part]) => part.before !== undefined || part.after !== undefined);
  return differs
    ? { before: sideOf("before"), after: sideOf("after") }
    : { before: undefined, after: undefined };
}

function isCompound(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
