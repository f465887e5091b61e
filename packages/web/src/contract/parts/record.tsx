import { useInfiniteQuery } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { read } from "../../client/api.ts";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { showInstant } from "../../ui/show-instant.ts";
import { MoreButton } from "../../ui/more-button.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";

type Line = InferResponseType<(typeof ofContract.record)["$get"], 200>["items"][number];

/** Who has done what to a contract, why, and what it changed: each line is sealed by the one after it. */
export function Record({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const { contractId } = place;
  const query = useInfiniteQuery({
    queryKey: ["contract", contractId, "record"],
    queryFn: ({ pageParam }) =>
      read(
        ofContract.record.$get({
          param: { contractId },
          query: { limit: "50", ...(pageParam === "" ? {} : { cursor: pageParam }) },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ cursor }) => cursor,
  });
  return (
    <>
      <p className="lead">{t("record.lead")}</p>
      <Loaded query={query} rows={8}>
        {({ pages }) => {
          const lines = pages.flatMap(({ items }) => items);
          if (lines.length === 0) return <Empty title={t("record.none")} />;
          return (
            <ol className="list">
              {lines.map((line) => (
                <RecordLine key={line.sequence} line={line} />
              ))}
            </ol>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}

function RecordLine({ line }: { readonly line: Line }) {
  const { t } = useWords();
  const { sequence, at, actor, command, subject, reason, before, after, hash } = line;
  const show = (value: unknown) => (value === undefined ? "" : JSON.stringify(value, undefined, 2));
  return (
    <li className="line">
      <div className="when">
        #{sequence}
        <small>{showInstant(at)}</small>
      </div>
      <div className="what">
        <strong>{command}</strong> · {actor.name}
        <small className="block">
          {subject}
          {reason === undefined ? "" : ` · ${t("common.reason")}：${reason}`}
        </small>
        <details>
          <summary>{t("record.change")}</summary>
          {before === undefined ? null : (
            <>
              <small>{t("record.before")}</small>
              <pre tabIndex={0}>{show(before)}</pre>
            </>
          )}
          {after === undefined ? null : (
            <>
              <small>{t("record.after")}</small>
              <pre tabIndex={0}>{show(after)}</pre>
            </>
          )}
          <small className="hash">{t("record.hash", { hash })}</small>
        </details>
      </div>
    </li>
  );
}
