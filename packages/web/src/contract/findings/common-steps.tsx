import { useCommand } from "../../client/use-command.ts";
import { CommandButton } from "../../ui/command-button.tsx";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { useWords } from "../../words/words.ts";
import type { Place } from "../contract-place.ts";
import { uploadFiles } from "../upload-files.ts";
import { answerFindings, approveFindings, retestFindings } from "./finding-commands.ts";
import type { Step } from "./next-steps.ts";

/** The steps that several findings can take together. */
export const commonSteps = ["answer", "approve", "retest"] as const satisfies readonly Step[];
export type CommonStep = (typeof commonSteps)[number];

/** A step that one finding takes, or several together: then it says how many. */
export function CommonSteps(props: {
  readonly place: Place;
  readonly step: CommonStep;
  readonly ids: readonly string[];
  readonly together?: boolean;
  /** An answer that the agency enters for a unit of the vendor. */
  readonly fromPaper?: boolean;
}) {
  const { place, step, ids, together = false, fromPaper = false } = props;
  const { t } = useWords();
  const many = (label: string) => (together ? `${label} (${ids.length})` : label);
  const files = {
    label: t("finding.files"),
    upload: (chosen: readonly File[], progress: (part: number) => void) =>
      uploadFiles(place, chosen, progress),
  };
  const note = (label: string, optional: boolean): Field => ({
    name: "note",
    label,
    kind: "longText",
    optional,
  });
  switch (step) {
    case "answer":
      return (
        <CommandDialog
          label={many(fromPaper ? t("finding.enterAnswer") : t("finding.answer"))}
          fields={[{ ...note(t("finding.done"), true), hint: t("finding.doneHint") }]}
          files={files}
          run={(values, kept) => answerFindings(place, ids, { ...values, files: kept })}
          primary={!fromPaper}
        />
      );
    case "approve":
      return <Approve contractId={place.contractId} ids={ids} label={many(t("finding.approve"))} />;
    case "retest":
      return (
        <>
          <CommandDialog
            label={many(t("finding.pass"))}
            fields={[note(t("finding.retestNote"), true)]}
            files={files}
            run={(values, kept) => retestFindings(place, ids, { ...values, passed: true, files: kept })}
            primary
          />
          <CommandDialog
            label={many(t("finding.fail"))}
            fields={[note(t("finding.stillWeak"), false)]}
            files={files}
            run={(values, kept) => retestFindings(place, ids, { ...values, passed: false, files: kept })}
            danger
          />
        </>
      );
  }
}

function Approve(props: {
  readonly contractId: string;
  readonly ids: readonly string[];
  readonly label: string;
}) {
  const { contractId, ids, label } = props;
  const approve = useCommand(() => approveFindings(contractId, ids));
  return <CommandButton label={label} command={approve} primary />;
}
