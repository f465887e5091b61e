import { findingSeverityNames, findingStateNames } from "@luyue/core/finding";
import { Button, Checkbox, Select } from "antd";
import { DownloadButton } from "../../ui/download-button.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import { filterOf, type FindingsSummary } from "./finding-queries.ts";
import { type FindingsSearch, findingStates, readFindingsSearch, severities } from "./findings-search.ts";

const any = "";

/** Which findings are listed, and the same as a workbook. */
export function FindingFilters(props: {
  readonly place: Place;
  readonly units: FindingsSummary["byUnit"];
  readonly search: FindingsSearch;
  readonly change: (search: FindingsSearch) => void;
}) {
  const { place, units, search, change } = props;
  const { t, say } = useWords();
  const { contractId } = place;
  /** Another filter begins with its first page; what was emptied is none. */
  const set = (next: Readonly<Record<string, unknown>>) =>
    change(readFindingsSearch({ ...search, after: undefined, ...next }));
  return (
    <div className="filters" role="search">
      <Select
        aria-label={t("finding.state")}
        value={search.state ?? any}
        options={[
          { value: any, label: t("finding.anyState") },
          ...findingStates.map((value) => ({ value, label: say(findingStateNames[value]) })),
        ]}
        onChange={(value) => set({ state: value })}
      />
      <Select
        aria-label={t("finding.severity")}
        value={search.severity ?? any}
        options={[
          { value: any, label: t("finding.anySeverity") },
          ...severities.map((value) => ({
            value,
            label: t("finding.severityOf", { severity: say(findingSeverityNames[value]) }),
          })),
        ]}
        onChange={(value) => set({ severity: value })}
      />
      <Select
        aria-label={t("finding.unit")}
        value={search.unit ?? any}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        options={[
          { value: any, label: t("finding.anyUnit") },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => set({ unit: value })}
      />
      <Checkbox checked={search.late === true} onChange={({ target }) => set({ late: target.checked })}>
        {t("finding.onlyLate")}
      </Checkbox>
      {Object.keys(search).length === 0 ? null : (
        <Button type="link" onClick={() => change({})}>
          {t("finding.clear")}
        </Button>
      )}
      <span className="grow" />
      {place.side === "agency" ? (
        <DownloadButton
          label={t("finding.export")}
          ask={() => ofContract["findings.xlsx"].$get({ param: { contractId }, query: filterOf(search) })}
        />
      ) : null}
    </div>
  );
}
