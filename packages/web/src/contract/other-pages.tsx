import { isDemo } from "../session/demo.ts";
import { useWords } from "../words/words.ts";

/** Findings have a page of their own on the local stack. */
export function OtherPages({ contractId }: { readonly contractId: string }) {
  const { t } = useWords();
  if (!isDemo) return null;
  return (
    <nav className="other-pages" aria-label={t("contract.otherPages")}>
      <a href={`/contracts/${contractId}/findings`}>{t("contract.page.findings")} →</a>
    </nav>
  );
}
