import type { Letter } from "@luyue/core/sign-in";
import { describe, expect, it } from "vitest";
import { renderLetter } from "./index.ts";

const evil = "<b>周某</b>\r\nBcc: thief@evil.example";

const letters = (language: "zh" | "en", name: string): readonly Letter[] => [
  { kind: "link", recipient: { language }, url: "https://luyue.example/sign-in/link/secret", minutes: 10 },
  {
    kind: "invitation",
    recipient: { name, language },
    url: "https://luyue.example/sign-in/ten_a",
    organisation: name,
    by: name,
    roles: ["finance", "acceptor"],
    until: "2026-05-13T00:00:00+08:00",
  },
  ...(["setUp", "recoveryUsed"] as const).map(
    (what): Letter => ({
      kind: "factor",
      recipient: { name, language },
      url: "https://luyue.example/account",
      what,
      at: "2026-04-28T05:00:00Z",
      recoveryLeft: 7,
    }),
  ),
  {
    kind: "emergency",
    recipient: { name, language },
    url: "https://luyue.example/sign-in",
    organisation: name,
    person: name,
    until: "2026-04-28T05:00:00Z",
    reason: name,
  },
];

describe.each(["zh", "en"] as const)("a letter in %s", (language) => {
  it.each(letters(language, "周某").map((letter) => [letter.kind, letter] as const))(
    "of the kind %s says the same as html and as text, with a short subject and nothing from outside",
    (_kind, letter) => {
      const { subject, html, text } = renderLetter(letter);
      expect([...subject].length).toBeLessThanOrEqual(language === "zh" ? 39 : 78);
      expect(html).toContain(`<html lang="${language === "zh" ? "zh-CN" : "en"}">`);
      expect(html).not.toMatch(/<script|<img|<link|@import/);
      for (const part of text.split("\n").filter((line) => line !== "" && line !== "--")) {
        expect(html.replaceAll("&#39;", "'")).toContain(part.replace(/[：:]$/, ""));
      }
      expect(html).toContain(`href="${letter.url}"`);
    },
  );

  it("says through which day, and until which time in China", () => {
    const texts = letters(language, "周某").map((letter) => renderLetter(letter).text);
    const [, invitation, setUp, recovered, emergency] = texts;
    expect([setUp, recovered].map((text) => text?.includes("2026-04-28 13:00"))).toEqual([true, true]);
    expect(recovered).toContain("7");
    expect(invitation).toContain("2026-05-12");
    expect(invitation).not.toContain("2026-05-13");
    expect(emergency).toContain("2026-04-28 13:00");
  });

  it("shows what people have entered as text", () => {
    for (const letter of letters(language, evil)) expect(renderLetter(letter).html).not.toContain("<b>");
  });
});
