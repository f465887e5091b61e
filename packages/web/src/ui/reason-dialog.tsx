import { useWords } from "../words/words.ts";
import { CommandDialog } from "./command-dialog.tsx";

/** A command that wants nothing but a reason. */
export function ReasonDialog(props: {
  readonly label: string;
  readonly title?: string;
  /** What the field is called; else "reason". */
  readonly field?: string;
  readonly run: (reason: string) => Promise<unknown>;
  readonly danger?: boolean;
}) {
  const { t } = useWords();
  const { label, title = label, field = t("common.reason"), run, danger = false } = props;
  return (
    <CommandDialog
      label={label}
      title={title}
      fields={[{ name: "reason", label: field, kind: "longText" }]}
      run={({ reason = "" }) => run(reason)}
      danger={danger}
    />
  );
}
