import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { renderSVG } from "uqr";
import { api, read } from "../client/api.ts";
import { useCommand } from "../client/use-command.ts";
import { Refused } from "../ui/refused.tsx";
import { useWords } from "../words/words.ts";
import { goAsNow } from "./become.ts";
import { SignInFrame } from "./sign-in-frame.tsx";

interface Factor {
  readonly secret: string;
  readonly uri: string;
}

/** The second factor: set up where it is new, then asked for. */
export function EnterCode({ factor }: { readonly factor: Factor | null }) {
  const { t } = useWords();
  const [code, setCode] = useState("");
  const [recovery, setRecovery] = useState<readonly string[]>();
  const enter = useCommand(() => read(api.v1["sign-in"].code.$post({ json: { code } })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate(undefined, {
      onSuccess: ({ recovery: codes }) => {
        if (codes.length > 0) setRecovery(codes);
        else goAsNow();
      },
    });
  };
  if (recovery !== undefined) return <Recovery codes={recovery} />;
  return (
    <SignInFrame
      title={factor === null ? t("session.enterCode") : t("session.newFactor")}
      lead={factor === null ? t("session.enterCodeHint") : t("session.newFactorHint")}
    >
      {factor === null ? null : <NewFactor {...factor} />}
      <form className="entry" onSubmit={submit}>
        <Refused refusal={enter.error} />
        <label htmlFor="code">{t("session.code")}</label>
        <Input
          id="code"
          required
          minLength={6}
          maxLength={40}
          autoComplete="one-time-code"
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
        <Button type="primary" htmlType="submit" loading={enter.isPending}>
          {t("session.signIn")}
        </Button>
      </form>
    </SignInFrame>
  );
}

function NewFactor({ secret, uri }: Factor) {
  const { t } = useWords();
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(uri))}`;
  return (
    <>
      <p>
        <img src={picture} width="200" height="200" alt={t("session.qr")} />
      </p>
      <p>
        {t("session.secret")}
        <code>{secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
    </>
  );
}

function Recovery({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useWords();
  return (
    <SignInFrame title={t("session.recovery")} lead={t("session.recoveryHint")}>
      <pre>{codes.join("\n")}</pre>
      <p className="actions">
        <Button type="primary" onClick={() => goAsNow()}>
          {t("session.recoveryKept")}
        </Button>
      </p>
    </SignInFrame>
  );
}
