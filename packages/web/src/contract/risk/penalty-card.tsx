import { Day } from "../../ui/day.tsx";
import { yuan } from "../../ui/money.tsx";
import { showInstant } from "../../ui/show-instant.ts";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import type { Place } from "../contract-place.ts";
import { Collections } from "./collections.tsx";
import { EvidenceList } from "../evidence-list.tsx";
import { AnswerPenalty } from "./penalty-answer.tsx";
import { PenaltyAmount } from "./penalty-amount.tsx";
import { DecidePenalty, WithdrawPenalty } from "./penalty-decision.tsx";
import { TakePenalty } from "./penalty-taking.tsx";
import type { Penalties, Penalty } from "./risk-queries.ts";
import { Fact } from "../../ui/fact.tsx";

const tones = { proposed: "warn", imposed: "bad", dismissed: "plain", withdrawn: "plain" } as const;

interface Props {
  readonly place: Place;
  readonly penalty: Penalty;
  readonly caps: Penalties["caps"];
  readonly isRunning: boolean;
}

/** A penalty: what for, how much and why, what the vendor says, what was decided, how it is taken, and what comes next. */
export function PenaltyCard({ place, penalty, caps, isRunning }: Props) {
  const { t, language } = useWords();
  const { id, state, title, evidence } = penalty;
  return (
    <section className="panel" id={`penalty.${id}`} aria-label={title}>
      <div className="panel-head">
        <h2>
          {title} <Tag tone={tones[state]}>{t(`penalty.state.${state}`)}</Tag>
        </h2>
        <div className="sum">
          <PenaltyAmount penalty={penalty} />
        </div>
      </div>
      <Facts penalty={penalty} />
      <EvidenceList place={place} evidence={evidence} />
      <Answer place={place} penalty={penalty} />
      <Decision penalty={penalty} />
      <Collections place={place} penalty={penalty} />
      <div className="actions">
        {isRunning ? <Steps place={place} penalty={penalty} caps={caps} /> : null}
        <a href={noticeAddress(place, id, language)} target="_blank" rel="noreferrer">
          {t("penalty.print")}
        </a>
      </div>
    </section>
  );
}

function Steps({ place, penalty, caps }: Omit<Props, "isRunning">) {
  if (place.side === "partner") return <AnswerPenalty place={place} penalty={penalty} />;
  const { contractId } = place;
  return penalty.state === "imposed" ? (
    <>
      <TakePenalty place={place} penalty={penalty} />
      <WithdrawPenalty contractId={contractId} penalty={penalty} />
    </>
  ) : (
    <>
      <AnswerPenalty place={place} penalty={penalty} />
      <DecidePenalty contractId={contractId} penalty={penalty} caps={caps} />
    </>
  );
}

function Facts({ penalty }: { readonly penalty: Penalty }) {
  const { t, say } = useWords();
  const { reason, why, clause, gross, cuts, proposed } = penalty;
  return (
    <>
      <p>{reason}</p>
      <dl className="facts wide">
        <Fact name={t("penalty.sum")}>{say(why)}</Fact>
        {clause === null ? null : <Fact name={t("common.clause")}>{clause}</Fact>}
        {cuts.length === 0 || gross === null ? null : <Fact name={t("penalty.gross")}>{yuan(gross)}</Fact>}
        <Fact name={t("penalty.proposer")}>
          {proposed.name} {showInstant(proposed.at)}
        </Fact>
      </dl>
      {cuts.map(({ cap, title, limit, used, cut }) => (
        <p key={cap} className="standing bad">
          {say(title)}：{t("penalty.cut", { limit: yuan(limit), used: yuan(used), cut: yuan(cut) })}
        </p>
      ))}
    </>
  );
}

/** What the vendor says of it, or until when it may. */
function Answer({ place, penalty }: { readonly place: Place; readonly penalty: Penalty }) {
  const { t } = useWords();
  const { answer, answerBy, state } = penalty;
  if (answer === null) {
    return (
      <p>
        {t(state === "proposed" ? "penalty.answerUntil" : "penalty.noAnswer")} <Day date={answerBy} />
      </p>
    );
  }
  return (
    <div>
      <Tag tone={answer.agrees ? "good" : "bad"}>
        {answer.agrees ? t("penalty.agrees") : t("penalty.disagrees")}
      </Tag>{" "}
      {answer.note === null ? t("penalty.answer") : `${t("penalty.answer")}：${answer.note}`}
      <small className="block">
        {answer.name} {showInstant(answer.at)}
        {answer.side === "buyer" ? ` · ${t("penalty.onPaper")}` : ""}
      </small>
      <EvidenceList place={place} evidence={answer.evidence} />
    </div>
  );
}

/** What was decided and by whom, and what of it is still open. */
function Decision({ penalty: { state, decided, standing } }: { readonly penalty: Penalty }) {
  const { t } = useWords();
  if (decided === null) return null;
  return (
    <p>
      {t("penalty.decided")}：{decided.reason ?? t(`penalty.state.${state}`)}
      <small className="block">
        {decided.name} {showInstant(decided.at)}
      </small>
      {standing === null ? null : (
        <strong className="block">
          {standing.open === "0.00"
            ? t("penalty.allTaken")
            : t("penalty.stillOpen", { open: yuan(standing.open) })}
        </strong>
      )}
    </p>
  );
}

/** The notice of a penalty, to be printed. */
function noticeAddress(place: Place, penaltyId: string, language: string): string {
  const path = `contracts/${place.contractId}/penalties/${penaltyId}/notice?language=${language}`;
  return place.side === "agency" ? `/v1/${path}` : `/v1/partner/agencies/${place.agencyId}/${path}`;
}
