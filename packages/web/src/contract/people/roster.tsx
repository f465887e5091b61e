import { read } from "../../client/api.ts";
import { useSession } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import { EvidenceList } from "../evidence-list.tsx";
import { evidenceOf } from "../evidence.ts";
import { filesTo } from "../upload-files.ts";
import { RecordAbsence } from "./absences.tsx";
import { correctPerson, fileAgreement, type People, type Person } from "./people-queries.ts";
import { PersonDialog } from "./person-dialog.tsx";
import { draftOf } from "./person-draft.ts";
import { AskChange, DemandChange } from "./staff-change-dialogs.tsx";

interface Props {
  readonly place: Place;
  readonly people: People;
  readonly mayEnter: boolean;
  readonly mayDecide: boolean;
}

/** Everybody on the roster: those who are there first, each with what is missing and what may be done. */
export function Roster({ people, ...props }: Props) {
  const { t } = useWords();
  const { roster } = people;
  if (roster.length === 0) return null;
  const sorted = [...roster.filter(({ here }) => here), ...roster.filter(({ here }) => !here)];
  return (
    <section aria-labelledby="roster">
      <h2 id="roster">{t("people.roster")}</h2>
      <ul className="list">
        {sorted.map((person) => (
          <PersonRow key={person.id} person={person} people={people} {...props} />
        ))}
      </ul>
    </section>
  );
}

function PersonRow({ place, people, person, mayEnter, mayDecide }: Props & { readonly person: Person }) {
  const { t, say } = useWords();
  const { name, role, key, here, joinedOn, leftOn, agreement, qualifications, problems, id } = person;
  const isGone = leftOn !== null && !here;
  const days = [
    t("people.joined", { day: joinedOn }),
    leftOn === null ? "" : t("people.left", { day: leftOn }),
    agreement === null
      ? ""
      : agreement.until === null
        ? t("people.agreement", { day: agreement.signedOn })
        : t("people.agreementUntil", { day: agreement.signedOn, until: agreement.until }),
  ].filter((part) => part !== "");
  return (
    <li className="line" id={id}>
      <div className="what">
        <strong>{name}</strong> · {role} {key ? <Tag tone="info">{t("people.key")}</Tag> : null}{" "}
        {isGone ? <Tag>{t("people.gone")}</Tag> : here ? null : <Tag>{t("people.toCome")}</Tag>}
        <small className="block">{days.join(" · ")}</small>
        {qualifications.map(({ title, number, validUntil }) => (
          <small key={`${title} ${number ?? ""}`} className="block">
            {[title, number ?? "", validUntil === null ? "" : t("people.until", { day: validUntil })]
              .filter((part) => part !== "")
              .join(" · ")}
          </small>
        ))}
        {agreement === null ? null : <EvidenceList place={place} evidence={agreement.evidence} />}
        {problems.map((problem) => (
          <div key={problem.zh}>
            <Tag tone="bad">{t("people.problem")}</Tag> {say(problem)}
          </div>
        ))}
        {mayEnter || mayDecide ? (
          <details className="more">
            <summary>
              {t("people.act")}
              <span className="hidden">：{name}</span>
            </summary>
            <div className="actions">
              {mayEnter ? <Correct place={place} person={person} /> : null}
              {mayEnter && !isGone ? <FileAgreement place={place} person={person} /> : null}
              {mayEnter && !isGone ? <AskChange place={place} people={people} person={person} /> : null}
              {mayDecide && !isGone ? <DemandChange place={place} person={person} /> : null}
              {mayDecide ? <RecordAbsence place={place} person={person} /> : null}
              {mayDecide && !isGone ? <Leave place={place} person={person} /> : null}
            </div>
          </details>
        ) : null}
      </div>
    </li>
  );
}

interface OfPerson {
  readonly place: Place;
  readonly person: Person;
}

function Correct({ place, person }: OfPerson) {
  const { t } = useWords();
  return (
    <PersonDialog
      place={place}
      label={t("people.correct")}
      title={t("people.correctOf", { name: person.name })}
      first={draftOf(person)}
      hint={<p>{t("people.correctHint")}</p>}
      fields={[]}
      last={[
        { name: "joinedOn", label: t("people.joinedOn"), kind: "date", initial: person.joinedOn },
        { name: "reason", label: t("people.correctReason"), kind: "longText" },
      ]}
      run={({ values: { joinedOn = person.joinedOn, reason = "" }, person: facts }) =>
        correctPerson(place, person.id, { ...facts, joinedOn, reason })
      }
    />
  );
}

function FileAgreement({ place, person }: OfPerson) {
  const { t } = useWords();
  const { today } = useSession();
  return (
    <CommandDialog
      label={t("people.fileAgreement")}
      title={t("people.fileAgreementOf", { name: person.name })}
      fields={[
        { name: "signedOn", label: t("people.signedOn"), kind: "date", initial: today, most: today },
        {
          name: "until",
          label: t("people.agreedUntil"),
          kind: "date",
          optional: true,
          hint: t("people.agreedUntilHint"),
        },
        {
          name: "document",
          label: t("evidence.document"),
          kind: "text",
          optional: true,
          hint: t("people.paperHint"),
        },
      ]}
      files={filesTo(place, t("people.agreementCopy"))}
      run={({ signedOn = today, until, ...said }, files) =>
        fileAgreement(place, person.id, {
          signedOn,
          ...(until === undefined ? {} : { until }),
          evidence: evidenceOf(said, files),
        })
      }
    />
  );
}

function Leave({ place: { contractId }, person }: OfPerson) {
  const { t } = useWords();
  const { today } = useSession();
  return (
    <CommandDialog
      label={t("people.leave")}
      title={t("people.leaveOf", { name: person.name })}
      danger
      fields={[
        { name: "on", label: t("people.lastDay"), kind: "date", initial: today, hint: t("people.leaveHint") },
        { name: "reason", label: t("common.reason"), kind: "longText" },
      ]}
      run={({ on = today, reason = "" }) =>
        read(
          ofContract.people[":personId"].leaving.$post({
            param: { contractId, personId: person.id },
            header: {},
            json: { on, reason },
          }),
        )
      }
    />
  );
}
