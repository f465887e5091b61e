import { civilDateOf } from "@luyue/core/civil-date";
import { bracket, say, type View } from "./frame.tsx";
import { KeepDates } from "./keep-dates.tsx";
import { mayDo } from "./person.ts";
import { type FormPlace, RowForm } from "./row-form.tsx";
import type { Pieces } from "./work-lines.ts";
import type { SubmissionView } from "./work-views.ts";

const states = {
  submitted: { zh: "待核验", en: "in check", tag: "waiting" },
  accepted: { zh: "已通过", en: "accepted", tag: "fulfilled" },
  returned: { zh: "已退回", en: "returned", tag: "overdue" },
  withdrawn: { zh: "已撤回", en: "taken back", tag: "" },
} as const;

const mostListed = 20;

/** What was handed in for one thing: what waits and what came back with its forms, what was accepted folded. */
export function PieceRows({ place, pieces }: { place: FormPlace; pieces: Pieces }) {
  const { view } = place;
  const open = [...pieces.returned, ...pieces.inCheck];
  const { accepted } = pieces;
  return (
    <>
      {open.length === 0 ? null : <PieceList place={place} pieces={open} />}
      {accepted.length === 0 ? null : (
        <details>
          <summary>{`${say(view, "已通过", "Accepted")}${bracket(view, accepted.length)}`}</summary>
          <PieceList place={place} pieces={accepted.slice(0, mostListed)} />
          {accepted.length > mostListed ? (
            <p class="soft">
              {say(view, `仅列出最近 ${mostListed} 件。`, `The latest ${mostListed} are listed.`)}
            </p>
          ) : null}
        </details>
      )}
    </>
  );
}

function PieceList({ place, pieces }: { place: FormPlace; pieces: readonly SubmissionView[] }) {
  return (
    <ul class="papers">
      {pieces.map((piece) => (
        <PieceRow place={place} piece={piece} />
      ))}
    </ul>
  );
}

function PieceRow({ place, piece }: { place: FormPlace; piece: SubmissionView }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { state, version, files, note, reason, despite = null, timeliness } = piece;
  return (
    <li>
      <span class={`tag ${states[state].tag}`}>{states[state][view.language]}</span>{" "}
      <KeepDates text={describe(piece, view)} />
      {version > 1 ? ` · ${t(`第${version}版`, `version ${version}`)}` : ""}
      {timeliness?.verdict === "late" ? (
        <>
          {" "}
          <span class="tag waiting">
            {t(`迟交${timeliness.lateDays ?? 0}天`, `${timeliness.lateDays ?? 0} days late`)}
          </span>
        </>
      ) : null}
      {files.map(({ file, name }) => (
        <>
          {" · "}
          <a href={`${place.base}/files/${file}?name=${encodeURIComponent(name)}`}>{name}</a>
        </>
      ))}
      {note === null ? null : <div class="soft">{note}</div>}
      {reason === null ? null : (
        <div class="bad">{`${state === "withdrawn" ? t("撤回原因：", "taken back: ") : t("退回理由：", "returned: ")}${reason}`}</div>
      )}
      {despite === null ? null : (
        <div class="soft">{`${t("不符合约定仍予通过：", "accepted in spite of it: ")}${despite}`}</div>
      )}
      {state === "submitted" ? <CheckForms place={place} piece={piece} /> : null}
      {state === "returned" && view.person?.side === "partner" ? (
        <RowForm
          place={place}
          path="submissions"
          hidden={{ of: piece.of, replaces: piece.id, ...factsOf(piece) }}
          button={t("提交新版", "Hand in the next version")}
          main={true}
          fields={fileFields(view)}
          name={`submissions/${piece.id}`}
        />
      ) : null}
    </li>
  );
}

/** What a next version keeps of the one before it. */
function factsOf({ performedOn, performedThrough, people, quantity, of }: SubmissionView) {
  const facts = {
    performedOn,
    performedThrough,
    people,
    quantity: of.split(".").length > 2 ? null : quantity,
  };
  const kept = Object.entries(facts).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)] as const],
  );
  return Object.fromEntries(kept);
}

export function fileFields(view: View) {
  return [
    { name: "files", label: say(view, "文件", "Files"), kind: "files" },
    { name: "note", label: say(view, "说明（可不填）", "Note (optional)"), kind: "text", optional: true },
  ] as const;
}

function describe(piece: SubmissionView, view: View): string {
  const { title, submittedAt, submittedBy, submitter, performedOn, performedThrough, people } = piece;
  const t = (zh: string, en: string) => say(view, zh, en);
  const by = submittedBy === "vendor" ? t("乙方", "the vendor") : (submitter ?? t("甲方", "the buyer"));
  const through = performedThrough === null ? "" : ` – ${performedThrough}`;
  return [
    ...(title === null ? [] : [title[view.language]]),
    t(`${by}提交于 ${civilDateOf(submittedAt)}`, `handed in by ${by} on ${civilDateOf(submittedAt)}`),
    ...(performedOn === null ? [] : [`${t("服务日期", "done on")} ${performedOn}${through}`]),
    ...(people === null ? [] : [t(`${people}人`, `${people} people`)]),
  ].join(" · ");
}

/** Whoever has handed something in does not check it; the vendor may take back its own. */
function CheckForms({ place, piece }: { place: FormPlace; piece: SubmissionView }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const path = `submissions/${piece.id}`;
  if (view.person?.side === "partner") {
    return piece.submittedBy === "vendor" ? (
      <RowForm
        place={place}
        path={`${path}/withdrawal`}
        button={t("撤回", "Take back")}
        fields={[{ name: "reason", label: t("撤回原因", "Reason"), kind: "text" }]}
      />
    ) : null;
  }
  if (!mayDo(view.person, "work:check")) return null;
  if (piece.submittedBy === "buyer" && piece.submitter === view.person?.name) {
    return <div class="soft">{t("本人提交的内容须由他人核验。", "Somebody else has to check it.")}</div>;
  }
  const short = place.refused?.form === `${path}/acceptance`;
  return (
    <div class="decide">
      <RowForm
        place={place}
        path={`${path}/acceptance`}
        button={short ? t("仍予通过", "Accept in spite of it") : t("通过", "Accept")}
        main={true}
        fields={
          short ? [{ name: "despite", label: t("仍予通过的理由", "Why in spite of it"), kind: "text" }] : []
        }
      />
      <RowForm
        place={place}
        path={`${path}/return`}
        button={t("退回", "Return")}
        fields={[{ name: "reason", label: t("退回理由", "Reason"), kind: "text" }]}
      />
    </div>
  );
}
