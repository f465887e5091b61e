import type { CommandDialogProps } from "../ui/command-dialog.tsx";
import type { Field } from "../ui/field-input.tsx";
import { useWords } from "../words/words.ts";
import type { Place } from "./contract-place.ts";
import { filesTo } from "./upload-files.ts";

/** What a dialog asks for where evidence may be given: a document by its name or number, and files. */
export function useEvidence(place: Place): {
  readonly fields: readonly Field[];
  readonly files: NonNullable<CommandDialogProps["files"]>;
} {
  const { t } = useWords();
  return {
    fields: [{ name: "document", label: t("evidence.document"), kind: "text", optional: true }],
    files: filesTo(place, t("evidence.files")),
  };
}
