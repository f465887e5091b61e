import { read } from "../../client/api.ts";
import { useSession } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import { EvidenceList } from "../evidence-list.tsx";
import { evidenceOf } from "../evidence.ts";
import { filesTo } from "../upload-files.ts";
import type { Absence, People, Person } from "./people-queries.ts";

const kinds = ["absent", "swapped", "notReplaced"] as const;

/** Who was swapped, away or not replaced in time: the person-times that penalties and rights count. */
export function Absences(props: {
  readonly place: Place;
  readonly people: People;
  readonly mayDecide: boolean;
}) {
  const { place, people, mayDecide } = props;
  const { t } = useWords();
  const { absences, roster } = people;
  if (absences.length === 0) return null;
  const counted = absences.filter(({ withdrawn }) => withdrawn === null).length;
  return (
    <section aria-labelledby="absences">
      <h2 id="absences">{t("people.absencesOf", { count: counted })}</h2>
      <p className="lead">{t("people.absencesHint")}</p>
      <ul className="list">
        {absences.map((absence) => (
          <AbsenceRow
            key={absence.id}
            place={place}
            absence={absence}
            name={roster.find(({ id }) => id === absence.personId)?.name ?? absence.personId}
            mayDecide={mayDecide}
          />
        ))}
      </ul>
    </section>
  );
}

function AbsenceRow(props: {
  readonly place: Place;
  readonly absence: Absence;
  readonly name: string;
  readonly mayDecide: boolean;
}) {
  const { place, absence, name, mayDecide } = props;
  const { t } = useWords();
  const { on, what, note, evidence, recorded, withdrawn, id } = absence;
  const { contractId } = place;
  return (
    <li className="line" id={id}>
      <div className="when">{on}</div>
      <div className="what">
        {name} · {t(`people.absence.${what}`)}{" "}
        {withdrawn === null ? null : <Tag>{t("people.notCounted")}</Tag>}
        <small className="block">
          {note} · {t("people.recordedBy", { name: recorded.name })}
        </small>
        <EvidenceList place={place} evidence={evidence} />
        {withdrawn === null ? null : (
          <small className="block">
            {t("people.withdrawnBy", { name: withdrawn.name, reason: withdrawn.reason })}
          </small>
        )}
      </div>
      {mayDecide && withdrawn === null ? (
        <ReasonDialog
          label={t("people.withdrawAbsence")}
          title={t("people.withdrawAbsenceOf", { name, day: on })}
          run={(reason) =>
            read(
              ofContract.absences[":absenceId"].withdrawal.$post({
                param: { contractId, absenceId: id },
                header: {},
                json: { reason },
              }),
            )
          }
        />
      ) : null}
    </li>
  );
}

/** One person-time of somebody on the roster, as the agency has seen it. */
export function RecordAbsence({ place, person }: { readonly place: Place; readonly person: Person }) {
  const { t } = useWords();
  const { today } = useSession();
  const { contractId } = place;
  return (
    <CommandDialog
      label={t("people.recordAbsence")}
      title={t("people.recordAbsenceOf", { name: person.name })}
      fields={[
        {
          name: "what",
          label: t("people.what"),
          kind: "choice",
          initial: kinds[0],
          options: kinds.map((kind) => ({ value: kind, label: t(`people.absence.${kind}`) })),
        },
        { name: "on", label: t("event.on"), kind: "date", initial: today, most: today },
        { name: "said", label: t("people.facts"), kind: "longText", hint: t("people.factsHint") },
        { name: "document", label: t("evidence.document"), kind: "text", optional: true },
      ]}
      files={filesTo(place, t("evidence.files"))}
      run={({ what, on = today, said = "", ...more }, files) =>
        read(
          ofContract.people[":personId"].absences.$post({
            param: { contractId, personId: person.id },
            header: {},
            json: {
              what: kinds.find((kind) => kind === what) ?? kinds[0],
              on,
              note: said,
              evidence: evidenceOf(more, files),
            },
          }),
        )
      }
    />
  );
}
