import { describe, expect, it } from "vitest";
import { sampleMails } from "./index.ts";

const cases = sampleMails.flatMap(({ key, render }) =>
  (["zh", "en"] as const).map((language) => ({ key, language, mail: render(language) })),
);

describe("every mail", () => {
  it("has a sample of its own", () => {
    expect(new Set(sampleMails.map(({ key }) => key)).size).toBe(sampleMails.length);
    expect(sampleMails.length).toBeGreaterThanOrEqual(8 + 1 + 11 + 5);
  });

  it.each(cases)(
    "$key in $language is short in its subject, loads nothing, and stands alone as text",
    ({ language, mail }) => {
      const limit = language === "zh" ? 39 : 78;
      expect([...mail.subject].length).toBeLessThanOrEqual(limit);
      expect(mail.subject).not.toMatch(/[\r\n]/);
      expect(mail.html).not.toMatch(/<(?:img|script|link|iframe)|src=|url\(/i);
      expect(mail.html).toContain(`<html lang="${language === "zh" ? "zh-CN" : "en"}">`);
      expect(mail.text).not.toMatch(/<[a-z]/i);
      for (const link of mail.html.matchAll(/href="([^"]+)"/g)) {
        expect(mail.text).toContain((link[1] ?? "").replaceAll("&amp;", "&"));
      }
      expect(`${mail.subject}${mail.text}`).not.toMatch(/undefined|null|\[object/);
      if (language === "en") expect(mail.subject).toMatch(/^\[Lüyue\]/);
    },
  );
});
