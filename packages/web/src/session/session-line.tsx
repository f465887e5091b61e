import type { InferResponseType } from "hono/client";
import type { api } from "../client/api.ts";
import { showInstant } from "../ui/show-instant.ts";
import { useWords } from "../words/words.ts";
import { nameBrowser } from "./name-browser.ts";

type Item = InferResponseType<typeof api.v1.sessions.$get, 200>["items"][number];

/** A browser that somebody is signed in with: which, from where, since when. */
export function SessionLine({
  session,
}: {
  readonly session: Pick<Item, "agent" | "from" | "createdAt" | "seenAt" | "endsAt">;
}) {
  const { t } = useWords();
  const { agent, from, createdAt, seenAt, endsAt } = session;
  const facts = [
    t("session.since", { at: showInstant(createdAt) }),
    t("session.seen", { at: showInstant(seenAt) }),
    t("session.ends", { at: showInstant(endsAt) }),
  ];
  return (
    <div>
      {nameBrowser(agent) ?? t("session.unknownBrowser")} {from}
      <small className="block">{facts.join(" · ")}</small>
    </div>
  );
}
