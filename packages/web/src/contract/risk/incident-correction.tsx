import { read } from "../../client/api.ts";
import { CommandDialog, type Values } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract } from "../contract-place.ts";
import { factsOf, fieldOfInstant, useFactFields, useSubjectFields } from "./incident-fields.ts";
import type { Asked, Incident } from "./incident-queries.ts";

const one = ofContract.incidents[":incidentId"];
type Correction = Parameters<(typeof one.corrections)["$post"]>[0]["json"];

/** Corrects an open incident with the reason: what it said before stays on the record, and its class is decided anew. */
export function CorrectIncident(props: {
  readonly contractId: string;
  readonly asked: Asked;
  readonly incident: Incident;
}) {
  const { contractId, asked, incident } = props;
  const { t } = useWords();
  const subjects = useSubjectFields(asked);
  const facts = useFactFields(asked);
  const fields = ({ kind = incident.kind ?? undefined }: Values): readonly Field[] => [
    { name: "title", label: t("incident.title"), kind: "text", initial: incident.title },
    ...instants.map(
      ({ name, optional }): Field => ({
        name,
        label: t(`incident.${name}`),
        kind: "instant",
        initial: fieldOfInstant(incident[name]),
        optional,
      }),
    ),
    ...subjects({ service: incident.service ?? "", kind: incident.kind }),
    ...facts(kind, incident.facts),
    {
      name: "description",
      label: t("incident.description"),
      kind: "longText",
      initial: incident.description ?? "",
      optional: true,
    },
    { name: "reason", label: t("common.reason"), kind: "longText" },
  ];
  return (
    <CommandDialog
      label={t("incident.correct")}
      lead={incident.classified === null ? null : <p>{t("incident.correctLead")}</p>}
      fields={fields}
      run={(values) =>
        read(
          one.corrections.$post({
            param: { contractId, incidentId: incident.id },
            header: {},
            json: changesOf(values, incident, asked),
          }),
        )
      }
    />
  );
}

const instants = [
  { name: "happenedAt", optional: false },
  { name: "reportedAt", optional: false },
  { name: "respondedAt", optional: true },
  { name: "onSiteAt", optional: true },
  { name: "recoveredAt", optional: true },
] as const;

/** What differs from what is there; an instant that was emptied is taken away, all facts go where one of them differs. */
function changesOf(values: Values, incident: Incident, asked: Asked): Correction {
  const { reason = "" } = values;
  const word = (name: "title" | "description" | "service" | "kind") =>
    values[name] === incident[name] ? undefined : values[name];
  const moved = (name: (typeof instants)[number]["name"]) => {
    const value = values[name];
    const isSame = fieldOfInstant(incident[name]) === (value === undefined ? "" : fieldOfInstant(value));
    return isSame ? undefined : (value ?? null);
  };
  const facts = factsOf(values, asked);
  const keys = new Set([...Object.keys(facts), ...Object.keys(incident.facts)]);
  const differs = [...keys].some((key) => facts[key] !== incident.facts[key]);
  return {
    reason,
    title: word("title"),
    description: word("description"),
    service: word("service"),
    kind: word("kind"),
    happenedAt: moved("happenedAt") ?? undefined,
    reportedAt: moved("reportedAt") ?? undefined,
    respondedAt: moved("respondedAt"),
    onSiteAt: moved("onSiteAt"),
    recoveredAt: moved("recoveredAt"),
    facts: differs ? facts : undefined,
  };
}
