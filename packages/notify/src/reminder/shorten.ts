/** Cuts a phrase to at most `limit` characters, the last of which is then `…`; whole characters only. */
export function shorten(phrase: string, limit: number): string {
  const characters = [...phrase];
  return characters.length <= limit ? phrase : `${characters.slice(0, limit - 1).join("")}…`;
}
