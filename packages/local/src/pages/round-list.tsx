import { say, type View } from "./frame.tsx";
import { KeepDates } from "./keep-dates.tsx";
import type { FormPlace } from "./row-form.tsx";
import type { RoundView } from "./work-views.ts";

const states = {
  applied: { zh: "进行中", en: "going on", tag: "open" },
  objected: { zh: "提出异议", en: "objected to", tag: "overdue" },
  failed: { zh: "未通过", en: "failed", tag: "overdue" },
  passed: { zh: "通过", en: "passed", tag: "fulfilled" },
  withdrawn: { zh: "已撤回", en: "taken back", tag: "" },
} as const;

/** The rounds of an acceptance, each with its assessment, signatures, what the vendor says, its end and its report. */
export function RoundList({ place, rounds }: { place: FormPlace; rounds: readonly RoundView[] }) {
  if (rounds.length === 0) return null;
  return (
    <ol class="papers">
      {rounds.map((round) => (
        <Round place={place} round={round} />
      ))}
    </ol>
  );
}

function Round({ place, round }: { place: FormPlace; round: RoundView }) {
  const { view, base } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  const { id, number, state, appliedOn, applied, assessment, statement, settled } = round;
  return (
    <li>
      <strong>{t(`第${number}次`, `Round ${number}`)}</strong>{" "}
      <span class={`tag ${states[state].tag}`}>{states[state][view.language]}</span>{" "}
      <KeepDates
        text={t(`${appliedOn} 申请，${applied.name}`, `applied for on ${appliedOn} by ${applied.name}`)}
      />
      {" · "}
      <a href={`${base}/acceptance-rounds/${id}/report`}>{t("打印验收报告", "Report to print")}</a>
      {applied.note === null ? null : <div class="soft">{applied.note}</div>}
      {assessment === null ? null : <Assessment view={view} assessment={assessment} />}
      {statement === null ? null : <div>{`${t("乙方意见：", "The vendor says: ")}${statement.note}`}</div>}
      {settled === null ? null : (
        <div>
          <KeepDates
            text={[
              `${settled.on} ${states[state][view.language]}`,
              settled.name,
              ...(settled.reason === null ? [] : [settled.reason]),
              ...(settled.rectifyBy === null
                ? []
                : [t(`整改期限 ${settled.rectifyBy}`, `to be rectified by ${settled.rectifyBy}`)]),
            ].join(" · ")}
          />
        </div>
      )}
    </li>
  );
}

function Assessment({ view, assessment }: { view: View; assessment: NonNullable<RoundView["assessment"]> }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const { name, results, acceptors } = assessment;
  const failed = results.filter(({ passed }) => !passed);
  return (
    <>
      <div>
        {t(
          `${name}评定：${results.length}项中${results.length - failed.length}项达标`,
          `assessed by ${name}: ${results.length - failed.length} of ${results.length} criteria met`,
        )}
      </div>
      {failed.map(({ criterion, title, note }) => (
        <div class="bad">
          {`${criterion}. ${title[view.language]}${note === null ? "" : `${t("：", ": ")}${note}`}`}
        </div>
      ))}
      <div>
        {t("签字：", "Signatures: ")}
        {acceptors.map(({ name: acceptor, expert, signature }) => (
          <>
            <span
              class={`tag ${signature === null ? "waiting" : signature.agrees ? "fulfilled" : "overdue"}`}
            >
              {`${acceptor}${expert ? t("（专家）", " (expert)") : ""} ${
                signature === null
                  ? t("未签", "not yet")
                  : signature.agrees
                    ? t("同意", "agrees")
                    : `${t("不同意：", "disagrees: ")}${signature.note ?? ""}`
              }`}
            </span>{" "}
          </>
        ))}
      </div>
    </>
  );
}
