import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { sideNames } from "@luyue/core/party";
import { useSession } from "../session/session.ts";
import { Empty } from "../ui/empty.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { useWords } from "../words/words.ts";
import { contractObligations, type Place, useContract } from "./contract-place.ts";
import { ObligationRow } from "../obligation/obligation-row.tsx";
import { contractMoney } from "./payments/payment-queries.ts";
import { SumFacts } from "./payments/sum-facts.tsx";
import { Timeline } from "./timeline/timeline.tsx";

const mostNext = 6;

/** A contract at a glance: its days on one axis, its money, what comes next, and what is waited for. */
export function Overview({ place }: { readonly place: Place }) {
  return (
    <>
      <Timeline place={place} />
      <div className="columns-2">
        <NextDue place={place} />
        <Sums place={place} />
        {place.side === "agency" ? <Periods place={place} /> : null}
      </div>
    </>
  );
}

function NextDue({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const query = useQuery(contractObligations(place));
  return (
    <section className="panel" aria-labelledby="next-due">
      <h2 id="next-due">{t("contract.next")}</h2>
      <Loaded query={query}>
        {(items) => {
          const dated = items.filter(({ dueOn, state }) => dueOn !== null && state !== "waiting");
          if (dated.length === 0) return <Waited place={place} />;
          return (
            <>
              <ul className="list">
                {dated.slice(0, mostNext).map((item) => (
                  <ObligationRow key={item.key} item={item} contract={false} />
                ))}
              </ul>
              <Link
                to="/contracts/$contractId"
                params={{ contractId: place.contractId }}
                search={{ tab: "work" }}
              >
                {t("contract.allWork", { count: items.length })}
              </Link>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

/** Where no day is fixed yet: which events would fix them, and whose they are. */
function Waited({ place }: { readonly place: Place }) {
  const { t, say } = useWords();
  const { data = [] } = useQuery(contractObligations(place));
  const awaited = new Map(
    data.flatMap(({ waitingFor }) => waitingFor).map((each) => [`${each.event} ${each.of ?? ""}`, each]),
  );
  return (
    <Empty title={t("contract.noDays")}>
      <ul>
        {[...awaited].map(([key, { label, holder }]) => (
          <li key={key}>
            {say(label)} · {say(sideNames[holder])}
          </li>
        ))}
      </ul>
      {place.side === "agency" ? (
        <Link
          to="/contracts/$contractId"
          params={{ contractId: place.contractId }}
          search={{ tab: "events" }}
        >
          {t("contract.recordIt")}
        </Link>
      ) : null}
    </Empty>
  );
}

function Sums({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const query = useQuery(contractMoney(place));
  return (
    <section className="panel" aria-labelledby="sums">
      <h2 id="sums">{t("contract.tab.payments")}</h2>
      <Loaded query={query}>{({ totals }) => <SumFacts totals={totals} />}</Loaded>
    </section>
  );
}

function Periods({ place }: { readonly place: Place }) {
  const { t, say } = useWords();
  const { today } = useSession();
  const query = useContract(place.contractId);
  return (
    <section className="panel" aria-labelledby="periods">
      <h2 id="periods">{t("contract.periods")}</h2>
      <Loaded query={query}>
        {({ periods }) => (
          <dl className="facts">
            {periods.map(({ key, title, from, to }) => (
              <div
                key={key}
                className={from !== null && from <= today && (to ?? today) >= today ? "now" : ""}
              >
                <dt>{say(title)}</dt>
                <dd>
                  {from ?? t("common.noDay")} — {to ?? t("common.noDay")}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Loaded>
    </section>
  );
}
