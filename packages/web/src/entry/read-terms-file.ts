import { type ContractTerms, contractTermsSchema } from "@luyue/core/contract";
import type { Fault } from "../client/refusal.ts";

const mostFaults = 20;

/** What is wrong with terms, by place; nothing where they are whole. */
export function findTermsFaults(terms: unknown): readonly Fault[] {
  const read = contractTermsSchema.safeParse(terms);
  if (read.success) return [];
  return read.error.issues.slice(0, mostFaults).map(({ path, message }) => {
    const place = `/${path.map(String).join("/")}`;
    const [zh = message, en = message] = message.split(" / ");
    return { path: place, reason: { zh: `${place}：${zh}`, en: `${place}: ${en}` } };
  });
}

export type ReadTerms = { readonly terms: ContractTerms } | { readonly faults: readonly Fault[] };

/** Reads a file of terms, which is JSON by the schema at `/schemas/terms.json`. */
export function readTermsFile(text: string): ReadTerms {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    return {
      faults: [{ path: "", reason: { zh: `不是有效的 JSON：${said}`, en: `this is no JSON: ${said}` } }],
    };
  }
  const read = contractTermsSchema.safeParse(found);
  return read.success ? { terms: read.data } : { faults: findTermsFaults(found) };
}
