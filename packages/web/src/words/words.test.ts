import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

type Tree = { readonly [key: string]: string | Tree };

function keysOf(words: Tree, before = ""): string[] {
  return Object.entries(words).flatMap(([key, word]) =>
    typeof word === "string" ? [`${before}${key}`] : keysOf(word, `${before}${key}.`),
  );
}

function holesOf(words: Tree): string[] {
  return keysOf(words).map((key) => {
    const word = key
      .split(".")
      .reduce<string | Tree>((at, part) => (typeof at === "string" ? at : (at[part] ?? "")), words);
    return [...String(word).matchAll(/\{\{(\w+)\}\}/g)]
      .map(([, name]) => name)
      .toSorted()
      .join(" ");
  });
}

it("says each thing in both languages, with the same things left open", () => {
  expect(keysOf(en)).toEqual(keysOf(zh));
  expect(holesOf(en)).toEqual(holesOf(zh));
});

it("has no word that no page says", () => {
  const pages = join(import.meta.dirname, "..");
  const sources = readdirSync(pages, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("words"))
    .map((file) => readFileSync(join(pages, file), "utf8"))
    .join("\n");
  const isSaid = (key: string) =>
    sources.includes(`"${key}"`) || sources.includes(`\`${key.slice(0, key.lastIndexOf("."))}.\${`);
  expect(keysOf(zh).filter((key) => !isSaid(key))).toEqual([]);
});
