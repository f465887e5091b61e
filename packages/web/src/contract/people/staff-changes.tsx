import { read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { sideNames } from "@luyue/core/party";
import { CommandButton } from "../../ui/command-button.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { Tag, type Tone } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import { EvidenceList } from "../evidence-list.tsx";
import { type People, type StaffChange, withdrawStaffChange } from "./people-queries.ts";
import { CarryOut } from "./staff-change-dialogs.tsx";

interface Props {
  readonly place: Place;
  readonly people: People;
  readonly mayEnter: boolean;
  readonly mayDecide: boolean;
}

const tones: Readonly<Record<StaffChange["state"], Tone>> = {
  asked: "warn",
  consented: "good",
  carriedOut: "good",
  refused: "bad",
  withdrawn: "plain",
};

/** Requests and demands for other people, the newest first: who goes, who comes, and how each was answered. */
export function StaffChanges({ people, ...props }: Props) {
  const { t } = useWords();
  const { changes } = people;
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="staff-changes">
      <h2 id="staff-changes">{t("people.changes")}</h2>
      <ul className="list">
        {changes.map((change) => (
          <ChangeRow key={change.id} change={change} people={people} {...props} />
        ))}
      </ul>
    </section>
  );
}

function ChangeRow({ place, people, change, ...may }: Props & { readonly change: StaffChange }) {
  const { t, say } = useWords();
  const { id, state, out, in: comes, on, reason, asked, answerBy, decided, evidence } = change;
  const goes = people.roster.find((person) => person.id === out)?.name ?? out;
  const isDemand = asked.side === "buyer";
  const isAnswered = state === "consented" || state === "refused";
  const story = [
    t(isDemand ? "people.demandedBy" : "people.askedBy", {
      side: say(sideNames[asked.side]),
      name: asked.name,
      day: asked.on,
    }),
    `${t("common.reason")}：${reason}`,
    state === "asked" && answerBy !== null ? t("people.answerBy", { day: answerBy }) : "",
    decided === null
      ? ""
      : `${t(isAnswered ? "people.answeredBy" : "people.decidedBy", { name: decided.name })}${decided.reason === null ? "" : `：${decided.reason}`}`,
  ].filter((part) => part !== "");
  return (
    <li className="line" id={id}>
      <div className="when">
        {t(isDemand ? "people.byDay" : "people.fromDay", { day: on })}
        <Tag tone={tones[state]}>
          {t(isDemand && state === "asked" ? "people.toCarryOut" : `people.change.${state}`)}
        </Tag>
      </div>
      <div className="what">
        <strong>
          {goes} → {comes === null ? t("people.nobodyYet") : `${comes.name}（${comes.role}）`}
        </strong>
        {story.map((part) => (
          <small key={part} className="block">
            {part}
          </small>
        ))}
        {comes?.qualifications.map(({ title, number, validUntil }) => (
          <small key={title} className="block">
            {[title, number ?? "", validUntil === null ? "" : t("people.until", { day: validUntil })]
              .filter((part) => part !== "")
              .join(" · ")}
          </small>
        ))}
        <EvidenceList place={place} evidence={evidence} />
        {state === "asked" ? <Answer place={place} change={change} {...may} /> : null}
      </div>
    </li>
  );
}

function Answer(props: Omit<Props, "people"> & { readonly change: StaffChange }) {
  const { place, change, mayEnter, mayDecide } = props;
  const { t } = useWords();
  const isDemand = change.asked.side === "buyer";
  const isOwn = isDemand ? place.side === "agency" : true;
  return (
    <div className="actions">
      {isDemand && mayEnter ? <CarryOut place={place} change={change} /> : null}
      {!isDemand && mayDecide ? <Decide contractId={place.contractId} changeId={change.id} /> : null}
      {isOwn && mayEnter ? (
        <ReasonDialog
          label={t(isDemand ? "people.withdrawDemand" : "people.withdrawRequest")}
          run={(reason) => withdrawStaffChange(place, change.id, reason)}
        />
      ) : null}
    </div>
  );
}

const one = ofContract["staff-changes"][":changeId"];

function Decide({ contractId, changeId }: { readonly contractId: string; readonly changeId: string }) {
  const { t } = useWords();
  const param = { contractId, changeId };
  const consent = useCommand(() => read(one.consent.$post({ param, header: {} })));
  return (
    <>
      <CommandButton label={t("people.consent")} command={consent} primary />
      <ReasonDialog
        label={t("people.refuse")}
        field={t("people.refuseReason")}
        run={(reason) => read(one.refusal.$post({ param, header: {}, json: { reason } }))}
        danger
      />
    </>
  );
}
