import { useQuery } from "@tanstack/react-query";
import { obligationKindNames } from "@luyue/core/obligation";
import { sideNames } from "@luyue/core/party";
import { Select } from "antd";
import { useState } from "react";
import type { Obligation } from "../../obligation/obligation-queries.ts";
import { ObligationRow } from "../../obligation/obligation-row.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { useWords } from "../../words/words.ts";
import { contractObligations, type Place } from "../contract-place.ts";

const none = "";
const mostShown = 200;

/** All that is owed under a contract, by date; narrowed by kind, by whose it is, or to what is done. */
export function Obligations({ place }: { readonly place: Place }) {
  const { t, say } = useWords();
  const [isDone, setDone] = useState(false);
  const [kind, setKind] = useState<string>(none);
  const [debtor, setDebtor] = useState<string>(none);
  const query = useQuery(contractObligations(place, isDone ? "fulfilled" : undefined));
  useAnchor(query.isSuccess);
  const kinds = [...new Set((query.data ?? []).map((item) => item.kind))];
  const isMeant = (item: Obligation) =>
    (kind === none || item.kind === kind) && (debtor === none || item.debtor === debtor);
  return (
    <>
      <div className="filters">
        <Select
          aria-label={t("contract.done")}
          value={isDone}
          onChange={setDone}
          options={[
            { value: false, label: t("contract.openOnes") },
            { value: true, label: t("contract.doneOnes") },
          ]}
        />
        <Select
          aria-label={t("contract.kind")}
          value={kind}
          onChange={setKind}
          options={[
            { value: none, label: t("contract.anyKind") },
            ...kinds.map((value) => ({ value, label: say(obligationKindNames[value]) })),
          ]}
        />
        <Select
          aria-label={t("contract.debtor")}
          value={debtor}
          onChange={setDebtor}
          options={[
            { value: none, label: t("contract.anySide") },
            { value: "buyer", label: say(sideNames.buyer) },
            { value: "vendor", label: say(sideNames.vendor) },
          ]}
        />
      </div>
      <Loaded query={query} rows={8}>
        {(items) => {
          const found = items.filter(isMeant);
          if (found.length === 0) return <Empty title={t("contract.noObligations")} />;
          return (
            <>
              <ul className="list">
                {found.slice(0, mostShown).map((item) => (
                  <ObligationRow key={item.key} item={item} contract={false} />
                ))}
              </ul>
              <p className="sum-line">
                {found.length > mostShown
                  ? t("contract.shownOf", { shown: mostShown, count: found.length })
                  : t("contract.countOf", { count: found.length })}
              </p>
            </>
          );
        }}
      </Loaded>
    </>
  );
}
