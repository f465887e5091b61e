import { App, Button, Checkbox } from "antd";
import { type ReactNode, useState } from "react";
import { useCommand } from "../../client/use-command.ts";
import { type Field, FieldInput } from "../../ui/field-input.tsx";
import { FileChoice } from "../../ui/file-choice.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useWords } from "../../words/words.ts";
import type { Place } from "../contract-place.ts";
import { evidenceOf } from "../evidence.ts";
import { uploadFiles } from "../upload-files.ts";
import { blankPerson, type PersonDraft, personOf } from "./person-draft.ts";
import { PersonInput } from "./person-input.tsx";

type Values = Readonly<Record<string, string>>;

interface Given {
  /** Fields that were left empty are not among them. */
  readonly values: Values;
  readonly person: ReturnType<typeof personOf> | undefined;
  readonly evidence: ReturnType<typeof evidenceOf>;
}

interface PersonDialogProps {
  readonly place: Place;
  readonly label: string;
  readonly title?: string;
  readonly fields: readonly Field[];
  /** What is asked for after the person. */
  readonly last?: readonly Field[];
  readonly first?: PersonDraft;
  /** Said over the person; an optional one can be left out. */
  readonly about?: { readonly title: string; readonly optional: boolean };
  readonly files?: string;
  readonly hint?: ReactNode;
  readonly run: (given: Given) => Promise<unknown>;
  readonly primary?: boolean;
}

/** A button that asks for a person with their qualifications, and what else a command needs. */
export function PersonDialog(props: PersonDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type={props.primary === true ? "primary" : "default"} onClick={() => setOpen(true)}>
        {props.label}
      </Button>
      {open ? <Dialog {...props} close={() => setOpen(false)} /> : null}
    </>
  );
}

function Dialog(props: PersonDialogProps & { readonly close: () => void }) {
  const { place, label, title = label, fields, last = [], first = blankPerson, about, files, hint } = props;
  const { t } = useWords();
  const { message } = App.useApp();
  const all = [...fields, ...last];
  const [begun] = useState<Values>(() =>
    Object.fromEntries(all.map(({ name, initial = "" }) => [name, initial])),
  );
  const [values, setValues] = useState(begun);
  const [person, setPerson] = useState(first);
  const [named, setNamed] = useState(true);
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const command = useCommand(async () => {
    const kept = await uploadFiles(place, chosen, () => undefined);
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""));
    const evidence = evidenceOf(filled, kept);
    return props.run({ values: filled, person: named ? personOf(person) : undefined, evidence });
  });
  const submit = () =>
    command.mutate(undefined, {
      onSuccess: () => {
        // oxlint-disable-next-line typescript/no-floating-promises -- it goes away by itself
        message.success(`${title}：${t("common.done")}`);
        props.close();
      },
    });
  const input = (field: Field) => (
    <FieldInput
      key={field.name}
      field={field}
      value={values[field.name] ?? ""}
      faults={command.error?.faults ?? []}
      change={(value) => setValues({ ...values, [field.name]: value })}
    />
  );
  return (
    <FormDialog
      title={title}
      label={label}
      width={640}
      isDirty={!command.isSuccess && (values !== begun || person !== first || chosen.length > 0)}
      isPending={command.isPending}
      refusal={command.error}
      submit={submit}
      close={props.close}
    >
      {hint}
      {fields.map(input)}
      {about === undefined ? null : about.optional ? (
        <Checkbox checked={named} onChange={({ target }) => setNamed(target.checked)}>
          {about.title}
        </Checkbox>
      ) : (
        <h3>{about.title}</h3>
      )}
      {named ? <PersonInput draft={person} change={setPerson} /> : null}
      {last.map(input)}
      {files === undefined ? null : <FileChoice label={files} change={setChosen} />}
    </FormDialog>
  );
}
