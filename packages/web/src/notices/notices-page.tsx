import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { InferResponseType } from "hono/client";
import { api, read } from "../client/api.ts";
import { useCommand } from "../client/use-command.ts";
import { Empty } from "../ui/empty.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page } from "../ui/page.tsx";
import { Tag } from "../ui/tag.tsx";
import { MoreButton } from "../ui/more-button.tsx";
import { useWords } from "../words/words.ts";

type NoticePage = InferResponseType<(typeof api)["v1"]["notifications"]["$get"], 200>;
type Notice = NoticePage["items"][number];

const queryKey = ["notifications"];
const mostMarked = 100;
const idOf = ({ tenantId, contractId, key }: Notice) => `${tenantId} ${contractId} ${key}`;

/** What one was told of, the newest first; what is read is shown as read at once. */
export function NoticesPage() {
  const { t } = useWords();
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) =>
      read(
        api.v1.notifications.$get({
          query: { limit: "50", ...(pageParam === "" ? {} : { cursor: pageParam }) },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ cursor }) => cursor,
  });
  const mark = useCommand<readonly Notice[], unknown, InfiniteData<NoticePage>>(
    (notices) =>
      read(
        api.v1.notifications.read.$post({
          json: { items: notices.map(({ tenantId, contractId, key }) => ({ tenantId, contractId, key })) },
        }),
      ),
    {
      queryKey,
      update: (data, notices) => {
        const marked = new Set(notices.map(idOf));
        const readAt = new Date().toISOString();
        const pages = data.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (marked.has(idOf(item)) ? { ...item, readAt } : item)),
        }));
        return { ...data, pages };
      },
    },
  );
  const notices = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const unread = notices.filter(({ readAt }) => readAt === null).slice(0, mostMarked);
  return (
    <Page
      title={t("nav.notices")}
      aside={
        unread.length === 0 ? null : (
          <Button onClick={() => mark.mutate(unread)}>{t("notice.readAll", { count: unread.length })}</Button>
        )
      }
    >
      <Loaded query={query} rows={8}>
        {() =>
          notices.length === 0 ? (
            <Empty title={t("notice.none")}>{t("notice.noneHint")}</Empty>
          ) : (
            <ul className="list">
              {notices.map((notice) => (
                <NoticeRow key={idOf(notice)} notice={notice} mark={() => mark.mutate([notice])} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreButton query={query} />
    </Page>
  );
}

function NoticeRow({ notice, mark }: { readonly notice: Notice; readonly mark: () => void }) {
  const { t, say } = useWords();
  const { title, contractName, agency, dueOn, readAt, link } = notice;
  const text = title === null ? notice.type : say(title);
  return (
    <li className={readAt === null ? "line unread" : "line"}>
      <div className="when">{dueOn ?? ""}</div>
      <div className="what">
        {readAt === null ? <Tag tone="info">{t("notice.unread")}</Tag> : null}{" "}
        {link === null ? text : <a href={link}>{text}</a>}
        <small className="block">
          {[contractName ?? "", agency].filter((part) => part !== "").join(" · ")}
        </small>
      </div>
      {readAt === null ? (
        <Button size="small" onClick={mark}>
          {t("notice.markRead")}
        </Button>
      ) : null}
    </li>
  );
}
