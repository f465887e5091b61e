import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

type Tree = { readonly [key: string]: string | Tree };

function wordsOf(tree: Tree, before = ""): [key: string, word: string][] {
  return Object.entries(tree).flatMap(([key, word]): [string, string][] =>
    typeof word === "string" ? [[`${before}${key}`, word]] : wordsOf(word, `${before}${key}.`),
  );
}

/** Each word's key with what it leaves open, in whatever order the language wants it. */
function openOf(tree: Tree): [key: string, open: string[]][] {
  return wordsOf(tree).map(([key, word]) => [
    key,
    (word.match(/\{\{\w+\}\}/g) ?? []).toSorted((a, b) => (a < b ? -1 : 1)),
  ]);
}

it("says each thing in both languages, with the same things left open", () => {
  expect(openOf(en)).toEqual(openOf(zh));
});

it("has no word that no page says", () => {
  const pages = join(import.meta.dirname, "..");
  const sources = readdirSync(pages, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("words"))
    .map((file) => readFileSync(join(pages, file), "utf8"))
    .join("\n");
  const isSaid = (key: string) =>
    sources.includes(`"${key}"`) || sources.includes(`\`${key.slice(0, key.lastIndexOf("."))}.\${`);
  expect(
    wordsOf(zh)
      .map(([key]) => key)
      .filter((key) => !isSaid(key)),
  ).toEqual([]);
});
