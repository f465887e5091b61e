import type { ReactNode } from "react";
import { LanguageButton } from "../app/shell.tsx";
import { Page } from "../ui/page.tsx";
import { useWords } from "../words/words.ts";

/** A page of somebody who is not signed in yet. */
export function SignInFrame(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, lead, children } = props;
  const { t } = useWords();
  return (
    <>
      <header className="top">
        <span className="brand">
          {t("brand")} <span lang="en">Lüyue</span>
        </span>
        <span className="grow" />
        <LanguageButton />
      </header>
      <main className="alone">
        <Page title={title} lead={lead}>
          {children}
        </Page>
      </main>
    </>
  );
}
