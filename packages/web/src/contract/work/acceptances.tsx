import { useQuery } from "@tanstack/react-query";
import { useSession } from "../../session/session.ts";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { contractObligations, contractState, type Place } from "../contract-place.ts";
import type { Obligation } from "../../obligation/obligation-queries.ts";
import { ObligationRow } from "../../obligation/obligation-row.tsx";
import { AcceptanceSteps } from "./acceptance-steps.tsx";
import { HandIn } from "./hand-in.tsx";
import { nextStepOf } from "./next-step.ts";
import { PieceList } from "./pieces.tsx";
import { listPieces } from "./work-lines.ts";
import {
  type Acceptance,
  contractAcceptances,
  contractSubmissions,
  reportAddress,
  type Round,
} from "./work-queries.ts";

const kinds = new Set(["application", "review", "acceptance", "plan", "rectification"]);
const tones = {
  applied: "info",
  objected: "bad",
  failed: "bad",
  passed: "good",
  withdrawn: "plain",
} as const;

/** The acceptances of a contract with their rounds, and what each waits for. */
export function Acceptances({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const { data = [] } = useQuery(contractAcceptances(place));
  const { data: obligations = [] } = useQuery(contractObligations(place));
  const isRunning = useIsRunning(place);
  return data.map((acceptance) => (
    <section
      key={acceptance.of}
      id={`acceptance.${acceptance.of}`}
      className="panel"
      aria-labelledby={`acceptance-name-${acceptance.of}`}
    >
      <AcceptanceHead acceptance={acceptance} />
      <Criteria acceptance={acceptance} />
      <Rounds place={place} rounds={acceptance.rounds} />
      {isRunning ? <AcceptanceSteps place={place} acceptance={acceptance} /> : null}
      <Plans
        place={place}
        plans={obligations.filter(({ kind, key }) => kind === "plan" && key.split(".")[1] === acceptance.of)}
        of={acceptance.of}
      />
      <details>
        <summary>{t("work.acceptanceDays")}</summary>
        <ul className="list">
          {obligations
            .filter(({ kind, key }) => kinds.has(kind) && key.split(".")[1] === acceptance.of)
            .map((item) => (
              <ObligationRow key={item.key} item={item} contract={false} named={false} />
            ))}
        </ul>
      </details>
    </section>
  ));
}

/** Rectification plans, which the vendor hands in after an objection. */
function Plans(props: { readonly place: Place; readonly plans: readonly Obligation[]; readonly of: string }) {
  const { place, plans, of } = props;
  const { data = [] } = useQuery(contractSubmissions(place));
  const pieces = listPieces(
    plans,
    data.filter((each) => each.of.startsWith(`plan.${of}`)),
  );
  return (
    <>
      <PieceList place={place} pieces={[...pieces.returned, ...pieces.inCheck, ...pieces.accepted]} />
      <HandIn place={place} pieces={pieces} />
    </>
  );
}

/** Whether anything can still be entered: a vendor sees active contracts alone. */
function useIsRunning(place: Place): boolean {
  const { side } = useSession();
  const { data } = useQuery({ ...contractState(place.contractId), enabled: side === "agency" });
  const status = data?.contract.status;
  return side === "partner" || status === "active" || status === "terminated";
}

function AcceptanceHead({ acceptance }: { readonly acceptance: Acceptance }) {
  const { t, say } = useWords();
  const { of, title, clause, passedOn, rectifications } = acceptance;
  const { allowed, used } = rectifications;
  return (
    <>
      <h2 id={`acceptance-name-${of}`}>
        {say(title)}{" "}
        {passedOn === null ? null : <Tag tone="good">{t("work.passedOn", { day: passedOn })}</Tag>}
      </h2>
      <p>
        {say(nextStepOf(acceptance).text)}
        <small className="block">
          {[clause ?? "", allowed === null ? "" : t("work.rectified", { used, allowed })]
            .filter((fact) => fact !== "")
            .join(" · ")}
        </small>
      </p>
    </>
  );
}

/** What each criterion comes to now, by the record where that measures it. */
function Criteria({ acceptance: { criteria } }: { readonly acceptance: Acceptance }) {
  const { t, say } = useWords();
  if (criteria.length === 0) return null;
  return (
    <details>
      <summary>{t("work.criteria", { count: criteria.length })}</summary>
      <ul className="papers">
        {criteria.map(({ criterion, title, target, measured }) => (
          <li key={criterion}>
            <span>
              {criterion}. {say(title)} · {target}
              {measured === null ? null : <small className="block">{say(measured.why)}</small>}
            </span>
            {measured === null ? null : (
              <Tag tone={measured.passed ? "good" : "bad"}>
                {measured.value} {measured.passed ? t("work.met") : t("work.notMet")}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Rounds({ place, rounds }: { readonly place: Place; readonly rounds: readonly Round[] }) {
  if (rounds.length === 0) return null;
  return (
    <ol className="papers">
      {rounds.map((round) => (
        <RoundRow key={round.id} place={place} round={round} />
      ))}
    </ol>
  );
}

function RoundRow({ place, round }: { readonly place: Place; readonly round: Round }) {
  const { t } = useWords();
  const { id, number, state, appliedOn, applied, assessment, statement, settled } = round;
  return (
    <li>
      <div>
        <strong>{t("work.round", { number })}</strong>{" "}
        <Tag tone={tones[state]}>{t(`work.roundState.${state}`)}</Tag>{" "}
        {t("work.appliedOn", { day: appliedOn, name: applied.name })}
        {applied.note === null ? null : <small className="block">{applied.note}</small>}
        {assessment === null ? null : <AssessmentFacts assessment={assessment} />}
        {statement === null ? null : <div>{t("work.statement", { note: statement.note })}</div>}
        {settled === null ? null : (
          <div>
            {settled.on} {t(`work.roundState.${state}`)} · {settled.name} {settled.reason ?? ""}{" "}
            {settled.rectifyBy === null ? "" : t("work.rectifyBy", { day: settled.rectifyBy })}
          </div>
        )}
      </div>
      <a href={reportAddress(place, id)}>{t("work.report")}</a>
    </li>
  );
}

function AssessmentFacts({ assessment }: { readonly assessment: NonNullable<Round["assessment"]> }) {
  const { t, say } = useWords();
  const { name, results, acceptors } = assessment;
  const failed = results.filter(({ passed }) => !passed);
  return (
    <>
      <div>{t("work.assessed", { name, met: results.length - failed.length, all: results.length })}</div>
      {failed.map(({ criterion, title, note }) => (
        <small key={criterion} className="block late">
          {criterion}. {say(title)} {note ?? ""}
        </small>
      ))}
      <div>
        {acceptors.map(({ key, name: acceptor, expert, signature }) => (
          <Tag key={key} tone={signature === null ? "warn" : signature.agrees ? "good" : "bad"}>
            {acceptor}
            {expert ? t("work.expert") : ""}{" "}
            {signature === null
              ? t("work.unsigned")
              : signature.agrees
                ? t("work.agrees")
                : `${t("work.disagrees")} ${signature.note ?? ""}`}
          </Tag>
        ))}
      </div>
    </>
  );
}
