import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { api, read } from "../client/api.ts";
import { useCommand } from "../client/use-command.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Page } from "../ui/page.tsx";
import { Refused } from "../ui/refused.tsx";
import { Tag } from "../ui/tag.tsx";
import { useWords } from "../words/words.ts";
import { Feeds } from "./feeds.tsx";
import { MailChoice } from "./mail-choice.tsx";
import { SessionLine } from "./session-line.tsx";
import { useMay, useSession } from "./session.ts";

const sessions = api.v1.sessions;

/** One's own sign-in: where one is signed in, and what is kept of oneself. */
export function AccountPage() {
  const { t } = useWords();
  const { organisation, name } = useSession();
  const may = useMay();
  const query = useQuery({ queryKey: ["sessions"], queryFn: () => read(sessions.$get()) });
  const endOne = useCommand((sessionId: string) =>
    read(sessions[":sessionId"].$delete({ param: { sessionId } })),
  );
  const endOthers = useCommand(() => read(sessions.$delete()));
  const change = useCommand(() => read(api.v1.session["second-factor"].$delete()));
  return (
    <Page title={t("session.account")} lead={`${organisation} · ${name}`}>
      {may("reminder:choose") ? <MailChoice /> : null}
      {may("reminder:own") ? <Feeds /> : null}
      <h2>{t("session.browsers")}</h2>
      <Refused refusal={endOne.error ?? endOthers.error ?? change.error} />
      <Loaded query={query}>
        {({ items }) => (
          <>
            <ul className="list">
              {items.map((item) => (
                <li key={item.id} className="line">
                  <SessionLine session={item} />
                  {item.current ? (
                    <Tag tone="info">{t("session.current")}</Tag>
                  ) : (
                    <Button size="small" onClick={() => endOne.mutate(item.id)}>
                      {t("session.endOne")}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <p className="actions">
              {items.length < 2 ? null : (
                <Button onClick={() => endOthers.mutate()}>{t("session.endOthers")}</Button>
              )}
              {items.some(({ current, by }) => current && by === "mail") ? (
                <Button onClick={() => change.mutate()}>{t("session.changeFactor")}</Button>
              ) : null}
              <Button href="/v1/session/personal-data" download="personal-data.json">
                {t("session.exportMine")}
              </Button>
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}
