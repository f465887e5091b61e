import type { Field } from "../../ui/field-input.tsx";
import type { CommandDialogProps, KeptFile, Values } from "../../ui/command-dialog.tsx";
import { useWords } from "../../words/words.ts";
import type { Place } from "../contract-place.ts";
import { uploadFiles } from "../upload-files.ts";
import { fileAddress } from "../work/work-queries.ts";

interface Piece {
  readonly document?: string | undefined;
  readonly note?: string | undefined;
  readonly file?: string | undefined;
}

/** What shows something: documents by their number, notes, files to be opened. */
export function EvidenceList({
  place,
  evidence,
}: {
  readonly place: Place;
  readonly evidence: readonly Piece[];
}) {
  const { t } = useWords();
  if (evidence.length === 0) return null;
  return (
    <ul className="files" aria-label={t("risk.evidence")}>
      {evidence.map(({ document, note, file }, at) => {
        const name = document ?? t("risk.file");
        return (
          // oxlint-disable-next-line react/no-array-index-key -- evidence is only ever added at the end
          <li key={at}>
            {file === undefined ? document : <a href={fileAddress(place, { file, name })}>{name}</a>}
            {document === undefined || note === undefined ? "" : "："}
            {note}
          </li>
        );
      })}
    </ul>
  );
}

/** The fields of a dialog by which evidence is given, and the files that go with them. */
export function useEvidence(place: Place): {
  readonly fields: readonly Field[];
  readonly files: NonNullable<CommandDialogProps["files"]>;
} {
  const { t } = useWords();
  return {
    fields: [{ name: "document", label: t("risk.document"), kind: "text", optional: true }],
    files: {
      label: t("risk.files"),
      upload: (files, progress) => uploadFiles(place, files, progress),
    },
  };
}

/** What was given by those fields, as commands take it. */
export function evidenceOf({ document }: Values, files: readonly KeptFile[]) {
  return [
    ...(document === undefined ? [] : [{ document }]),
    ...files.map(({ file, name }) => ({ document: name, file })),
  ];
}
