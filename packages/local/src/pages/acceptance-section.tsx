import { AcceptanceForms } from "./acceptance-forms.tsx";
import type { ObligationView } from "./api-reader.ts";
import { bracket, say, type View } from "./frame.tsx";
import { HandInForm } from "./hand-in-form.tsx";
import { KeepDates } from "./keep-dates.tsx";
import { nextStepOf } from "./next-step.ts";
import { ObligationList } from "./obligation-list.tsx";
import { PieceRows } from "./piece-rows.tsx";
import { RoundList } from "./round-list.tsx";
import type { FormPlace, Refusal } from "./row-form.tsx";
import { listPieces } from "./work-lines.ts";
import type { AcceptancesView, AcceptanceView, ArisenView, SubmissionView } from "./work-views.ts";

/** The acceptances of a contract: what is next and whose it is, criteria as the record has them, rounds, rights that have arisen. */
export function AcceptanceSection(props: {
  view: View;
  acceptances: AcceptancesView;
  /** Applications, reviews, plans and rectifications that are not fulfilled. */
  obligations: readonly ObligationView[];
  submissions: readonly SubmissionView[];
  base: string;
  running: boolean;
  refused: Refusal | undefined;
}) {
  const { view, acceptances, obligations, submissions, base, running, refused } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const place = (anchor: string) => ({ view, base, anchor, refused, running });
  const plans = obligations.filter(({ kind }) => kind === "plan");
  const pieces = listPieces(
    plans,
    submissions.filter(({ of }) => of.startsWith("plan.")),
  );
  return (
    <>
      <h2 id="acceptance">{`${t("验收", "Acceptance")}${bracket(view, acceptances.items.length)}`}</h2>
      <div class="list">
        {acceptances.items.length === 0 ? (
          <div class="empty">
            {t(
              "合同条款没有约定验收。约定后，申请、评定、签字和结论都在这里办理。",
              "The terms agree on no acceptance. Once they do, it is applied for, assessed, signed and concluded here.",
            )}
          </div>
        ) : (
          acceptances.items.map((each) => (
            <Acceptance place={place(`acceptance-${each.of}`)} acceptance={each} />
          ))
        )}
      </div>
      <Arisen view={view} title={t("已产生的权利", "Rights that have arisen")} items={acceptances.rights} />
      {pieces.inCheck.length + pieces.returned.length + pieces.toHandIn.length === 0 ? null : (
        <section class="card" id="plans" aria-label={t("整改方案", "Plans")}>
          <h3>{t("整改方案", "Rectification plans")}</h3>
          <PieceRows place={place("plans")} pieces={pieces} />
          <HandInForm place={place("plans")} pieces={pieces} late={false} />
        </section>
      )}
      {obligations.length === 0 ? null : (
        <details class="apart">
          <summary>{`${t("验收的日期与依据", "Dates of acceptance and why")}${bracket(view, obligations.length)}`}</summary>
          <ObligationList view={view} items={obligations} empty="" contract={false} />
        </details>
      )}
    </>
  );
}

function Acceptance({ place, acceptance }: { place: FormPlace; acceptance: AcceptanceView }) {
  const { view } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { title, stage, clause, passedOn, rectifications, openRoundId } = acceptance;
  const { allowed, used, exceeded } = rectifications;
  return (
    <section class="money" id={place.anchor} aria-label={title[view.language]}>
      <div class="what">
        <h3>
          {title[view.language]}{" "}
          {passedOn !== null ? (
            <span class="tag fulfilled">{t("已通过", "passed")}</span>
          ) : openRoundId !== null ? (
            <span class="tag open">{t("进行中", "going on")}</span>
          ) : (
            <span class="tag">{t("未开始", "not under way")}</span>
          )}
        </h3>
        <small>
          {[stage === "final" ? t("最终验收", "final") : t("阶段验收", "stage"), clause ?? ""]
            .filter((each) => each !== "")
            .join(" · ")}
        </small>
      </div>
      <p class="standing">
        <strong>{t("下一步：", "Next: ")}</strong>
        <KeepDates text={nextStepOf(acceptance).text[view.language]} />
      </p>
      <dl class="dates">
        <div>
          <dt>{t("整改次数", "Rectifications")}</dt>
          <dd class={exceeded ? "bad" : ""}>
            {allowed === null
              ? t(`${used} 次（未约定上限）`, `${used} (no limit agreed)`)
              : `${used} / ${allowed}`}
          </dd>
        </div>
      </dl>
      <div class="more">
        <Criteria view={view} acceptance={acceptance} />
        <RoundList place={place} rounds={acceptance.rounds} />
        <AcceptanceForms place={place} acceptance={acceptance} />
      </div>
    </section>
  );
}

function Criteria({ view, acceptance: { criteria } }: { view: View; acceptance: AcceptanceView }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  if (criteria.length === 0)
    return (
      <p class="soft">
        {t("合同没有约定量化的验收标准。", "The contract agrees on no criteria that are counted.")}
      </p>
    );
  return (
    <table class="stack">
      <thead>
        <tr>
          <th>{t("验收标准", "Criterion")}</th>
          <th>{t("指标", "Target")}</th>
          <th>{t("目前记录", "On record now")}</th>
          <th>{t("依据", "Why")}</th>
        </tr>
      </thead>
      <tbody>
        {criteria.map(({ criterion, title, target, measured }) => (
          <tr>
            <td>{`${criterion}. ${title[view.language]}`}</td>
            <td>{target}</td>
            <td>
              {measured === null ? (
                <span class="tag">{t("由人评定", "a person judges")}</span>
              ) : (
                <span class={`tag ${measured.passed ? "fulfilled" : "overdue"}`}>
                  {`${measured.value} ${measured.passed ? t("达标", "met") : t("未达标", "not met")}`}
                </span>
              )}
            </td>
            <td>
              {measured === null
                ? t("记录不足以算出", "the record does not give it")
                : measured.why[view.language]}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What has arisen from failures or low scores, each with what it rests on; a person decides what comes of it. */
export function Arisen(props: { view: View; title: string; items: readonly ArisenView[] }) {
  const { view, title, items } = props;
  if (items.length === 0) return null;
  return (
    <div class="note">
      <strong>{title}</strong>
      <ul class="papers">
        {items.map((each) => (
          <li>
            <KeepDates
              text={`${each.arisenOn} ${each.title[view.language]}${each.clause === null ? "" : bracket(view, each.clause)}`}
            />
            {each.because.map(({ on, text }) => (
              <div class="soft">{`${on} ${text[view.language]}`}</div>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
