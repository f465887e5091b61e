/** An address of these pages, as another page's address carries it; nothing of what would lead elsewhere. */
export function ownPath(value: unknown): string | undefined {
  return typeof value === "string" && /^\/(?![/\\])[^\\\s]*$/.test(value) ? value : undefined;
}
