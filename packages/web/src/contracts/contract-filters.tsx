import { csvField } from "@luyue/core/text";
import { Button, Checkbox, Input, Popover, Select } from "antd";
import { useSession } from "../session/session.ts";
import { saveCsv } from "../ui/save-file.ts";
import { useWords } from "../words/words.ts";
import { figures, useColumnName, useColumns } from "./contract-table.tsx";
import { type ContractColumn, type ContractsSearch, type Status, statuses } from "./contracts-search.ts";
import { SavedViews } from "./saved-views-menu.tsx";
import type { ContractLine } from "./select-contracts.ts";

const anyStatus = "";

interface Filters {
  readonly search: ContractsSearch;
  readonly change: (search: ContractsSearch) => void;
}

/** Search, filters, columns, kept views and export above the list. */
export function ContractFilters({
  search,
  change,
  found,
}: Filters & { readonly found: readonly ContractLine[] }) {
  const { t } = useWords();
  const { side, today } = useSession();
  const columns = useColumns().filter((column) => search.hide?.includes(column) !== true);
  const nameOf = useColumnName();
  const textOf = (line: ContractLine, column: ContractColumn) =>
    column === "status" && line.status !== undefined
      ? t(`contracts.statusOf.${line.status}`)
      : String(line[column] ?? "");
  const { q: _q, ...withoutText } = search;
  const { status: _status, ...withoutStatus } = search;
  const { late: _late, ...withoutLate } = search;
  return (
    <div className="filters" role="search">
      <Input
        type="search"
        allowClear
        aria-label={t("contracts.search")}
        placeholder={t("contracts.search")}
        value={search.q ?? ""}
        onChange={({ target: { value } }) => change(value === "" ? withoutText : { ...search, q: value })}
      />
      {side === "agency" ? (
        <Select<Status | typeof anyStatus>
          aria-label={t("contracts.status")}
          value={search.status ?? anyStatus}
          options={[
            { value: anyStatus, label: t("contracts.anyStatus") },
            ...statuses.map((value) => ({ value, label: t(`contracts.statusOf.${value}`) })),
          ]}
          onChange={(value) => change(value === anyStatus ? withoutStatus : { ...search, status: value })}
        />
      ) : null}
      <Checkbox
        checked={search.late === true}
        onChange={({ target }) => change(target.checked ? { ...search, late: true } : withoutLate)}
      >
        {t("contracts.onlyLate")}
      </Checkbox>
      <span className="grow" />
      <SavedViews search={search} change={change} />
      <Columns search={search} change={change} />
      <Button
        onClick={() =>
          saveCsv(`${t("contracts.title")}_${today}.csv`, [
            columns.map((column) => csvField(nameOf(column), false)),
            ...found.map((line) =>
              columns.map((column) => csvField(textOf(line, column), figures.has(column))),
            ),
          ])
        }
      >
        {t("contracts.export")}
      </Button>
    </div>
  );
}

function Columns({ search, change }: Filters) {
  const { t } = useWords();
  const all = useColumns();
  const nameOf = useColumnName();
  const { hide = [], ...rest } = search;
  const show = (shown: readonly ContractColumn[]) => {
    const hidden = all.filter((column) => !shown.includes(column));
    change({ ...rest, ...(hidden.length === 0 ? {} : { hide: hidden }) });
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          className="columns"
          value={all.filter((column) => !hide.includes(column))}
          options={all.map((column) => ({
            value: column,
            label: nameOf(column),
            disabled: column === "name",
          }))}
          onChange={show}
        />
      }
    >
      <Button>{t("contracts.columns")}</Button>
    </Popover>
  );
}
