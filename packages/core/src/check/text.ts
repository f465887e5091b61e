import type { Text } from "../text/index.ts";

/** Several phrases in a row. */
export function joinTexts(all: readonly Text[], zh = "；", en = "; "): Text {
  return { zh: all.map((each) => each.zh).join(zh), en: all.map((each) => each.en).join(en) };
}
