import { addDays } from "@luyue/core/civil-date";
import { findingSeverityNames, type FindingSeverity } from "@luyue/core/finding";
import { read } from "../../client/api.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandDialog, type KeptFile, type Values } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place, useContract } from "../contract-place.ts";
import { evidenceOf } from "../evidence.ts";
import { filesTo } from "../upload-files.ts";
import type { FindingsSummary } from "./finding-queries.ts";
import { severities } from "./findings-search.ts";
import { ImportButton } from "./import-dialog.tsx";
import { UnitDialog } from "./units.tsx";

const usualDays = 14;

/** Units are entered, then findings handed to them: one by one, or from a spreadsheet. */
export function HandingOut(props: { readonly place: Place; readonly units: FindingsSummary["byUnit"] }) {
  const { place, units } = props;
  const may = useMay();
  const { data } = useContract(place.contractId);
  const status = data?.head.status;
  const { contractId } = place;
  if (place.side !== "agency" || (status !== "active" && status !== "terminated")) return null;
  const mayHandOut = may("finding:handOut") && status === "active" && units.length > 0;
  return (
    <div className="actions above">
      {mayHandOut ? (
        <>
          <HandOutDialog place={place} units={units} />
          <ImportButton contractId={contractId} />
        </>
      ) : null}
      {may("unit:manage") ? <UnitDialog contractId={contractId} primary={units.length === 0} /> : null}
    </div>
  );
}

function HandOutDialog({
  place,
  units,
}: {
  readonly place: Place;
  readonly units: FindingsSummary["byUnit"];
}) {
  const { t, say } = useWords();
  const { today } = useSession();
  const { contractId } = place;
  const [only, ...others] = units;
  const fields: readonly Field[] = [
    {
      name: "unitId",
      label: t("finding.unit"),
      kind: "choice",
      initial: others.length === 0 ? (only?.id ?? "") : "",
      options: units.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: "title", label: t("finding.title"), kind: "text" },
    {
      name: "severity",
      label: t("finding.severity"),
      kind: "choice",
      initial: "medium",
      options: severities.map((value) => ({ value, label: say(findingSeverityNames[value]) })),
    },
    { name: "system", label: t("finding.system"), kind: "text", optional: true },
    { name: "detail", label: t("finding.detail"), kind: "longText", optional: true },
    { name: "demand", label: t("finding.demand"), kind: "longText" },
    {
      name: "dueOn",
      label: t("finding.dueOn"),
      kind: "date",
      initial: addDays(today, usualDays),
      least: today,
    },
  ];
  return (
    <CommandDialog
      label={t("finding.handOut")}
      fields={fields}
      files={filesTo(place, t("finding.handOutFiles"))}
      run={(values, files) =>
        read(
          ofContract.findings.$post({
            param: { contractId },
            header: {},
            json: { findings: [findingOf(values, files)] },
          }),
        )
      }
      primary
    />
  );
}

function findingOf(values: Values, files: readonly KeptFile[]) {
  const { unitId = "", title = "", severity, system, detail, demand = "", dueOn = "" } = values;
  return {
    unitId,
    title,
    severity: severities.find((each) => each === severity) ?? ("medium" satisfies FindingSeverity),
    ...(system === undefined ? {} : { system }),
    ...(detail === undefined ? {} : { detail }),
    demand,
    dueOn,
    ...(files.length === 0 ? {} : { evidence: evidenceOf({}, files) }),
  };
}
