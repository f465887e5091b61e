import { civilDateOf } from "@luyue/core/civil-date";
import { findingSeverityNames, findingStateNames, findingStepNames } from "@luyue/core/finding";
import { bracket, say, type View } from "./frame.tsx";
import { KeepDates } from "./keep-dates.tsx";
import { mayDo } from "./person.ts";
import { type FormPlace, RowForm } from "./row-form.tsx";
import type { FindingView } from "./finding-views.ts";

const severityTags = { critical: "overdue", high: "overdue", medium: "waiting", low: "" } as const;
const stateTags = {
  open: "open",
  answered: "waiting",
  approved: "open",
  closed: "fulfilled",
  withdrawn: "",
} as const;

/** A finding in one row: what is weak and demanded, by when, what was done, and what the reader can do. */
export function FindingRow({ place, finding }: { place: FormPlace; finding: FindingView }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { number, title, severity, system, unit, demand, detail, dueOn, state, overdue } = finding;
  return (
    <section class="money" id={place.anchor} aria-label={`${number}. ${title}`}>
      <div class="what">
        <h3>{`${number}. ${title}`}</h3>
        <small>{[unit?.name ?? "", system ?? ""].filter((each) => each !== "").join(" · ")}</small>
      </div>
      <div class="stand">
        <div>
          <span class={`tag ${severityTags[severity]}`}>
            {t(`程度 ${findingSeverityNames[severity].zh}`, findingSeverityNames[severity].en)}
          </span>{" "}
          <span class={`tag ${overdue ? "overdue" : stateTags[state]}`}>
            {overdue ? t("逾期未反馈", "overdue") : findingStateNames[state][view.language]}
          </span>
        </div>
        <div>{`${t("整改要求：", "Demanded: ")}${demand}`}</div>
        {detail === null ? null : <div class="soft">{detail}</div>}
      </div>
      <dl class="dates">
        <div>
          <dt>{t("要求反馈日期", "Answer by")}</dt>
          <dd class={overdue ? "bad" : ""}>{dueOn}</dd>
        </div>
      </dl>
      <div class="more">
        <Steps view={view} finding={finding} />
        <FindingForms place={place} finding={finding} />
      </div>
    </section>
  );
}

function Steps({ view, finding: { steps } }: { view: View; finding: FindingView }) {
  const last = steps.at(-1);
  if (last === undefined) return null;
  const lines = steps.map(
    ({ step, name, at, note }) =>
      `${civilDateOf(at)} ${findingStepNames[step][view.language]} · ${name}${note === null ? "" : ` · ${note}`}`,
  );
  return (
    <>
      <div>
        <KeepDates text={lines.at(-1) ?? ""} />
      </div>
      {lines.length < 2 ? null : (
        <details>
          <summary>{`${say(view, "经过", "What was done")}${bracket(view, lines.length)}`}</summary>
          {lines.map((line) => (
            <div>{line}</div>
          ))}
        </details>
      )}
    </>
  );
}

/** Units of the vendor are answered for by the vendor, the buyer's by the agency; who answered neither reviews nor re-tests. */
function FindingForms({ place, finding }: { place: FormPlace; finding: FindingView }) {
  const { view } = place;
  const { person } = view;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { id, state, unit, steps } = finding;
  const path = `findings/${id}`;
  const answerer = steps.findLast(({ step }) => step === "answered")?.name;
  const own = answerer === person?.name;
  const ownUnit = person?.side === "partner" ? unit?.side === "vendor" : unit?.side === "buyer";
  if (state === "open") {
    return ownUnit && mayDo(person, "finding:answer") ? <AnswerForm place={place} path={path} /> : null;
  }
  if (state === "answered") {
    if (!mayDo(person, "finding:review")) return null;
    if (own) return <OtherHands view={view} />;
    return (
      <div class="decide">
        <RowForm place={place} path={`${path}/approval`} button={t("审核通过", "Approve")} main={true} />
        <RowForm
          place={place}
          path={`${path}/return`}
          button={t("退回", "Return")}
          fields={[{ name: "reason", label: t("退回理由", "Reason"), kind: "text" }]}
        />
      </div>
    );
  }
  if (state !== "approved" || !mayDo(person, "finding:retest")) return null;
  if (person?.side === "partner" && ownUnit) return null;
  return own ? <OtherHands view={view} /> : <RetestForms place={place} path={`${path}/retest`} />;
}

function OtherHands({ view }: { view: View }) {
  return (
    <div class="soft">
      {say(
        view,
        "由您反馈，须由他人审核和复测。",
        "You have answered it: somebody else reviews and re-tests.",
      )}
    </div>
  );
}

function AnswerForm({ place, path }: { place: FormPlace; path: string }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <RowForm
      place={place}
      path={`${path}/answer`}
      button={t("反馈", "Answer")}
      main={true}
      fields={[
        { name: "note", label: t("整改情况", "What was done"), kind: "text" },
        {
          name: "evidence",
          label: t("截图等（可不选）", "Pictures (optional)"),
          kind: "files",
          optional: true,
        },
      ]}
    />
  );
}

function RetestForms({ place, path }: { place: FormPlace; path: string }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <div class="decide">
      <RowForm
        place={place}
        path={path}
        hidden={{ passed: "true" }}
        button={t("复测通过，销号", "Passed, close it")}
        main={true}
      />
      <RowForm
        place={place}
        path={path}
        hidden={{ passed: "false" }}
        button={t("复测不通过", "Failed")}
        fields={[{ name: "note", label: t("仍存在的问题", "What is still weak"), kind: "text" }]}
      />
    </div>
  );
}
