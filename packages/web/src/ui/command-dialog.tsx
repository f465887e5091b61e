import { App, Button, Progress } from "antd";
import { type ReactNode, useState } from "react";
import { useCommand } from "../client/use-command.ts";
import { useWords } from "../words/words.ts";
import { type Field, FieldInput } from "./field-input.tsx";
import { FileChoice } from "./file-choice.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { parseMoneyInput } from "./parse-money-input.ts";

export type Values = Readonly<Record<string, string>>;

/** A file that has been put in, as commands name it. */
export interface KeptFile {
  readonly file: string;
  readonly name: string;
}

export interface CommandDialogProps {
  /** What the button says that opens it, and its own heading. */
  readonly label: string;
  readonly title?: string;
  /** What one has to know before one fills it in. */
  readonly lead?: ReactNode;
  /** Which fields there are may depend on what others hold. */
  readonly fields: readonly Field[] | ((values: Values) => readonly Field[]);
  /** Files that go with it: put in before the command is carried out. */
  readonly files?: {
    readonly label: string;
    readonly required?: boolean;
    readonly upload: (
      files: readonly File[],
      progress: (part: number) => void,
    ) => Promise<readonly KeptFile[]>;
  };
  /** What is worked out while one writes; nothing is to be asked for it any more while the command is carried out. */
  readonly preview?: (values: Values, isPending: boolean) => ReactNode;
  /** Fields that were left empty are not among the values; amounts are written out, instants have their offset. */
  readonly run: (values: Values, files: readonly KeptFile[]) => Promise<unknown>;
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

function Dialog(props: CommandDialogProps & { readonly close: () => void }) {
  const { label, title = label, lead, fields: given, files, preview, danger = false, run, close } = props;
  const { t } = useWords();
  const { message } = App.useApp();
  const [written, setWritten] = useState<Values>({});
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [part, setPart] = useState<number>();
  const { fields, values } = fillIn(given, written);
  const upload = async () => {
    if (files === undefined || chosen.length === 0) return [];
    setPart(0);
    return files.upload(chosen, setPart).finally(() => setPart(undefined));
  };
  const command = useCommand(async () => {
    await run(cleanValues(fields, values), await upload());
    // Said before all that is shown is asked for anew: this dialog may go with it.
    // oxlint-disable-next-line typescript/no-floating-promises -- it goes away by itself
    message.success(`${title}：${t("common.done")}`);
  });
  const isWritten = fields.some(({ name, initial = "" }) => values[name] !== initial) || chosen.length > 0;
  return (
    <FormDialog
      title={title}
      label={label}
      isDirty={!command.isSuccess && isWritten}
      isPending={command.isPending}
      danger={danger}
      refusal={command.error}
      submit={() => command.mutate(undefined, { onSuccess: close })}
      close={close}
    >
      {lead}
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ""}
          faults={command.error?.faults ?? []}
          change={(value) => setWritten({ ...written, [field.name]: value })}
        />
      ))}
      {files === undefined ? null : (
        <FileChoice label={files.label} required={files.required === true} change={setChosen} />
      )}
      {part === undefined ? null : (
        <Progress percent={Math.round(part * 100)} aria-label={t("common.uploading")} />
      )}
      {preview?.(cleanValues(fields, values), command.isPending)}
    </FormDialog>
  );
}

/** The fields there are, and what each holds: what was written, else what it begins with. */
function fillIn(
  given: CommandDialogProps["fields"],
  written: Values,
): { readonly fields: readonly Field[]; readonly values: Values } {
  const valuesOf = (fields: readonly Field[]) =>
    Object.fromEntries(fields.map(({ name, initial = "" }) => [name, written[name] ?? initial]));
  if (typeof given !== "function") return { fields: given, values: valuesOf(given) };
  // Once by what was written alone, for what a field begins with may decide on others.
  const fields = given({ ...valuesOf(given(written)), ...written });
  return { fields, values: valuesOf(fields) };
}

function cleanValues(fields: readonly Field[], values: Values): Values {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const value = (values[name] ?? "").trim();
      return value === "" ? [] : [[name, cleanValue(kind, value)]];
    }),
  );
}

function cleanValue(kind: Field["kind"], value: string): string {
  switch (kind) {
    case "money":
      return parseMoneyInput(value);
    case "instant":
      return `${value.length === 16 ? `${value}:00` : value}+08:00`;
    case "text":
    case "longText":
    case "date":
    case "whole":
    case "choice":
    case "choices":
      return value;
  }
}
