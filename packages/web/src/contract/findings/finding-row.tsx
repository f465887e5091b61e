import { civilDateOf } from "@luyue/core/civil-date";
import { findingSeverityNames, findingStateNames, findingStepNames } from "@luyue/core/finding";
import { sideNames } from "@luyue/core/party";
import { Checkbox } from "antd";
import { Day, Distance } from "../../ui/day.tsx";
import { showInstant } from "../../ui/show-instant.ts";
import { Tag } from "../../ui/tag.tsx";
import { Why } from "../../ui/why.tsx";
import { useWords } from "../../words/words.ts";
import type { Place } from "../contract-place.ts";
import { EvidenceList } from "../evidence-list.tsx";
import type { Finding } from "./finding-queries.ts";
import { NextSteps, OtherSteps } from "./finding-steps.tsx";
import type { Step } from "./next-steps.ts";

const severityTones = { critical: "bad", high: "bad", medium: "warn", low: "plain" } as const;
const stateTones = {
  open: "info",
  answered: "warn",
  approved: "info",
  closed: "good",
  withdrawn: "plain",
} as const;
const stepTones = {
  handedOut: "plain",
  answered: "info",
  approved: "good",
  returned: "bad",
  passedRetest: "good",
  failedRetest: "bad",
  extended: "warn",
  reopened: "warn",
  withdrawn: "plain",
} as const;

interface Props {
  readonly place: Place;
  readonly finding: Finding;
  readonly steps: readonly Step[];
  /** Left out where nobody takes several together; null where this one is not among those. */
  readonly choice?: { readonly chosen: boolean; readonly choose: (chosen: boolean) => void } | null;
  /** The reader answered it and may not decide on that. */
  readonly byOthers: boolean;
}

/** A finding: what is weak and demanded, by when, how it stands, its whole story, and what may be done. */
export function FindingRow({ place, finding, steps, choice, byOthers }: Props) {
  const { t, say } = useWords();
  const { number, title, severity, system, unit, demand, detail, evidence, state, overdue } = finding;
  const last = finding.steps.at(-1);
  return (
    <li className="finding" id={`finding-${number}`}>
      {choice === undefined ? null : (
        <div className="choice">
          {choice === null ? null : (
            <Checkbox
              checked={choice.chosen}
              aria-label={t("finding.choose", { number })}
              onChange={({ target }) => choice.choose(target.checked)}
            />
          )}
        </div>
      )}
      <div className="grow">
        <div className="finding-head">
          <div className="grow">
            <h3>
              {number}. {title}
            </h3>
            <Tag tone={overdue ? "bad" : stateTones[state]}>
              {overdue ? t("finding.late") : say(findingStateNames[state])}
            </Tag>{" "}
            <Tag tone={severityTones[severity]}>
              {t("finding.severityOf", { severity: say(findingSeverityNames[severity]) })}
            </Tag>{" "}
            <small>
              {[unit?.name ?? t("finding.noUnit"), system ?? ""].filter((each) => each !== "").join(" · ")}
            </small>
          </div>
          <DueDay finding={finding} />
        </div>
        <p className="demand">
          {t("finding.demand")}：{demand}
        </p>
        {detail === null ? null : <p className="demand soft">{detail}</p>}
        <EvidenceList place={place} evidence={evidence} />
        {last === undefined || finding.steps.length === 1 ? null : (
          <p className="demand soft">
            {civilDateOf(last.at)} {last.name} {say(findingStepNames[last.step])}
            {last.note === null ? "" : `：${last.note}`}
          </p>
        )}
        {byOthers ? <small className="block">{t("finding.byOthers")}</small> : null}
        <NextSteps place={place} finding={finding} steps={steps} />
        <details>
          <summary>{t("finding.story", { count: finding.steps.length })}</summary>
          <Story place={place} finding={finding} />
          <OtherSteps place={place} finding={finding} steps={steps} />
        </details>
      </div>
    </li>
  );
}

/** By when an answer is demanded; why: since when, and who gave more time. */
function DueDay({ finding: { dueOn, state, overdue, steps } }: { readonly finding: Finding }) {
  const { t, say } = useWords();
  const moves = steps.filter(({ moved }) => moved !== null);
  const [handedOut] = steps;
  const grounds = [
    {
      name: say(findingStepNames.handedOut),
      text:
        handedOut === undefined
          ? null
          : t("finding.demandedFrom", {
              on: civilDateOf(handedOut.at),
              name: handedOut.name,
              day: moves[0]?.moved?.from ?? dueOn,
            }),
    },
    ...moves.map(({ at, name, note, moved }) => ({
      name: say(findingStepNames.extended),
      text: t("finding.moved", {
        on: civilDateOf(at),
        name,
        from: moved?.from ?? "",
        to: moved?.to ?? "",
        note: note ?? "",
      }),
    })),
  ];
  return (
    <div className="due">
      <small className="block">{t("finding.dueOn")}</small>
      <Why what={t("finding.dueOn")} grounds={grounds}>
        <Day date={dueOn} />
      </Why>{" "}
      {state === "open" ? <Distance date={dueOn} late={overdue} /> : null}
    </div>
  );
}

/** Each step: what, when, by whom, in what words, with which files. */
function Story({ place, finding }: { readonly place: Place; readonly finding: Finding }) {
  const { t, say } = useWords();
  return (
    <ol className="story">
      {finding.steps.map(({ step, at, name, side, note, moved, evidence }) => (
        <li key={`${at} ${step}`}>
          <Tag tone={stepTones[step]}>{say(findingStepNames[step])}</Tag>{" "}
          <small>
            {showInstant(at)} · {name}（{say(sideNames[side])}）
          </small>
          {moved === null ? null : <div>{t("finding.movedTo", moved)}</div>}
          {note === null ? null : <div>{note}</div>}
          <EvidenceList place={place} evidence={evidence} />
        </li>
      ))}
    </ol>
  );
}
