import { useQuery } from "@tanstack/react-query";
import { useMay } from "../../session/session.ts";
import { Day, Distance } from "../../ui/day.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { yuan } from "../../ui/money.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { Why } from "../../ui/why.tsx";
import { useWords } from "../../words/words.ts";
import { ObligationRow } from "../../obligation/obligation-row.tsx";
import { contractObligations, type Place } from "../contract-place.ts";
import { BondCard } from "./bond-card.tsx";
import { EnterBond } from "./bond-entry.tsx";
import { type Bonds as ContractBonds, contractBonds } from "./risk-queries.ts";
import { useContractStatus } from "./use-contract-status.ts";
import { Fact } from "../../ui/fact.tsx";

/** The performance bonds of a contract: which is in force and until when, what was claimed, and what comes next. */
export function Bonds({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const query = useQuery(contractBonds(place));
  const status = useContractStatus(place);
  const may = useMay();
  useAnchor(query.isSuccess);
  const isRunning = status === "active" || status === "terminated";
  return (
    <Loaded query={query}>
      {({ items, standing }) => (
        <>
          {standing === null ? (
            <Empty title={t("bond.notAgreed")}>{t("bond.notAgreedHint")}</Empty>
          ) : (
            <>
              {place.side === "agency" && isRunning && may("bond:enter") ? (
                <div className="actions">
                  <EnterBond place={place} items={items} standing={standing} />
                </div>
              ) : null}
              <Standing standing={standing} />
              <Reminders place={place} />
              {items.length === 0 ? <Empty title={t("bond.none")}>{t("bond.noneHint")}</Empty> : null}
            </>
          )}
          {items.map((bond) => (
            <BondCard key={bond.id} place={place} bond={bond} status={status} />
          ))}
        </>
      )}
    </Loaded>
  );
}

function Standing({ standing }: { readonly standing: NonNullable<ContractBonds["standing"]> }) {
  const { t, say } = useWords();
  const { problems, open, validUntil, neededUntil, why, agreed } = standing;
  const agreedGrounds = [{ name: t("common.clause"), text: agreed.clause }];
  return (
    <section className="panel" aria-label={t("bond.standing")}>
      {problems.map(({ problem, text }) => (
        <p key={problem} className="standing bad">
          {say(text)}
        </p>
      ))}
      <dl className="facts wide">
        <Fact name={t("bond.agreed")}>
          <Why what={t("bond.agreed")} grounds={agreedGrounds}>
            <span className="money">{yuan(agreed.amount)}</span>
          </Why>
        </Fact>
        <Fact name={t("bond.open")}>{yuan(open)}</Fact>
        <Fact name={t("bond.validUntil")}>{validUntil === null ? "—" : <Day date={validUntil} />}</Fact>
        <Fact name={t("bond.neededUntil")}>
          {neededUntil === null ? (
            t("common.noDay")
          ) : (
            <>
              <Why
                what={t("bond.neededUntil")}
                grounds={[{ name: t("common.why"), text: why === null ? null : say(why) }, ...agreedGrounds]}
              >
                <Day date={neededUntil} />
              </Why>{" "}
              <Distance date={neededUntil} late={false} />
            </>
          )}
        </Fact>
      </dl>
    </section>
  );
}

const kinds = new Set(["bond", "bondExtension"]);

/** By when the vendor has to hand one in or extend it, with how that day came about. */
function Reminders({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const { data = [] } = useQuery(contractObligations(place));
  const owed = data.filter(({ kind }) => kinds.has(kind));
  if (owed.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="bond-owed">
      <h2 id="bond-owed">{t("bond.owed")}</h2>
      <ul className="list">
        {owed.map((item) => (
          <ObligationRow key={item.key} item={item} contract={false} named={false} />
        ))}
      </ul>
    </section>
  );
}
