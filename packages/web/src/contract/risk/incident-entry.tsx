import { read } from "../../client/api.ts";
import { useMay } from "../../session/session.ts";
import { CommandDialog, type Values } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";
import { evidenceOf } from "../evidence.ts";
import { useEvidence } from "../use-evidence.ts";
import { factsOf, fieldOfInstant, useFactFields, useSubjectFields } from "./incident-fields.ts";
import type { Asked, Incident } from "./incident-queries.ts";

interface Props {
  readonly place: Place;
  readonly asked: Asked;
}

type Report = Parameters<(typeof ofPartner.incidents)["$post"]>[0]["json"];

/** Either side reports what happened, when, and what is known of it; the clocks run from the report. */
export function ReportIncident({ place, asked, now }: Props & { readonly now: string }) {
  const { t } = useWords();
  const may = useMay();
  const subjects = useSubjectFields(asked);
  const facts = useFactFields(asked);
  const evidence = useEvidence(place);
  if (!may("incident:report")) return null;
  const most = fieldOfInstant(now);
  const fields = ({ kind }: Values): readonly Field[] => [
    { name: "title", label: t("incident.title"), kind: "text" },
    { name: "happenedAt", label: t("incident.happenedAt"), kind: "instant", most },
    { name: "reportedAt", label: t("incident.reportedAt"), kind: "instant", initial: most, most },
    ...subjects(),
    ...facts(kind),
    { name: "description", label: t("incident.description"), kind: "longText", optional: true },
    ...evidence.fields,
  ];
  return (
    <CommandDialog
      label={t("incident.report")}
      lead={<p>{t("incident.reportLead")}</p>}
      fields={fields}
      files={evidence.files}
      run={({ title = "", happenedAt = "", reportedAt, service, kind, description, ...values }, files) =>
        report(place, {
          title,
          happenedAt,
          ...(reportedAt === undefined ? {} : { reportedAt }),
          ...(service === undefined ? {} : { service }),
          ...(kind === undefined ? {} : { kind }),
          ...(description === undefined ? {} : { description }),
          facts: factsOf(values, asked),
          evidence: evidenceOf(values, files),
        })
      }
      primary
    />
  );
}

function report(place: Place, json: Report): Promise<unknown> {
  const { contractId } = place;
  return place.side === "agency"
    ? read(ofContract.incidents.$post({ param: { contractId }, header: {}, json }))
    : read(ofPartner.incidents.$post({ param: { contractId, agencyId: place.agencyId }, header: {}, json }));
}

type Step = Parameters<(typeof ofPartner.incidents)[":incidentId"]["steps"]["$post"]>[0]["json"];
const steps = ["respondedAt", "onSiteAt", "recoveredAt"] as const;

/** Adds what has come since: instants, facts and evidence that were not there. What is there is corrected, not written over. */
export function FollowIncident(props: Props & { readonly incident: Incident; readonly now: string }) {
  const { place, asked, incident, now } = props;
  const { t } = useWords();
  const may = useMay();
  const facts = useFactFields(asked);
  const evidence = useEvidence(place);
  if (incident.state !== "open" || !may("incident:report")) return null;
  const most = fieldOfInstant(now);
  const fields: readonly Field[] = [
    ...steps
      .filter((step) => incident[step] === null)
      .map(
        (step): Field => ({
          name: step,
          label: t(`incident.${step}`),
          kind: "instant",
          optional: true,
          most,
        }),
      ),
    ...facts(incident.kind ?? undefined).filter(
      ({ name }) => incident.facts[name.slice(name.indexOf(":") + 1)] === undefined,
    ),
    { name: "note", label: t("incident.note"), kind: "longText", optional: true },
    ...evidence.fields,
  ];
  return (
    <CommandDialog
      label={t("incident.follow")}
      lead={<p>{t("incident.followLead")}</p>}
      fields={fields}
      files={evidence.files}
      run={({ respondedAt, onSiteAt, recoveredAt, note, ...values }, files) => {
        const shown = [...evidenceOf(values, files), ...(note === undefined ? [] : [{ note }])];
        return follow(place, incident.id, {
          ...(respondedAt === undefined ? {} : { respondedAt }),
          ...(onSiteAt === undefined ? {} : { onSiteAt }),
          ...(recoveredAt === undefined ? {} : { recoveredAt }),
          facts: factsOf(values, asked),
          evidence: shown,
        });
      }}
      primary
    />
  );
}

function follow(place: Place, incidentId: string, json: Step): Promise<unknown> {
  const { contractId } = place;
  return place.side === "agency"
    ? read(
        ofContract.incidents[":incidentId"].steps.$post({
          param: { contractId, incidentId },
          header: {},
          json,
        }),
      )
    : read(
        ofPartner.incidents[":incidentId"].steps.$post({
          param: { contractId, agencyId: place.agencyId, incidentId },
          header: {},
          json,
        }),
      );
}
