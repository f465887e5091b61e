import type { Language } from "@luyue/core/text";

/** The language of the two that Accept-Language prefers; Chinese where it names neither. */
export function readLanguage(header: string | undefined): Language {
  const wanted = (header ?? "")
    .slice(0, 1000)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((each) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(each)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], weight: Number(weight ?? 1) };
    })
    .filter(({ language, weight }) => (language === "zh" || language === "en") && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return wanted[0]?.language === "en" ? "en" : "zh";
}
