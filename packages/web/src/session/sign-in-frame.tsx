import type { ReactNode } from "react";
import { LanguageButton } from "../app/shell.tsx";
import { Page } from "../ui/page.tsx";
import { Brand } from "../ui/brand.tsx";

/** A page of somebody who is not signed in yet. */
export function SignInFrame(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, lead, children } = props;
  return (
    <>
      <header className="top">
        <span className="brand">
          <Brand />
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
