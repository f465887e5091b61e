import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { api, read } from "../client/api.ts";
import { useCommand } from "../client/use-command.ts";
import { Refused } from "../ui/refused.tsx";
import { useWords } from "../words/words.ts";
import { isDemo } from "./demo.ts";

/** Asks for a link by mail, and says to look for it. */
export function MailForm({
  onSent,
}: {
  readonly onSent: (sent: { email: string; minutes: number }) => void;
}) {
  const { t, language } = useWords();
  const [email, setEmail] = useState("");
  const ask = useCommand(() => read(api.v1["sign-in"].link.$post({ json: { email, language } })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(undefined, { onSuccess: ({ minutes }) => onSent({ email, minutes }) });
  };
  return (
    <form className="entry" onSubmit={submit}>
      <Refused refusal={ask.error} />
      <label htmlFor="email">{t("session.email")}</label>
      <Input
        id="email"
        type="email"
        required
        maxLength={254}
        autoComplete="username"
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <Button type="primary" htmlType="submit" loading={ask.isPending}>
        {t("session.sendLink")}
      </Button>
    </form>
  );
}

export function LinkSent(props: {
  readonly email: string;
  readonly minutes: number;
  readonly again: () => void;
}) {
  const { email, minutes, again } = props;
  const { t } = useWords();
  return (
    <>
      <p>{t("session.linkSentTo", { email, minutes })}</p>
      <p className="actions">
        <Button onClick={again}>{t("session.otherEmail")}</Button>
        {isDemo ? <a href="/inbox?channel=email">{t("demo.inbox")}</a> : null}
      </p>
    </>
  );
}
