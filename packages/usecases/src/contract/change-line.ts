import { differenceOf } from "@luyue/core/text";

/**
 * What the record says of a thing that was changed: what it was and what it became, where they differ. A thing that grows
 * step by step would else stand on the record whole with each step, and at last not fit there.
 */
export function changeLine(
  kind: string,
  before: object,
  after: object,
): { readonly before: object; readonly after: object } {
  const changed = differenceOf(before, after);
  return { before: { [kind]: changed.before ?? {} }, after: { [kind]: changed.after ?? {} } };
}
