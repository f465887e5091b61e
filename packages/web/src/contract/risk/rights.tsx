import { useQuery } from "@tanstack/react-query";
import { sideNames } from "@luyue/core/party";
import { Day } from "../../ui/day.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { Why } from "../../ui/why.tsx";
import { useWords } from "../../words/words.ts";
import type { Place } from "../contract-place.ts";
import { RightSteps } from "./right-steps.tsx";
import { contractRights, type Right, type Rights as ContractRights } from "./risk-queries.ts";
import { useContractStatus } from "./use-contract-status.ts";

/** Rights that facts have given one side: what gave them, what a person made of them, and how near others are. */
export function Rights({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const query = useQuery(contractRights(place));
  const status = useContractStatus(place);
  useAnchor(query.isSuccess);
  return (
    <Loaded query={query}>
      {({ items, counters, decisions }) => (
        <>
          {items.length === 0 ? (
            <Empty title={t("right.none")}>{t("right.noneHint")}</Empty>
          ) : (
            items.map((right) => (
              <RightCard key={`${right.key} ${right.arisenOn}`} place={place} right={right} status={status} />
            ))
          )}
          <Counters counters={counters} />
          <Withdrawn decisions={decisions} />
        </>
      )}
    </Loaded>
  );
}

function RightCard(props: {
  readonly place: Place;
  readonly right: Right;
  readonly status: ReturnType<typeof useContractStatus>;
}) {
  const { place, right, status } = props;
  const { t, say } = useWords();
  const { key, title, holder, decision, arisenOn, because, clause, gives } = right;
  return (
    <section className="panel" id={`right.${key}`} aria-label={say(title)}>
      <div className="panel-head">
        <h2>
          {say(title)}{" "}
          {decision === null ? (
            <Tag tone="warn">{t("right.undecided")}</Tag>
          ) : (
            <Tag tone="info">{t(`right.decision.${decision.decision}`)}</Tag>
          )}
        </h2>
      </div>
      <p>
        {t("right.heldBy", { who: say(sideNames[holder]) })} · {t(`right.gives.${gives}`)} ·{" "}
        {t("right.arisenOn")}{" "}
        <Why
          what={`${say(title)} ${t("right.arisenOn")}`}
          grounds={[
            { name: t("common.clause"), text: clause },
            {
              name: t("right.because"),
              text: because.map(({ on, text }) => `${on} ${say(text)}`).join("；"),
            },
          ]}
        >
          <Day date={arisenOn} />
        </Why>
      </p>
      <ul>
        {because.map(({ on, text }) => (
          <li key={`${on} ${text.zh}`}>{dated(on, say(text))}</li>
        ))}
      </ul>
      {decision === null ? null : (
        <p>
          {decision.on} {decision.decided.name}：{decision.reason}
          {decision.until === null ? null : (
            <strong className="block">{t("right.until", { day: decision.until })}</strong>
          )}
        </p>
      )}
      {place.side === "agency" && holder === "buyer" ? (
        <RightSteps place={place} right={right} status={status} />
      ) : null}
    </section>
  );
}

/** A fact with its day, where it does not begin with that itself. */
const dated = (on: string, text: string) => (text.startsWith(on) ? text : `${on} ${text}`);

/** How far what gives each right has come. */
function Counters({ counters }: Pick<ContractRights, "counters">) {
  const { t, say } = useWords();
  if (counters.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="counters">
      <h2 id="counters">{t("right.counters")}</h2>
      <ul className="papers">
        {counters.map(({ right, title, counters: each }) => (
          <li key={right}>
            <div>
              {say(title)}
              {each.map(({ text, reached }) => (
                <small key={text.zh} className="block">
                  {say(text)} {reached.length === 0 ? null : <Tag tone="bad">{t("right.reached")}</Tag>}
                </small>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Decisions that were taken back stay to be read. */
function Withdrawn({ decisions }: Pick<ContractRights, "decisions">) {
  const { t, say } = useWords();
  const back = decisions.filter(({ withdrawn }) => withdrawn !== null);
  if (back.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="taken-back">
      <h2 id="taken-back">{t("right.takenBack")}</h2>
      <ul className="papers">
        {back.map(({ id, title, decision, on, reason, decided, withdrawn }) => (
          <li key={id}>
            <div>
              {on} {say(title)}：{t(`right.decision.${decision}`)}，{reason}（{decided.name}）
              <small className="block">
                {withdrawn === null
                  ? ""
                  : `${t("right.withdrawnBy", { name: withdrawn.name })}：${withdrawn.reason}`}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
