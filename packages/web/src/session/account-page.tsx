import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { api, read } from "../client/api.ts";
import { useCommand } from "../client/use-command.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Page } from "../ui/page.tsx";
import { Refused } from "../ui/refused.tsx";
import { Tag } from "../ui/tag.tsx";
import { showInstant } from "../ui/show-instant.ts";
import { useWords } from "../words/words.ts";
import { nameBrowser } from "./name-browser.ts";
import { useSession } from "./session.ts";

const sessions = api.v1.sessions;

/** One's own sign-in: where one is signed in, and what is kept of oneself. */
export function AccountPage() {
  const { t } = useWords();
  const { organisation, name } = useSession();
  const query = useQuery({ queryKey: ["sessions"], queryFn: () => read(sessions.$get()) });
  const endOne = useCommand((sessionId: string) =>
    read(sessions[":sessionId"].$delete({ param: { sessionId } })),
  );
  const endOthers = useCommand(() => read(sessions.$delete()));
  const change = useCommand(() => read(api.v1.session["second-factor"].$delete()));
  return (
    <Page title={t("session.account")} lead={`${organisation} · ${name}`}>
      <h2>{t("session.browsers")}</h2>
      <Refused refusal={endOne.error ?? endOthers.error ?? change.error} />
      <Loaded query={query}>
        {({ items }) => (
          <>
            <ul className="list">
              {items.map((item) => (
                <li key={item.id} className="line">
                  <div>
                    {nameBrowser(item.agent) ?? t("session.unknownBrowser")} {item.from}
                    <small className="block">
                      {[
                        t("session.since", { at: showInstant(item.createdAt) }),
                        t("session.seen", { at: showInstant(item.seenAt) }),
                        t("session.ends", { at: showInstant(item.endsAt) }),
                      ].join(" · ")}
                    </small>
                  </div>
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
