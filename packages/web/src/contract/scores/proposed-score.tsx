import { useQuery } from "@tanstack/react-query";
import { civilDateOf } from "@luyue/core/civil-date";
import { isAnswerOpen } from "@luyue/core/score";
import { read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandButton } from "../../ui/command-button.tsx";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Tag } from "../../ui/tag.tsx";
import { Why } from "../../ui/why.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";
import { periodScore, type Score } from "./score-queries.ts";

/** A proposed score with its marks: the vendor answers it, somebody else than who proposed it makes it final. */
export function ProposedScore({ place, period }: { readonly place: Place; readonly period: string }) {
  const query = useQuery(periodScore(place, period));
  return <Loaded query={query}>{(score) => <Proposed place={place} score={score} />}</Loaded>;
}

function Proposed({ place, score }: { readonly place: Place; readonly score: Score }) {
  const { t, say } = useWords();
  const { period, score: points, grade, why, sheet, people, items } = score;
  return (
    <section className="panel" id={period} aria-label={t("score.of", { period })}>
      <div className="panel-head">
        <h2>
          {t("score.of", { period })} <Tag tone="warn">{t("score.state.proposed")}</Tag>
        </h2>
        <div className="sum">
          <Why
            what={t("score.of", { period })}
            grounds={[{ name: t("common.why"), text: why === null ? null : say(why) }]}
          >
            {points} {grade === null ? "" : say(grade.title)}
          </Why>
        </div>
      </div>
      {people === undefined || people === null ? null : (
        <p>{t("score.proposer", { name: people.proposer })}</p>
      )}
      {sheet?.note === undefined || sheet.note === null ? null : <p>{sheet.note}</p>}
      <AnswerLine score={score} />
      <details>
        <summary>{t("score.marks")}</summary>
        <ul className="papers">
          {items
            .filter((item) => item.points !== null)
            .map(({ item, title, full, parts, points: reached, note }) => (
              <li key={item}>
                <span>
                  {say(title)}
                  <small className="block">
                    {parts.map((part) => `${say(part.title)} ${part.given ?? "—"}`).join("，")} {note ?? ""}
                  </small>
                </span>
                <span>
                  {reached} / {full}
                </span>
              </li>
            ))}
        </ul>
      </details>
      <div className="actions">
        {place.side === "partner" ? (
          <Answer place={place} score={score} />
        ) : (
          <Settle contractId={place.contractId} score={score} />
        )}
      </div>
    </section>
  );
}

function AnswerLine({ score: { sheet } }: { readonly score: Score }) {
  const { t } = useWords();
  if (sheet === null) return null;
  const { answer, answerBy } = sheet;
  if (answer === null) return <p>{t("score.answerBy", { day: answerBy })}</p>;
  const words = { day: civilDateOf(answer.at), note: answer.note ?? "" };
  return (
    <p className={answer.agrees ? "standing good" : "standing bad"}>
      {answer.agrees ? t("score.agreed", words) : t("score.disagreed", words)}
    </p>
  );
}

function Answer(props: { readonly place: Extract<Place, { side: "partner" }>; readonly score: Score }) {
  const { place, score } = props;
  const { t } = useWords();
  const { today } = useSession();
  const param = { contractId: place.contractId, agencyId: place.agencyId, period: score.period };
  const one = ofPartner.scores[":period"].answer;
  const agree = useCommand(() => read(one.$post({ param, header: {}, json: { agrees: true } })));
  if (score.sheet === null || !isAnswerOpen(score.sheet, today)) return null;
  return (
    <>
      <CommandButton label={t("score.agree")} command={agree} primary />
      <CommandDialog
        label={t("score.disagree")}
        fields={[{ name: "note", label: t("common.reason"), kind: "longText" }]}
        run={(values) => read(one.$post({ param, header: {}, json: { agrees: false, ...values } }))}
        danger
      />
    </>
  );
}

/** Offered once the vendor has answered or its time is over, to another person than who proposed it. */
function Settle({ contractId, score }: { readonly contractId: string; readonly score: Score }) {
  const { t } = useWords();
  const may = useMay();
  const { today, name } = useSession();
  const param = { contractId, period: score.period };
  const settle = useCommand(() =>
    read(ofContract.scores[":period"].settlement.$post({ param, header: {}, json: {} })),
  );
  const { sheet } = score;
  if (!may("score:settle") || sheet === null) return null;
  if (sheet.answer === null && isAnswerOpen(sheet, today)) return null;
  if (score.people?.proposer === name) return <small>{t("score.byAnother")}</small>;
  return <CommandButton label={t("score.settle")} command={settle} primary />;
}
