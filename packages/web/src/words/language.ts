import type { Language } from "@luyue/core/text";

const cookie = /(?:^|; )language=(zh|en)(?:;|$)/;

/** Chinese unless somebody has chosen English in this browser. */
export function currentLanguage(): Language {
  return cookie.exec(document.cookie)?.[1] === "en" ? "en" : "zh";
}

export function keepLanguage(language: Language): void {
  document.cookie = `language=${language}; path=/; max-age=31536000; samesite=lax`;
}
