import { read } from "../../client/api.ts";
import { CommandDialog, type Values } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract } from "../contract-place.ts";
import type { Asked, Incident } from "./incident-queries.ts";

const faults = ["vendor", "buyer", "other"] as const;

/** The name of a class of the contract; `none` is that of no class. */
export function useClassName(asked: Asked): (key: string) => string {
  const { t, say } = useWords();
  return (key) => {
    const found = asked.classes.find((each) => each.key === key);
    return found === undefined ? t("incident.noClass") : say(found.title);
  };
}

/** Which class the facts come to, condition by condition, and what is still missing. */
export function Assessment({ incident, asked }: { readonly incident: Incident; readonly asked: Asked }) {
  const { t, say } = useWords();
  const nameOf = useClassName(asked);
  const { assessment } = incident;
  if (assessment === null) return <p>{t("incident.noClasses")}</p>;
  const missing = assessment.open.map((key) => {
    if (key === "kind") return t("incident.kind");
    if (key === "recoveredAt") return t("incident.recoveredAt");
    const fact = asked.facts.find((each) => each.key === key);
    return fact === undefined ? key : say(fact.title);
  });
  const failed = assessment.grounds.filter(({ holds }) => holds === false);
  return (
    <div className="assessment">
      <p>
        <strong>
          {assessment.class === null
            ? t("incident.undecided")
            : t("incident.comesTo", { name: nameOf(assessment.class) })}
        </strong>
        {missing.length === 0 ? null : (
          <small className="block">{t("incident.missing", { facts: missing.join("、") })}</small>
        )}
      </p>
      <Grounds grounds={assessment.grounds.filter(({ holds }) => holds !== false)} asked={asked} />
      {failed.length === 0 ? null : (
        <details>
          <summary>{t("incident.others", { count: failed.length })}</summary>
          <Grounds grounds={failed} asked={asked} />
        </details>
      )}
    </div>
  );
}

type Ground = NonNullable<Incident["assessment"]>["grounds"][number];

function Grounds({ grounds, asked }: { readonly grounds: readonly Ground[]; readonly asked: Asked }) {
  const { say } = useWords();
  const nameOf = useClassName(asked);
  return (
    <ul>
      {grounds.map((ground) => (
        <li key={`${ground.class} ${ground.ground}`}>
          <Holds holds={ground.holds} /> {nameOf(ground.class)}：{say(ground.title)}
          <ul>
            {ground.conditions.map((condition) => (
              <li key={condition.text.zh}>
                <Holds holds={condition.holds} /> {say(condition.text)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Holds({ holds }: { readonly holds: boolean | null }) {
  const { t } = useWords();
  if (holds === null) return <Tag tone="warn">{t("incident.holds.unknown")}</Tag>;
  return holds ? <Tag tone="bad">{t("incident.holds.yes")}</Tag> : <Tag>{t("incident.holds.no")}</Tag>;
}

/** Gives an incident its class and says whose fault it was; another class than the facts come to wants a reason. */
export function JudgeIncident(props: {
  readonly contractId: string;
  readonly incident: Incident;
  readonly asked: Asked;
}) {
  const { contractId, incident, asked } = props;
  const { t } = useWords();
  const nameOf = useClassName(asked);
  const { assessment, classified, fault } = incident;
  const proposed = assessment === null ? "none" : assessment.class;
  const classes = [...asked.classes.map(({ key }) => key), "none"];
  const fields = (values: Values): readonly Field[] => {
    const chosen = values["class"] ?? "";
    return [
      {
        name: "class",
        label: t("incident.class"),
        kind: "choice",
        options: classes.map((key) => ({ value: key, label: nameOf(key) })),
        initial: classified?.class ?? proposed ?? "",
      },
      {
        name: "fault",
        label: t("incident.fault"),
        kind: "choice",
        options: faults.map((side) => ({ value: side, label: t(`incident.faultOf.${side}`) })),
        initial: fault ?? "",
      },
      ...(chosen === "" || chosen === proposed
        ? []
        : [{ name: "reason", label: t("incident.otherClass"), kind: "longText" as const }]),
    ];
  };
  return (
    <CommandDialog
      label={t(classified === null ? "incident.judge" : "incident.judgeAgain")}
      lead={<Assessment incident={incident} asked={asked} />}
      fields={fields}
      run={({ class: chosen = "", fault: side, reason }) =>
        read(
          ofContract.incidents[":incidentId"].classification.$post({
            param: { contractId, incidentId: incident.id },
            header: {},
            json: {
              class: chosen,
              fault: faults.find((each) => each === side) ?? "other",
              ...(reason === undefined ? {} : { reason }),
            },
          }),
        )
      }
      primary={classified === null}
    />
  );
}
