import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import type { InferResponseType } from "hono/client";
import { api, read } from "../client/api.ts";
import { useCommand } from "../client/use-command.ts";
import { contractHeads } from "../contracts/contract-lines.ts";
import { CommandButton } from "../ui/command-button.tsx";
import { CommandDialog } from "../ui/command-dialog.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useAttempt } from "../ui/use-attempt.ts";
import { useWords } from "../words/words.ts";
import { useSession } from "./session.ts";

const feeds = api.v1["calendar-feeds"];
type Feed = InferResponseType<typeof feeds.$get, 200>["items"][number];

/** Calendars of what is due, for one's own calendar program: of one contract, or of all that is one's own. */
export function Feeds() {
  const { t } = useWords();
  const { side } = useSession();
  const query = useQuery({ queryKey: ["feeds"], queryFn: () => read(feeds.$get()) });
  const { data: contracts = [] } = useQuery(contractHeads(side));
  const nameOf = (id: string | null) =>
    id === null ? t("session.feedOfAll") : (contracts.find((contract) => contract.id === id)?.name ?? id);
  return (
    <section className="panel" aria-labelledby="feeds">
      <div className="panel-head">
        <h2 id="feeds">{t("session.feeds")}</h2>
        <CommandDialog
          label={t("session.newFeed")}
          fields={[
            {
              name: "contractId",
              label: t("session.feedOf"),
              kind: "choice",
              optional: true,
              options: contracts.map(({ id, name }) => ({ value: id, label: name })),
              hint: t("session.feedHint"),
            },
          ]}
          run={({ contractId }) =>
            read(feeds.$post({ header: {}, json: contractId === undefined ? {} : { contractId } }))
          }
        />
      </div>
      <p className="lead">{t("session.feedsHint")}</p>
      <Loaded query={query} rows={1}>
        {({ items }) => (
          <ul className="papers">
            {items.map((feed) => (
              <FeedRow key={feed.id} feed={feed} name={nameOf(feed.contractId)} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function FeedRow({ feed, name }: { readonly feed: Feed; readonly name: string }) {
  const { t } = useWords();
  const attempt = useAttempt();
  const { message } = App.useApp();
  const { id, url } = feed;
  const revoke = useCommand(() => read(feeds[":id"].$delete({ param: { id }, header: {} })));
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    await message.success(t("common.copied"));
  };
  return (
    <li>
      <span>
        {name} <small>{t("session.feedSince", { day: feed.createdAt.slice(0, 10) })}</small>
      </span>
      <div className="actions">
        <Button onClick={() => attempt(copy)}>{t("session.copyAddress")}</Button>
        <CommandButton label={t("session.endFeed")} command={revoke} sure={t("session.endFeedSure")} />
      </div>
    </li>
  );
}
