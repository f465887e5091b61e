/** The bytes of a value as JSON in UTF-8: what an item holds of it. */
export function jsonBytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
