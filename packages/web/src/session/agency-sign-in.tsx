import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { api, read } from "../client/api.ts";
import { Loaded } from "../ui/loaded.tsx";
import { useWords } from "../words/words.ts";
import { LinkSent, MailForm } from "./mail-form.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";

/** An agency's own address: its people go to their issuer, or get a link. */
export function AgencySignIn() {
  const { t } = useWords();
  const { agencyId } = useParams({ from: "/sign-in/$agencyId" });
  const query = useQuery({
    queryKey: ["sign-in", agencyId],
    queryFn: () => read(api.v1["sign-in"].agencies[":agencyId"].$get({ param: { agencyId } })),
  });
  const [sent, setSent] = useState<{ email: string; minutes: number }>();
  const title =
    query.data === undefined ? t("session.signIn") : t("session.signInTo", { name: query.data.name });
  return (
    <SignInFrame title={sent === undefined ? title : t("session.linkSent")}>
      {sent === undefined ? (
        <Loaded query={query}>
          {({ by }) =>
            by === "issuer" ? (
              <Button type="primary" size="large" href={`/v1/sign-in/agencies/${agencyId}/issuer`}>
                {t("session.byIssuer")}
              </Button>
            ) : (
              <>
                <p>{t("session.byMail")}</p>
                <MailForm onSent={setSent} />
              </>
            )
          }
        </Loaded>
      ) : (
        <LinkSent {...sent} again={() => setSent(undefined)} />
      )}
    </SignInFrame>
  );
}
