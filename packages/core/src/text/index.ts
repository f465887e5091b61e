export { languageSchema, textSchema, type Language, type Text } from "./text.ts";
