import { useQuery } from "@tanstack/react-query";
import { contractTermsSchema } from "@luyue/core/contract";
import { useMay } from "../../session/session.ts";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { useWords } from "../../words/words.ts";
import { contractState, type ContractState, type Place } from "../contract-place.ts";
import { Occasions } from "./occasions.tsx";
import { PenaltyCaps } from "./penalty-caps.tsx";
import { PenaltyCard } from "./penalty-card.tsx";
import { ProposeByRule, ProposeFreely } from "./penalty-proposal.tsx";
import { contractPenalties } from "./risk-queries.ts";
import { useContractStatus } from "./use-contract-status.ts";

/** Penalties: what may be owed, what was proposed with its arithmetic, answered, decided, and how it is taken. */
export function Penalties({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const query = useQuery(contractPenalties(place));
  const status = useContractStatus(place);
  const isRunning = status === "active" || status === "terminated";
  useAnchor(query.isSuccess);
  return (
    <Loaded query={query} rows={8}>
      {({ items, caps }) => (
        <>
          {place.side === "agency" && isRunning ? <Propose place={place} /> : null}
          <PenaltyCaps caps={caps} />
          {place.side === "agency" ? <Occasions place={place} isRunning={isRunning} /> : null}
          {items.length === 0 ? (
            <Empty title={t("penalty.none")}>{t("penalty.noneHint")}</Empty>
          ) : (
            items.map((penalty) => (
              <PenaltyCard
                key={penalty.id}
                place={place}
                penalty={penalty}
                caps={caps}
                isRunning={isRunning}
              />
            ))
          )}
        </>
      )}
    </Loaded>
  );
}

const termsOf = ({ terms }: ContractState) => contractTermsSchema.parse(terms.terms);

function Propose({ place }: { readonly place: Place }) {
  const may = useMay();
  const { data } = useQuery({ ...contractState(place.contractId), select: termsOf });
  if (data === undefined || !may("penalty:propose")) return null;
  return (
    <div className="actions">
      <ProposeByRule place={place} terms={data} />
      <ProposeFreely place={place} />
    </div>
  );
}
