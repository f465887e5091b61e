import { parseMoneyInput } from "./parse-money-input.ts";
import { App, Button, Input } from "antd";
import { useId, useState } from "react";
import type { Fault } from "../client/refusal.ts";
import { useCommand } from "../client/use-command.ts";
import { useWords } from "../words/words.ts";
import { FormDialog } from "./form-dialog.tsx";
import { MoneyHint } from "./money-hint.tsx";

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "longText" | "date" | "money";
  readonly initial?: string;
  readonly optional?: boolean;
  /** Of a date: the last one. */
  readonly most?: string;
  readonly hint?: string;
}

export type Values = Readonly<Record<string, string>>;

interface CommandDialogProps {
  /** What the button says that opens it, and its own heading. */
  readonly label: string;
  readonly title?: string;
  readonly fields: readonly Field[];
  /** Fields that were left empty are not among the values. */
  readonly run: (values: Values) => Promise<unknown>;
  readonly primary?: boolean;
  readonly danger?: boolean;
}

/** A button that asks for what a command needs, and stays open with what was wrong where it is refused. */
export function CommandDialog(props: CommandDialogProps) {
  const [open, setOpen] = useState(false);
  const { label, primary = false, danger = false } = props;
  return (
    <>
      <Button type={primary ? "primary" : "default"} danger={danger} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open ? <Dialog {...props} close={() => setOpen(false)} /> : null}
    </>
  );
}

function Dialog({
  label,
  title = label,
  fields,
  run,
  close,
}: CommandDialogProps & { readonly close: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const initial = Object.fromEntries(fields.map((field) => [field.name, field.initial ?? ""]));
  const [values, setValues] = useState<Values>(initial);
  const command = useCommand(() => run(cleanValues(fields, values)));
  const submit = () =>
    command.mutate(undefined, {
      onSuccess: () => {
        // oxlint-disable-next-line typescript/no-floating-promises -- it goes away by itself
        message.success(`${title}：${t("common.done")}`);
        close();
      },
    });
  return (
    <FormDialog
      title={title}
      label={label}
      isDirty={!command.isSuccess && fields.some(({ name }) => values[name] !== initial[name])}
      isPending={command.isPending}
      refusal={command.error}
      submit={submit}
      close={close}
    >
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ""}
          faults={command.error?.faults ?? []}
          change={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
    </FormDialog>
  );
}

function cleanValues(fields: readonly Field[], values: Values): Values {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const value = (values[name] ?? "").trim();
      if (value === "") return [];
      return [[name, kind === "money" ? parseMoneyInput(value) : value]];
    }),
  );
}

function FieldInput(props: {
  readonly field: Field;
  readonly value: string;
  readonly faults: readonly Fault[];
  readonly change: (value: string) => void;
}) {
  const { field, value, faults, change } = props;
  const id = useId();
  const isWrong = faults.some(({ path }) => path === `/${field.name}` || path.startsWith(`/${field.name}/`));
  const shared = {
    id,
    value,
    required: field.optional !== true,
    ...(isWrong ? { status: "error" as const, "aria-invalid": true } : {}),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{field.label}</label>
      {field.kind === "longText" ? (
        <Input.TextArea
          {...shared}
          rows={3}
          maxLength={1000}
          onChange={({ target }) => change(target.value)}
        />
      ) : (
        <Input
          {...shared}
          type={field.kind === "date" ? "date" : "text"}
          inputMode={field.kind === "money" ? "decimal" : undefined}
          max={field.most}
          maxLength={200}
          onChange={({ target }) => change(target.value)}
        />
      )}
      {field.kind === "money" ? <MoneyHint value={value} /> : null}
      {field.hint === undefined ? null : <small>{field.hint}</small>}
    </div>
  );
}
