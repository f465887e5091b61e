import { useQuery } from "@tanstack/react-query";
import { sideNames } from "@luyue/core/party";
import { read } from "../../client/api.ts";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";

/** Rights that facts have given one side, and what was decided on them. */
export function Rights({ place }: { readonly place: Place }) {
  const { t, say } = useWords();
  const { contractId } = place;
  const query = useQuery({
    queryKey: ["contract", contractId, "rights"],
    queryFn: () =>
      place.side === "agency"
        ? read(ofContract.rights.$get({ param: { contractId } }))
        : read(ofPartner.rights.$get({ param: { contractId, agencyId: place.agencyId } })),
  });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t("right.none")}>{t("right.noneHint")}</Empty>
        ) : (
          <ul className="list">
            {items.map((right) => (
              <li key={`${right.key} ${right.arisenOn}`} className="line">
                <div className="when">{right.arisenOn}</div>
                <div className="what">
                  <strong>{say(right.title)}</strong> · {say(sideNames[right.holder])}{" "}
                  {right.decision === null ? (
                    <Tag tone="warn">{t("right.undecided")}</Tag>
                  ) : (
                    <Tag tone="info">{t(`right.decision.${right.decision.decision}`)}</Tag>
                  )}
                  <ul>
                    {right.because.map(({ on, text }) => (
                      <li key={`${on} ${text.zh}`}>
                        {on} {say(text)}
                      </li>
                    ))}
                  </ul>
                  {right.clause === null ? null : <small>{`${t("common.clause")} ${right.clause}`}</small>}
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
