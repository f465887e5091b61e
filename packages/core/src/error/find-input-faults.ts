import type { Text } from "../text/index.ts";
import type { Fault } from "./domain-error.ts";

const deepest = 64;
const mostFaults = 20;

/** Control characters other than line feed and tab. */
const control = /[^\P{Cc}\n\t]/u;

const tooDeep: Text = { zh: `嵌套超过${deepest}层`, en: `nested more than ${deepest} deep` };
export const notText: Text = {
  zh: "含控制字符或不成对的代理项",
  en: "has control characters or lone surrogates",
};

/** What no field of ours may hold, whatever its schema: texts that are no text, and nesting without end. */
export function findInputFaults(root: unknown): readonly Fault[] {
  const faults: Fault[] = [];
  const rest: { value: unknown; path: string; depth: number }[] = [{ value: root, path: "", depth: 0 }];
  for (let part = rest.pop(); part !== undefined && faults.length < mostFaults; part = rest.pop()) {
    const { value, path, depth } = part;
    if (typeof value === "string") {
      if (!isText(value)) faults.push({ path, reason: notText });
    } else if (typeof value === "object" && value !== null) {
      if (depth >= deepest) {
        faults.push({ path: path.slice(0, 200), reason: tooDeep });
        continue;
      }
      for (const [key, child] of Object.entries(value)) {
        if (isText(key)) rest.push({ value: child, path: `${path}/${escapePointer(key)}`, depth: depth + 1 });
        else faults.push({ path, reason: notText });
      }
    }
  }
  return faults;
}

/** Whether a text is one that may be kept and shown: well-formed, and of control characters has line feeds and tabs alone. */
export function isText(text: string): boolean {
  return text.isWellFormed() && !control.test(text);
}

function escapePointer(key: string): string {
  return key.slice(0, 200).replaceAll("~", "~0").replaceAll("/", "~1");
}
