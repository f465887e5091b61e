import { queryOptions, useQuery } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { read } from "../../client/api.ts";
import { useSession } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { Day } from "../../ui/day.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { yuan } from "../../ui/money.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { useWords } from "../../words/words.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";

type Penalty = InferResponseType<(typeof ofPartner.penalties)["$get"], 200>["items"][number];

const tones = { proposed: "warn", imposed: "bad", dismissed: "plain", withdrawn: "plain" } as const;

function contractPenalties(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "penalties"],
    queryFn: () =>
      place.side === "agency"
        ? read(ofContract.penalties.$get({ param: { contractId }, query: {} }))
        : read(ofPartner.penalties.$get({ param: { contractId, agencyId: place.agencyId }, query: {} })),
  });
}

/** Penalties with their arithmetic: what they rest on, what caps cut, what has been taken, what is open. */
export function Penalties({ place }: { readonly place: Place }) {
  const { t, say } = useWords();
  const query = useQuery(contractPenalties(place));
  useAnchor(query.isSuccess);
  return (
    <Loaded query={query} rows={8}>
      {({ items, caps }) => (
        <>
          {caps.length === 0 ? null : (
            <dl className="facts wide panel">
              {caps.map(({ key, title, limit, used, clause }) => (
                <div key={key}>
                  <dt>
                    {say(title)} {clause === null ? "" : `(${clause})`}
                  </dt>
                  <dd>{t("penalty.capUsed", { used: yuan(used), limit: yuan(limit) })}</dd>
                </div>
              ))}
            </dl>
          )}
          {items.length === 0 ? (
            <Empty title={t("penalty.none")}>{t("penalty.noneHint")}</Empty>
          ) : (
            items.map((penalty) => <PenaltyCard key={penalty.id} place={place} penalty={penalty} />)
          )}
        </>
      )}
    </Loaded>
  );
}

function PenaltyCard({ place, penalty }: { readonly place: Place; readonly penalty: Penalty }) {
  const { t, say } = useWords();
  const { id, state, title, why, clause, answer, decided, reason, sum, gross, cuts, standing, answerBy } =
    penalty;
  const amount =
    standing?.amount ??
    sum.amount ??
    (sum.from === null || sum.to === null ? null : `${sum.from} — ${sum.to}`);
  return (
    <section className="panel" id={`penalty.${id}`} aria-label={title}>
      <div className="panel-head">
        <h2>
          {title} <Tag tone={tones[state]}>{t(`penalty.state.${state}`)}</Tag>
        </h2>
        <div className="sum">{amount === null ? "" : `¥${amount}`}</div>
      </div>
      <p>{reason}</p>
      <dl className="facts">
        <div>
          <dt>{t("penalty.sum")}</dt>
          <dd>{say(why)}</dd>
        </div>
        {clause === null ? null : (
          <div>
            <dt>{t("common.clause")}</dt>
            <dd>{clause}</dd>
          </div>
        )}
        {gross === null ? null : (
          <div>
            <dt>{t("penalty.gross")}</dt>
            <dd>{yuan(gross)}</dd>
          </div>
        )}
        {cuts.map(({ cap, title: name, limit, used, cut }) => (
          <div key={cap}>
            <dt>{say(name)}</dt>
            <dd>{t("penalty.cut", { limit: yuan(limit), used: yuan(used), cut: yuan(cut) })}</dd>
          </div>
        ))}
        <div>
          <dt>{t("penalty.answer")}</dt>
          <dd>
            {answer === null ? (
              <>
                {t("penalty.answerBy")} <Day date={answerBy} />
              </>
            ) : (
              `${answer.name}：${answer.agrees ? t("penalty.agrees") : t("penalty.disagrees")} ${answer.note ?? ""}`
            )}
          </dd>
        </div>
        {decided === null ? null : (
          <div>
            <dt>{t("penalty.decided")}</dt>
            <dd>
              {decided.name} {decided.reason ?? ""}
            </dd>
          </div>
        )}
        {standing === null ? null : (
          <div>
            <dt>{t("penalty.open")}</dt>
            <dd>
              {yuan(standing.open)}
              <small className="block">
                {(["setOff", "bond", "paid", "waived"] as const)
                  .filter((way) => standing[way] !== "0.00")
                  .map((way) => `${t(`penalty.way.${way}`)} ${yuan(standing[way])}`)
                  .join(" · ")}
              </small>
            </dd>
          </div>
        )}
      </dl>
      {place.side === "partner" ? <Answer place={place} penalty={penalty} /> : null}
    </section>
  );
}

/** The vendor agrees, or says what speaks against it, until its day has passed. */
function Answer(props: { readonly place: Extract<Place, { side: "partner" }>; readonly penalty: Penalty }) {
  const { place, penalty } = props;
  const { t } = useWords();
  const { today } = useSession();
  if (penalty.state !== "proposed" || penalty.answer !== null || penalty.answerBy < today) return null;
  const param = { contractId: place.contractId, agencyId: place.agencyId, penaltyId: penalty.id };
  const answer = (agrees: boolean, note: string | undefined) =>
    read(
      ofPartner.penalties[":penaltyId"].answer.$post({
        param,
        header: {},
        json: { agrees, ...(note === undefined ? {} : { note }) },
      }),
    );
  const note = { name: "note", label: t("penalty.note"), kind: "longText" as const };
  return (
    <div className="actions">
      <CommandDialog
        label={t("penalty.agree")}
        fields={[{ ...note, optional: true }]}
        run={({ note: said }) => answer(true, said)}
        primary
      />
      <CommandDialog
        label={t("penalty.disagree")}
        fields={[note]}
        run={({ note: said }) => answer(false, said)}
        danger
      />
    </div>
  );
}
