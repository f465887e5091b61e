import { useSearch } from "@tanstack/react-router";
import { Alert } from "antd";
import { useState } from "react";
import { useWords } from "../words/words.ts";
import { isDemo } from "./demo.ts";
import { DemoSeats } from "./demo-seats.tsx";
import { LinkSent, MailForm } from "./mail-form.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";

/** Where people without a sign-in at their agency's own issuer begin; in a demo, one click is enough. */
export function SignInPage() {
  const { t } = useWords();
  const { failed, next } = useSearch({ from: "/sign-in" });
  const [sent, setSent] = useState<{ email: string; minutes: number }>();
  if (sent !== undefined) {
    return (
      <SignInFrame title={t("session.linkSent")}>
        <LinkSent {...sent} again={() => setSent(undefined)} />
      </SignInFrame>
    );
  }
  return (
    <SignInFrame
      title={isDemo ? t("demo.title") : t("session.signIn")}
      lead={isDemo ? t("demo.lead") : undefined}
    >
      {failed === undefined ? null : (
        <Alert
          type="warning"
          role="alert"
          showIcon
          title={failed === "unavailable" ? t("session.unavailable") : t("session.failed")}
        />
      )}
      {isDemo ? <DemoSeats next={next} /> : null}
      <section className="by-mail" aria-label={t("session.signIn")}>
        {isDemo ? <h2>{t("demo.mailToo")}</h2> : null}
        <p>{t("session.byMail")}</p>
        <MailForm onSent={setSent} />
      </section>
    </SignInFrame>
  );
}
