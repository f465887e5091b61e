const browsers = [/Edg/, /Firefox/, /OPR/, /Chrome/, /Safari/];
const systems = [/Windows/, /Android/, /iPhone|iPad/, /Mac OS/, /Linux/];

/** The browser and the system that a user agent names, in their own names. */
export function nameBrowser(agent: string): string | undefined {
  const named = [browsers, systems].map((known) => known.map((each) => each.exec(agent)?.[0]).find(Boolean));
  const found = named.filter(Boolean).join(" · ").replace("Edg", "Edge").replace("OPR", "Opera");
  return found === "" ? undefined : found;
}
