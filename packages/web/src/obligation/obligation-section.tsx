import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useSession } from "../session/session.ts";
import { Loaded } from "../ui/loaded.tsx";
import { useAttempt } from "../ui/use-attempt.ts";
import { useWords } from "../words/words.ts";
import { type Obligation, type ObligationFilter, obligationList } from "./obligation-queries.ts";
import { ObligationRow } from "./obligation-row.tsx";

/** One of the due lists, with how many it holds and the rest on demand. */
export function ObligationSection(props: {
  readonly id: string;
  readonly title: string;
  readonly filter: ObligationFilter;
  readonly none: string;
  readonly keep?: (item: Obligation) => boolean;
}) {
  const { id, title, filter, none, keep = () => true } = props;
  const { t } = useWords();
  const attempt = useAttempt();
  const { side } = useSession();
  const query = useInfiniteQuery(obligationList(side, filter));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const items = query.data?.items.filter(keep);
  const count = items === undefined ? "" : ` (${items.length}${hasNextPage ? "+" : ""})`;
  return (
    <section aria-labelledby={id} className="due-list">
      <h2 id={id}>
        {title}
        {count}
      </h2>
      <Loaded query={query}>
        {() =>
          items === undefined || items.length === 0 ? (
            <p className="none">{none}</p>
          ) : (
            <ul className="list">
              {items.map((item) => (
                <ObligationRow key={`${item.contractId} ${item.key}`} item={item} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {hasNextPage ? (
        <Button loading={isFetchingNextPage} onClick={() => attempt(() => fetchNextPage())}>
          {t("common.more")}
        </Button>
      ) : null}
    </section>
  );
}
