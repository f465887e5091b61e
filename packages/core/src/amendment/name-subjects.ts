import type { ContractTerms } from "../contract/index.ts";
import type { NameSubject } from "../date-rule/index.ts";
import type { Text } from "../text/index.ts";
import { type Fields, isFields, isList } from "./term-value.ts";

/** A title as the terms hold it, in both languages. */
export function readTitle(value: unknown): Text | undefined {
  if (!isFields(value)) return undefined;
  const { zh, en, ...more } = value;
  if (typeof zh !== "string" || Object.keys(more).length > 0) return undefined;
  return { zh, en: typeof en === "string" ? en : zh };
}

/** Names what the terms define to a reader: a term by its key, an obligation by its dotted key, a base of the price. */
export function nameSubjects(terms: ContractTerms): NameSubject {
  const names = new Map<string, Text>([["total", { zh: "合同总价", en: "contract total" }]]);
  const { price, ...others } = terms;
  collectNames(price, names);
  collectNames(others, names);
  for (const [key, name] of Object.entries(terms.names ?? {})) names.set(key, { zh: name, en: name });
  return (subject) => {
    const known = names.get(subject);
    if (known !== undefined) return known;
    const [kind, key = ""] = subject.split(".", 2);
    const name = names.get(key);
    return name === undefined ? { zh: subject, en: subject } : nameObligation(kind, name);
  };
}

function nameObligation(kind: string | undefined, { zh, en }: Text): Text {
  if (kind === "invoice") return { zh: `${zh}发票`, en: `Invoice: ${en}` };
  if (kind === "application") return { zh: `申请${zh}`, en: `Application: ${en}` };
  return { zh, en };
}

/** Whatever has a key and a title has a name; what it holds inside is its own affair. */
function collectNames(part: Fields, names: Map<string, Text>): void {
  for (const value of Object.values(part).flatMap((each) => (isList(each) ? each : [each]))) {
    if (!isFields(value)) continue;
    const { key } = value;
    const title = readTitle(value["title"]);
    if (typeof key === "string" && title !== undefined) names.set(key, title);
  }
}
