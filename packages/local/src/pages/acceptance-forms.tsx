import { AgreeForms } from "./agree-forms.tsx";
import { say, type View } from "./frame.tsx";
import { nextStepOf, openRoundOf } from "./next-step.ts";
import { mayDo } from "./person.ts";
import { type Field, type FormPlace, RowForm } from "./row-form.tsx";
import type { AcceptanceView, RoundView } from "./work-views.ts";

/** The next step of an acceptance, for whoever may take it. */
export function AcceptanceForms({ place, acceptance }: { place: FormPlace; acceptance: AcceptanceView }) {
  const round = openRoundOf(acceptance);
  const { step } = nextStepOf(acceptance);
  if (round === undefined) return step === "apply" ? <ApplyForm place={place} of={acceptance.of} /> : null;
  return (
    <>
      {step === "sign" ? <SignForms place={place} round={round} /> : null}
      {step === "conclude" ? <ConcludeForms place={place} round={round} /> : null}
      <AssessForms place={place} acceptance={acceptance} round={round} first={step === "assess"} />
      <StateForm place={place} round={round} />
    </>
  );
}

function ApplyForm({ place, of }: { place: FormPlace; of: string }) {
  const { view } = place;
  if (!mayDo(view.person, "acceptance:apply")) return null;
  const paper: Field[] =
    view.person?.side === "partner"
      ? []
      : [
          {
            name: "appliedOn",
            label: say(view, "书面申请收到日期", "Applied on paper on"),
            kind: "date",
            value: view.today,
          },
        ];
  return (
    <RowForm
      place={place}
      path={`acceptances/${of}/applications`}
      button={
        paper.length > 0 ? say(view, "登记验收申请", "Enter the application") : say(view, "申请验收", "Apply")
      }
      main={paper.length === 0}
      fields={[...paper, noteField(view)]}
    />
  );
}

function noteField(view: View): Field {
  return {
    name: "note",
    label: say(view, "说明（可不填）", "Note (optional)"),
    kind: "text",
    optional: true,
  };
}

/** The agency judges each criterion, by the record where that gives it; again replaces what was entered. */
function AssessForms(props: {
  place: FormPlace;
  acceptance: AcceptanceView;
  round: RoundView;
  first: boolean;
}) {
  const { place, acceptance, round, first } = props;
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  if (!mayDo(view.person, "acceptance:review")) return null;
  const path = `acceptance-rounds/${round.id}`;
  const results = acceptance.criteria.flatMap(({ criterion, title, measured }): Field[] => [
    {
      name: `passed.${criterion}`,
      label: `${criterion}. ${title[view.language]}`,
      kind: "choice",
      options: [
        ...(measured === null ? [] : [["", t("按记录", "as the record has it")] as const]),
        ["true", t("达标", "met")],
        ["false", t("未达标", "not met")],
      ],
      optional: measured !== null,
    },
    {
      name: `note.${criterion}`,
      label: measured === null ? t("说明", "Note") : t("说明（按记录可不填）", "Note (optional by record)"),
      kind: "text",
      optional: measured !== null,
    },
  ]);
  return (
    <details open={first || place.refused?.form === `${path}/assessment`}>
      <summary>
        {first
          ? t("逐项评定", "Assess")
          : t("重新评定（已签字的须重签）", "Assess again (signatures begin anew)")}
      </summary>
      <div class="assess">
        <RowForm
          place={place}
          path={`${path}/assessment`}
          button={t("提交评定", "Enter the assessment")}
          main={first}
          fields={results}
        />
        {first ? (
          <RowForm
            place={place}
            path={`${path}/objection`}
            button={t("提出异议", "Object")}
            fields={[
              { name: "reason", label: t("异议理由", "Reason"), kind: "text" },
              {
                name: "rectifyBy",
                label: t("整改期限（可不填）", "Rectify by (optional)"),
                kind: "day",
                optional: true,
              },
            ]}
          />
        ) : null}
      </div>
    </details>
  );
}

/** Each acceptor for themself; what an expert from outside signed is recorded by the contract manager with the paper's number. */
function SignForms({ place, round: { id, assessment } }: { place: FormPlace; round: RoundView }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { person } = view;
  if (!mayDo(person, "acceptance:sign")) return null;
  const path = `acceptance-rounds/${id}/signatures`;
  const open = (assessment?.acceptors ?? []).filter(({ signature }) => signature === null);
  const mine = open.filter(({ name, expert }) => !expert && name === person?.name);
  const experts =
    person?.roles.includes("contractManager") === true ? open.filter(({ expert }) => expert) : [];
  return (
    <>
      {mine.length === 0 ? null : <AgreeForms place={place} path={path} agree={t("签字同意", "Sign")} />}
      {experts.map(({ key, name }) => (
        <RowForm
          place={place}
          path={path}
          hidden={{ acceptor: key, agrees: "true" }}
          button={t(`登记${name}签字`, `Record that ${name} has signed`)}
          fields={[{ name: "document", label: t("签字件文号", "Number of the paper"), kind: "text" }]}
        />
      ))}
    </>
  );
}

/** By somebody else than who assessed it; it passes only where every criterion was met and all agree. */
function ConcludeForms({ place, round: { id, assessment } }: { place: FormPlace; round: RoundView }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  if (!mayDo(view.person, "acceptance:conclude") || assessment === null) return null;
  if (assessment.name === view.person?.name)
    return (
      <div class="soft">
        {t("由您评定，须由他人作出结论。", "You have assessed it: somebody else concludes it.")}
      </div>
    );
  const met = assessment.results.every(({ passed }) => passed);
  const agreed = assessment.acceptors.every(({ signature }) => signature?.agrees === true);
  const path = `acceptance-rounds/${id}/conclusion`;
  return (
    <div class="decide">
      {met && agreed ? (
        <RowForm
          place={place}
          path={path}
          hidden={{ outcome: "passed" }}
          button={t("结论：通过", "It passes")}
          main={true}
        />
      ) : null}
      <RowForm
        place={place}
        path={path}
        hidden={{ outcome: "failed" }}
        button={t("结论：不通过", "It fails")}
        fields={[
          { name: "reason", label: t("理由", "Reason"), kind: "text" },
          {
            name: "rectifyBy",
            label: t("整改期限（可不填）", "Rectify by (optional)"),
            kind: "day",
            optional: true,
          },
        ]}
      />
    </div>
  );
}

function StateForm({ place, round }: { place: FormPlace; round: RoundView }) {
  const { view } = place;
  if (view.person?.side !== "partner" || round.assessment === null) return null;
  return (
    <RowForm
      place={place}
      path={`acceptance-rounds/${round.id}/statement`}
      button={say(view, "提出意见", "Say so")}
      fields={[
        { name: "note", label: say(view, "对评定的意见", "What the vendor says of it"), kind: "text" },
      ]}
    />
  );
}
