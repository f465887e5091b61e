import { civilDateOf } from "@luyue/core/civil-date";
import { isAnswerOpen } from "@luyue/core/score";
import { AgreeForms } from "./agree-forms.tsx";
import { bracket, say, type View } from "./frame.tsx";
import { KeepDates } from "./keep-dates.tsx";
import { mayDo } from "./person.ts";
import { type FormPlace, RowForm } from "./row-form.tsx";
import type { ScoreView } from "./work-views.ts";

/** A proposed score with its marks: the vendor answers it, somebody else than who proposed it makes it final. */
export function ProposedScore({ place, score }: { place: FormPlace; score: ScoreView }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { period, score: points, grade, why, sheet, people } = score;
  return (
    <section
      class="card proposed"
      id={place.anchor}
      aria-label={t(`${period} 考核评分`, `Score of ${period}`)}
    >
      <h2>
        {t(`${period} 考核评分`, `Score of ${period}`)}{" "}
        <span class="tag waiting">{t("待确定", "proposed")}</span>
      </h2>
      <div class="sum">
        {`${points ?? ""}${grade === null ? "" : bracket(view, grade.title[view.language])}`}
      </div>
      <div class="soft">{why?.[view.language] ?? ""}</div>
      {people === undefined || people === null ? null : (
        <div>{`${t("提出人：", "Proposed by ")}${people.proposer}`}</div>
      )}
      {sheet?.note === undefined || sheet.note === null ? null : (
        <div>{`${t("说明：", "Note: ")}${sheet.note}`}</div>
      )}
      <Answer view={view} score={score} />
      <details>
        <summary>{t("逐项得分", "Every mark")}</summary>
        <Marks view={view} score={score} />
      </details>
      <AnswerForms place={place} score={score} />
      <SettleForm place={place} score={score} />
    </section>
  );
}

function Answer({ view, score: { sheet } }: { view: View; score: ScoreView }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  if (sheet === null) return null;
  const { answer, answerBy } = sheet;
  const text =
    answer === null
      ? t(`乙方最迟 ${answerBy} 答复。`, `The vendor answers by ${answerBy}.`)
      : t(
          `乙方 ${civilDateOf(answer.at)} ${answer.agrees ? "同意" : "不同意"}${answer.note === null ? "" : `：${answer.note}`}`,
          `The vendor ${answer.agrees ? "agreed" : "disagreed"} on ${civilDateOf(answer.at)}${answer.note === null ? "" : `: ${answer.note}`}`,
        );
  return (
    <p class={`standing ${answer?.agrees === false ? "bad" : ""}`}>
      <KeepDates text={text} />
    </p>
  );
}

function Marks({ view, score: { items } }: { view: View; score: ScoreView }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const counted = items.filter(({ points }) => points !== null);
  return (
    <table class="stack">
      <thead>
        <tr>
          <th>{t("考核项目", "Item")}</th>
          <th>{t("满分", "Full")}</th>
          <th>{t("各部分得分（百分制）", "Given of 100")}</th>
          <th>{t("得分", "Points")}</th>
        </tr>
      </thead>
      <tbody>
        {counted.map(({ title, full, parts, points, note }) => (
          <tr>
            <td>{title[view.language]}</td>
            <td>{full}</td>
            <td>
              {parts.map((part) => `${part.title[view.language]} ${part.given ?? "—"}`).join(t("，", ", "))}
              {note === null ? null : <div class="soft">{note}</div>}
            </td>
            <td>{points}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AnswerForms({ place, score: { period, sheet } }: { place: FormPlace; score: ScoreView }) {
  const { view } = place;
  if (view.person?.side !== "partner" || !mayDo(view.person, "score:answer")) return null;
  if (sheet === null || !isAnswerOpen(sheet, view.today)) return null;
  return <AgreeForms place={place} path={`scores/${period}/answer`} agree={say(view, "同意", "Agree")} />;
}

/** Offered once the vendor has answered or its time is over, to another person than who proposed it. */
function SettleForm({ place, score }: { place: FormPlace; score: ScoreView }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { period, sheet, people } = score;
  if (!mayDo(view.person, "score:settle") || sheet === null) return null;
  if (sheet.answer === null && isAnswerOpen(sheet, view.today)) return null;
  if (people?.proposer === view.person?.name)
    return (
      <div class="soft">
        {t("评分由您提出，须由他人确定。", "You have proposed it: somebody else makes it final.")}
      </div>
    );
  return (
    <RowForm
      place={place}
      path={`scores/${period}/settlement`}
      button={t("确定评分", "Make it final")}
      main={true}
    />
  );
}
