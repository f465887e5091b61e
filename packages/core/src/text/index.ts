export { canonicalJson } from "./canonical-json.ts";
export { languageSchema, textSchema, type Language, type Text } from "./text.ts";
