import { ObligationSection } from "../obligation/obligation-section.tsx";
import { useWords } from "../words/words.ts";

/** What a vendor is owed by all agencies, and what holds it. */
export function Receivables() {
  const { t } = useWords();
  return (
    <ObligationSection
      id="receivable"
      title={t("today.receivable")}
      filter={{ kind: "payment" }}
      none={t("today.noReceivable")}
      keep={({ state }) => state !== "fulfilled"}
    />
  );
}
