import { expect, it } from "vitest";
import { readLanguage } from "./read-language.ts";

it.each([
  [undefined, "zh"],
  ["", "zh"],
  ["fr", "zh"],
  ["*", "zh"],
  ["en", "en"],
  ["en-GB,zh;q=0.9", "en"],
  ["zh-CN,en;q=0.9", "zh"],
  ["en;q=0.1, zh-TW ; q=0.5", "zh"],
  ["en;q=0, fr", "zh"],
  ["zh;q=0, en;q=0.001", "en"],
] as const)("Accept-Language %j is answered in %s", (header, language) => {
  expect(readLanguage(header)).toBe(language);
});
