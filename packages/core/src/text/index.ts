export { canonicalJson } from "./canonical-json.ts";
export { csvField, csvFile } from "./csv.ts";
export { isSameJson } from "./is-same-json.ts";
export { differenceOf } from "./difference-of.ts";
export { languageSchema, textSchema, type Language, type Text } from "./text.ts";
