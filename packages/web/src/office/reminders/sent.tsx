import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { tabOf } from "../../contract/contract-search.ts";
import { useMay } from "../../session/session.ts";
import { CommandButton } from "../../ui/command-button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { MoreButton } from "../../ui/more-button.tsx";
import { showInstant } from "../../ui/show-instant.ts";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { Attempts, sentTones } from "./attempts.tsx";
import { useRecipientName } from "./use-recipient-name.ts";
import type { Sent } from "./reminder-queries.ts";

/** What was sent and what became of it, each attempt with the provider's answer; what was given up can be sent again. */
export function SentMessages({ onlyFailed }: { readonly onlyFailed: boolean }) {
  const { t } = useWords();
  const query = useInfiniteQuery({
    queryKey: ["reminders", onlyFailed ? "failed" : "sent"],
    queryFn: ({ pageParam }) => {
      const page = { query: { limit: "50", ...(pageParam === "" ? {} : { cursor: pageParam }) } };
      return onlyFailed ? read(api.v1.reminders.failed.$get(page)) : read(api.v1.reminders.$get(page));
    },
    initialPageParam: "",
    getNextPageParam: ({ cursor }) => cursor,
  });
  return (
    <Loaded query={query} rows={8}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0)
          return <Empty title={t(onlyFailed ? "reminders.noneFailed" : "reminders.noneSent")} />;
        return (
          <>
            <ul className="list">
              {items.map((message) => (
                <SentRow key={`${message.contractId} ${message.key}`} message={message} />
              ))}
            </ul>
            <MoreButton query={query} />
          </>
        );
      }}
    </Loaded>
  );
}

function SentRow({ message }: { readonly message: Sent }) {
  const { t } = useWords();
  const nameOf = useRecipientName();
  const { createdAt, state, channel, recipient, recipientName, dueOn, parts, attempts, waitsUntil } = message;
  const facts = [
    dueOn === null ? "" : t("office.due", { day: dueOn }),
    parts === 0 ? "" : t("reminders.parts", { count: parts }),
    waitsUntil === null ? "" : t("reminders.waitsUntil", { at: showInstant(waitsUntil) }),
  ].filter((part) => part !== "");
  return (
    <li className="line">
      <div className="when">
        {showInstant(createdAt)}
        <Tag tone={sentTones[state]}>{t(`reminders.state.${state}`)}</Tag>
      </div>
      <div className="what">
        <Matter message={message} /> <small>{facts.join(" · ")}</small>
        <small className="block">
          <Tag>{t(`reminders.channel.${channel}`)}</Tag> {nameOf(recipient, recipientName)}
        </small>
        <Attempts attempts={attempts} />
      </div>
      <Resend message={message} />
    </li>
  );
}

/** What a message is about: an obligation of a contract, or something of the agency's own. */
function Matter({ message }: { readonly message: Sent }) {
  const { t, say } = useWords();
  const { contractId, contractName, title, obligationKey, type } = message;
  const what = title === null ? t(`reminders.type.${typeOf(type)}`) : say(title);
  if (contractName === null) return <>{what}</>;
  return (
    <>
      <Link
        to="/contracts/$contractId"
        params={{ contractId }}
        search={obligationKey === null ? {} : { tab: tabOf(obligationKey) }}
        hash={obligationKey ?? ""}
      >
        {what}
      </Link>{" "}
      <small>{contractName}</small>
    </>
  );
}

/** Commands that a webhook is told of have names of their own. */
function typeOf(type: string) {
  const [first] = type.split(".");
  return first === "reminder" ||
    first === "notice" ||
    first === "digest" ||
    first === "letter" ||
    first === "test"
    ? first
    : "change";
}

function Resend({ message: { contractId, key, state } }: { readonly message: Sent }) {
  const { t } = useWords();
  const may = useMay();
  const resend = useCommand(() =>
    read(api.v1.reminders.resend.$post({ header: {}, json: { contractId, key } })),
  );
  if (state !== "failed" || !may("tenant:manage")) return null;
  return <CommandButton label={t("reminders.resend")} command={resend} />;
}
