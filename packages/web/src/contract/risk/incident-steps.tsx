import { read } from "../../client/api.ts";
import { useMay } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract } from "../contract-place.ts";
import { JudgeIncident } from "./incident-class.tsx";
import { CorrectIncident } from "./incident-correction.tsx";
import type { Asked, Incident } from "./incident-queries.ts";

interface Props {
  readonly contractId: string;
  readonly incident: Incident;
  readonly asked: Asked;
}

const one = ofContract.incidents[":incidentId"];
const live = new Set(["proposed", "imposed"]);

/** What the agency does with an incident: class, correction, closing and back. What a penalty rests on stays as it is. */
export function IncidentSteps({ contractId, incident, asked }: Props) {
  const { t } = useWords();
  const may = useMay();
  if (!may("incident:classify")) return null;
  const param = { contractId, incidentId: incident.id };
  if (incident.state === "closed") {
    return (
      <ReasonDialog
        label={t("incident.reopen")}
        run={(reason) => read(one.reopening.$post({ param, header: {}, json: { reason } }))}
      />
    );
  }
  if (incident.state !== "open") return null;
  const isPenalised = incident.penalties.some(({ state }) => live.has(state));
  return (
    <>
      {isPenalised ? (
        <small>{t("incident.penalised")}</small>
      ) : (
        <>
          <JudgeIncident contractId={contractId} incident={incident} asked={asked} />
          <CorrectIncident contractId={contractId} incident={incident} asked={asked} />
        </>
      )}
      <CloseIncident contractId={contractId} incident={incident} asked={asked} />
      {isPenalised ? null : (
        <ReasonDialog
          label={t("incident.withdraw")}
          run={(reason) => read(one.withdrawal.$post({ param, header: {}, json: { reason } }))}
          danger
        />
      )}
    </>
  );
}

/** Once it has recovered and, where the contract has classes, been given one; until then what is missing is said. */
function CloseIncident({ contractId, incident, asked }: Props) {
  const { t } = useWords();
  const missing = [
    ...(incident.recoveredAt === null ? [t("incident.recoveredAt")] : []),
    ...(asked.classes.length > 0 && incident.classified === null ? [t("incident.class")] : []),
  ];
  if (missing.length > 0) return <small>{t("incident.closeNeeds", { what: missing.join("、") })}</small>;
  return (
    <CommandDialog
      label={t("incident.close")}
      fields={[{ name: "note", label: t("incident.note"), kind: "longText", optional: true }]}
      run={(values) =>
        read(one.closing.$post({ param: { contractId, incidentId: incident.id }, header: {}, json: values }))
      }
    />
  );
}
