import { civilDateOf } from "@luyue/core/civil-date";
import { read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandButton } from "../../ui/command-button.tsx";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";
import { NextVersion } from "./hand-in.tsx";
import { fileAddress, type Submission } from "./work-queries.ts";

const tones = { submitted: "warn", accepted: "good", returned: "bad", withdrawn: "plain" } as const;

interface Props {
  readonly place: Place;
  readonly piece: Submission;
}

/** What was handed in for one thing, with its files, and what may be done with it. */
export function PieceList({
  place,
  pieces,
}: {
  readonly place: Place;
  readonly pieces: readonly Submission[];
}) {
  if (pieces.length === 0) return null;
  return (
    <ul className="papers">
      {pieces.map((piece) => (
        <PieceRow key={piece.id} place={place} piece={piece} />
      ))}
    </ul>
  );
}

function PieceRow({ place, piece }: Props) {
  const { t, say } = useWords();
  const { state, version, files, note, reason, despite = null, timeliness, title } = piece;
  const { submittedAt, submittedBy, submitter, performedOn, performedThrough, people } = piece;
  const by = submittedBy === "vendor" ? t("side.vendor") : (submitter ?? t("side.buyer"));
  const facts = [
    t("work.handedIn", { by, day: civilDateOf(submittedAt) }),
    performedOn === null
      ? ""
      : t("work.performed", {
          day: performedThrough === null ? performedOn : `${performedOn} — ${performedThrough}`,
        }),
    people === null ? "" : t("work.headcount", { count: people }),
    note ?? "",
  ].filter((fact) => fact !== "");
  return (
    <li>
      <div>
        <Tag tone={tones[state]}>{t(`work.state.${state}`)}</Tag> {title === null ? "" : say(title)}{" "}
        {version > 1 ? <Tag>{t("work.version", { version })}</Tag> : null}{" "}
        {timeliness?.verdict === "late" ? (
          <Tag tone="warn">{t("work.lateDays", { count: timeliness.lateDays ?? 0 })}</Tag>
        ) : null}
        <small className="block">{facts.join(" · ")}</small>
        {files.map((file) => (
          <a key={file.file} className="file" href={fileAddress(place, file)} download={file.name}>
            {file.name}
          </a>
        ))}
        {reason === null ? null : <small className="block late">{t("work.because", { reason })}</small>}
        {despite === null ? null : <small className="block">{t("work.despite", { reason: despite })}</small>}
      </div>
      {place.side === "agency" ? (
        <Check contractId={place.contractId} piece={piece} />
      ) : (
        <Own place={place} piece={piece} />
      )}
    </li>
  );
}

/** The agency checks what somebody else has handed in. */
function Check({ contractId, piece }: { readonly contractId: string; readonly piece: Submission }) {
  const { t } = useWords();
  const may = useMay();
  const { name } = useSession();
  const param = { contractId, submissionId: piece.id };
  const one = ofContract.submissions[":submissionId"];
  const accept = useCommand(() => read(one.acceptance.$post({ param, header: {}, json: {} })));
  if (piece.state !== "submitted" || !may("work:check")) return null;
  if (piece.submittedBy === "buyer" && piece.submitter === name) return <small>{t("work.byAnother")}</small>;
  return (
    <div className="actions">
      {accept.isError ? (
        <CommandDialog
          label={t("work.acceptDespite")}
          fields={[{ name: "despite", label: t("work.whyDespite"), kind: "longText" }]}
          run={({ despite = "" }) => read(one.acceptance.$post({ param, header: {}, json: { despite } }))}
          primary
        />
      ) : (
        <CommandButton label={t("work.accept")} command={accept} primary />
      )}
      <ReasonDialog
        label={t("work.return")}
        field={t("work.returnReason")}
        run={(reason) => read(one.return.$post({ param, header: {}, json: { reason } }))}
        danger
      />
    </div>
  );
}

/** The vendor takes back what nobody has checked, and hands in the next version of what came back. */
function Own(props: { readonly place: Extract<Place, { side: "partner" }>; readonly piece: Submission }) {
  const { place, piece } = props;
  const { t } = useWords();
  if (piece.state === "returned") return <NextVersion place={place} piece={piece} />;
  if (piece.state !== "submitted" || piece.submittedBy !== "vendor") return null;
  const param = { contractId: place.contractId, agencyId: place.agencyId, submissionId: piece.id };
  return (
    <ReasonDialog
      label={t("work.withdraw")}
      run={(reason) =>
        read(ofPartner.submissions[":submissionId"].withdrawal.$post({ param, header: {}, json: { reason } }))
      }
    />
  );
}
