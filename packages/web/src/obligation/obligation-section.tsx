import { useInfiniteQuery } from "@tanstack/react-query";
import { useSession } from "../session/session.ts";
import { Loaded } from "../ui/loaded.tsx";
import { MoreButton } from "../ui/more-button.tsx";
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
  const { side } = useSession();
  const query = useInfiniteQuery(obligationList(side, filter));
  const items = query.data?.items.filter(keep);
  const count = items === undefined ? "" : ` (${items.length}${query.hasNextPage ? "+" : ""})`;
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
      <MoreButton query={query} />
    </section>
  );
}
