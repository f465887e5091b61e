import { queryOptions, useQuery } from "@tanstack/react-query";
import { read } from "../../client/api.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract } from "../contract-place.ts";

/** What is still open of a contract. */
export function openMatters(contractId: string) {
  return queryOptions({
    queryKey: ["contract", contractId, "open-matters"],
    queryFn: async () => (await read(ofContract["open-matters"].$get({ param: { contractId } }))).items,
  });
}

/** What is still open, before somebody puts an end to it. */
export function OpenMatters({ contractId }: { readonly contractId: string }) {
  const { t, say } = useWords();
  const query = useQuery(openMatters(contractId));
  return (
    <section aria-label={t("life.open")}>
      <h3>{t("life.open")}</h3>
      <Loaded query={query} rows={2}>
        {(items) =>
          items.length === 0 ? (
            <p className="standing good">{t("life.nothingOpen")}</p>
          ) : (
            <ul>
              {items.map((item) => (
                <li key={item.zh}>{say(item)}</li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
