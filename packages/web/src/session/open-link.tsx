import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { api, read } from "../client/api.ts";
import { useCommand } from "../client/use-command.ts";
import { Refused } from "../ui/refused.tsx";
import { useWords } from "../words/words.ts";
import { EnterCode } from "./enter-code.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";

/** Where a mailed link leads. Mail scanners open links: only a person presses a button. */
export function OpenLink() {
  const { t } = useWords();
  const { link } = useParams({ from: "/sign-in/link/$link" });
  const [factor, setFactor] = useState<{ secret: string; uri: string } | null>();
  const open = useCommand(() => read(api.v1["sign-in"].link.open.$post({ json: { link } })));
  if (factor !== undefined) return <EnterCode factor={factor} />;
  return (
    <SignInFrame title={t("session.goOn")} lead={t("session.goOnHint")}>
      <Refused refusal={open.error} />
      <p className="actions">
        <Button
          type="primary"
          loading={open.isPending}
          onClick={() => open.mutate(undefined, { onSuccess: ({ newFactor }) => setFactor(newFactor) })}
        >
          {t("session.next")}
        </Button>
      </p>
    </SignInFrame>
  );
}
