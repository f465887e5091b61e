import type { Language, Text } from "@luyue/core/text";
import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import { currentLanguage, keepLanguage } from "./language.ts";
import { zh } from "./zh.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof zh };
    nsSeparator: false;
  }
}

/** The words of the reader's language; those of the other one come when they are asked for. */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "zh",
    fallbackLng: "zh",
    // What keys of machines may do is named by permission, with a colon.
    nsSeparator: false,
    resources: { zh: { translation: zh } },
    interpolation: { escapeValue: false },
  });
  await speak(currentLanguage());
}

export async function chooseLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  await speak(language);
}

async function speak(language: Language): Promise<void> {
  if (language === "en" && !i18next.hasResourceBundle("en", "translation")) {
    const { en } = await import("./en.ts");
    i18next.addResourceBundle("en", "translation", en);
  }
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  await i18next.changeLanguage(language);
}

/** Words of the pages by their key, texts of the API by their language. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === "en" ? "en" : "zh";
  return { t, language, say: (text: Text) => text[language] };
}
