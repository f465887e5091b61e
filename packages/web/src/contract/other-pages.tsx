import { isDemo } from "../session/demo.ts";
import { useWords } from "../words/words.ts";

/** Scores and findings have pages of their own on the local stack. */
export function OtherPages({ contractId }: { readonly contractId: string }) {
  const { t } = useWords();
  if (!isDemo) return null;
  return (
    <nav className="other-pages" aria-label={t("contract.otherPages")}>
      {(["scores", "findings"] as const).map((page) => (
        <a key={page} href={`/contracts/${contractId}/${page}`}>
          {t(`contract.page.${page}`)} →
        </a>
      ))}
    </nav>
  );
}
