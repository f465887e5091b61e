import { Link } from "@tanstack/react-router";
import { Empty } from "../ui/empty.tsx";
import { Failed } from "../ui/loaded.tsx";
import { Page } from "../ui/page.tsx";
import { useWords } from "../words/words.ts";

export function NotFound() {
  const { t } = useWords();
  return (
    <main className="alone">
      <Page title={t("common.notFound")}>
        <Empty title={t("common.notFoundHint")}>
          <Link to="/today">{t("common.backToToday")}</Link>
        </Empty>
      </Page>
    </main>
  );
}

export function PageFailed({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useWords();
  return (
    <main className="alone">
      <Page title={t("common.failed")}>
        <Failed error={error} retry={reset} />
      </Page>
    </main>
  );
}
