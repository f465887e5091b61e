import { read } from "../../client/api.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandDialog, type KeptFile, type Values } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";
import { evidenceOf } from "../evidence.ts";
import { useEvidence } from "../use-evidence.ts";
import type { Penalty } from "./risk-queries.ts";

interface Props {
  readonly place: Place;
  readonly penalty: Penalty;
}

/** The vendor agrees, or says what speaks against it, until its day has passed; it may change its mind until the decision. */
export function AnswerPenalty({ place, penalty }: Props) {
  const { today } = useSession();
  const may = useMay();
  if (penalty.state !== "proposed" || penalty.answerBy < today || !may("penalty:answer")) return null;
  return place.side === "partner" ? (
    <OwnAnswer place={place} penalty={penalty} />
  ) : (
    <PaperAnswer place={place} penalty={penalty} />
  );
}

function OwnAnswer({ place, penalty }: Props & { readonly place: Extract<Place, { side: "partner" }> }) {
  const { t } = useWords();
  const evidence = useEvidence(place);
  const { agencyId, contractId } = place;
  const param = { contractId, agencyId, penaltyId: penalty.id };
  const answer = (agrees: boolean) => (values: Values, files: readonly KeptFile[]) =>
    read(
      ofPartner.penalties[":penaltyId"].answer.$post({
        param,
        header: {},
        json: {
          agrees,
          ...(values["note"] === undefined ? {} : { note: values["note"] }),
          evidence: evidenceOf(values, files),
        },
      }),
    );
  const note = { name: "note", label: t("penalty.note"), kind: "longText" as const };
  return (
    <>
      <CommandDialog
        label={t("penalty.agree")}
        fields={[{ ...note, optional: true }]}
        run={answer(true)}
        primary={penalty.answer === null}
      />
      <CommandDialog
        label={t("penalty.disagree")}
        fields={[note]}
        files={evidence.files}
        run={answer(false)}
        danger
      />
    </>
  );
}

/** An answer that came on paper: entered by somebody else than who proposed it, never in the place of the vendor's own. */
function PaperAnswer({ place, penalty }: Props) {
  const { t } = useWords();
  const { id } = useSession();
  const evidence = useEvidence(place);
  if (penalty.proposed.actorId === id || penalty.answer?.side === "vendor") return null;
  const fields: readonly Field[] = [
    {
      name: "agrees",
      label: t("penalty.answer"),
      kind: "choice",
      options: [
        { value: "yes", label: t("penalty.agrees") },
        { value: "no", label: t("penalty.disagrees") },
      ],
    },
    { name: "note", label: t("penalty.note"), kind: "longText", optional: true },
    ...evidence.fields.map((field): Field => ({ ...field, optional: false, label: t("penalty.paper") })),
  ];
  return (
    <CommandDialog
      label={t("penalty.enterAnswer")}
      fields={fields}
      files={evidence.files}
      run={({ agrees, note, ...values }, files) =>
        read(
          ofContract.penalties[":penaltyId"].answer.$post({
            param: { contractId: place.contractId, penaltyId: penalty.id },
            header: {},
            json: {
              agrees: agrees === "yes",
              ...(note === undefined ? {} : { note }),
              evidence: evidenceOf(values, files),
            },
          }),
        )
      }
    />
  );
}
