import { Input, Select } from "antd";
import { useId } from "react";
import type { Fault } from "../client/refusal.ts";
import { MoneyHint } from "./money-hint.tsx";

export interface Field {
  readonly name: string;
  readonly label: string;
  /** An `instant` is entered by the clock in Shanghai; a `choice` is one of `options`; `choices` are several. */
  readonly kind: "text" | "longText" | "date" | "instant" | "money" | "whole" | "choice" | "choices";
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly initial?: string;
  readonly optional?: boolean;
  /** Of a date or an instant: the first and the last one. */
  readonly least?: string;
  readonly most?: string;
  readonly hint?: string;
}

/** One field of a form under its label, marked where a fault names it. Several choices are one text, parted by commas. */
export function FieldInput(props: {
  readonly field: Field;
  readonly value: string;
  readonly faults: readonly Fault[];
  readonly change: (value: string) => void;
}) {
  const { field, value, faults, change } = props;
  const id = useId();
  const isWrong = faults.some(({ path }) => path.split("/").includes(field.name));
  return (
    <div className="field">
      <label htmlFor={id}>{field.label}</label>
      <Entry id={id} field={field} value={value} isWrong={isWrong} change={change} />
      {field.kind === "money" ? <MoneyHint value={value} /> : null}
      {field.hint === undefined ? null : <small>{field.hint}</small>}
    </div>
  );
}

interface EntryProps {
  readonly id: string;
  readonly field: Field;
  readonly value: string;
  readonly isWrong: boolean;
  readonly change: (value: string) => void;
}

function Entry({ id, field, value, isWrong, change }: EntryProps) {
  const { kind, optional = false, options = [], least, most } = field;
  const marked = isWrong ? { status: "error" as const, "aria-invalid": true } : {};
  const shared = { id, value, required: !optional, ...marked };
  switch (kind) {
    case "longText":
      return (
        <Input.TextArea
          {...shared}
          rows={3}
          maxLength={1000}
          onChange={({ target }) => change(target.value)}
        />
      );
    case "choice":
      return (
        <Select
          id={id}
          {...marked}
          className="whole"
          allowClear={optional}
          value={value === "" ? null : value}
          options={[...options]}
          onChange={(next: string | undefined) => change(next ?? "")}
        />
      );
    case "choices":
      return (
        <Select
          id={id}
          {...marked}
          className="whole"
          mode="multiple"
          value={value === "" ? [] : value.split(",")}
          options={[...options]}
          onChange={(next: readonly string[]) => change(next.join(","))}
        />
      );
    case "text":
    case "date":
    case "instant":
    case "money":
    case "whole":
      return (
        <Input
          {...shared}
          {...inputOf[kind]}
          min={least}
          max={most}
          onChange={({ target }) => change(target.value)}
        />
      );
  }
}

const inputOf = {
  text: { type: "text", maxLength: 200 },
  date: { type: "date" },
  instant: { type: "datetime-local" },
  money: { type: "text", inputMode: "decimal", maxLength: 40 },
  whole: { type: "text", inputMode: "numeric", pattern: "[0-9]+", maxLength: 9 },
} as const;
