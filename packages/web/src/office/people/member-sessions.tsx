import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api, read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { SessionLine } from "../../session/session-line.tsx";
import { CommandButton } from "../../ui/command-button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useWords } from "../../words/words.ts";

/** Where somebody is signed in, and what is kept of them: for the administrator who has to answer for it. */
export function MemberSessions({ memberId }: { readonly memberId: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { sessions } = api.v1.members[":memberId"];
  const param = { memberId };
  const query = useQuery({
    queryKey: ["members", memberId, "sessions"],
    queryFn: () => read(sessions.$get({ param })),
    enabled: open,
  });
  const endAll = useCommand(() => read(sessions.$delete({ param })));
  const endOne = useCommand((sessionId: string) =>
    read(sessions[":sessionId"].$delete({ param: { memberId, sessionId } })),
  );
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("office.signedIn")}</summary>
      {open ? (
        <Loaded query={query} rows={2}>
          {({ items }) => (
            <>
              {items.length === 0 ? <p className="none">{t("office.nowhere")}</p> : null}
              <ul className="papers">
                {items.map((item) => (
                  <li key={item.id}>
                    <SessionLine session={item} />
                    <Button onClick={() => endOne.mutate(item.id)}>{t("session.endOne")}</Button>
                  </li>
                ))}
              </ul>
              <div className="actions">
                {items.length < 2 ? null : <CommandButton label={t("office.endAll")} command={endAll} />}
                <Button href={`/v1/members/${memberId}/personal-data`} download="personal-data.json">
                  {t("office.personalData")}
                </Button>
              </div>
            </>
          )}
        </Loaded>
      ) : null}
    </details>
  );
}
