import { useQuery } from "@tanstack/react-query";
import type { ContractTerms } from "@luyue/core/contract";
import { eventLabel, ownCommandOf } from "@luyue/core/event";
import { sideNames } from "@luyue/core/party";
import { read } from "../../client/api.ts";
import { useMay } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { yuan } from "../../ui/money.tsx";
import { showInstant } from "../../ui/show-instant.ts";
import { useWords } from "../../words/words.ts";
import { contractObligations, type ContractState, ofContract, type Place } from "../contract-place.ts";
import { EvidenceList } from "../evidence-list.tsx";
import { EventDialog, EventPreview } from "./event-dialog.tsx";
import { eventFactsOf, isAboutNothing, splitEvidence } from "./event-facts.ts";
import { EventHistory } from "./event-history.tsx";
import { nameSubject } from "./list-recordable.ts";
import { RecordEvent } from "./record-events.tsx";

type Event = ContractState["events"][number];

export const dayOf = ({ on, at }: Pick<Event, "on" | "at">) =>
  on ?? (at === undefined ? "" : showInstant(at));

interface OfEvent {
  readonly place: Place;
  readonly event: Event;
  readonly name: string;
}

/** Something that has happened, with what shows it, how it came onto the record, and what may be done about it. */
export function EventRow(props: {
  readonly place: Place;
  readonly terms: ContractTerms;
  readonly events: readonly Event[];
  readonly event: Event;
}) {
  const { place, terms, events, event } = props;
  const { t, say } = useWords();
  const may = useMay();
  const { data: obligations = [] } = useQuery(contractObligations(place));
  const { id, kind, of, by, amount, quantity, evidence = [], recordedAt } = event;
  const subject = isAboutNothing(kind) ? undefined : nameSubject(terms, obligations, of);
  const name = say(eventLabel(kind, subject));
  const began = kind === "forceMajeureEnded" ? events.find((other) => other.id === of) : undefined;
  const more = [
    began === undefined ? "" : t("event.began", { day: dayOf(began) }),
    by === undefined ? "" : say(sideNames[by]),
    amount === undefined ? "" : yuan(amount),
    quantity === undefined ? "" : `× ${quantity}`,
    t("event.recorded", { at: showInstant(recordedAt) }),
  ].filter((part) => part !== "");
  const mayChange = may("event:record") && ownCommandOf(kind) === undefined;
  return (
    <li className="line" id={id}>
      <div className="when">{dayOf(event)}</div>
      <div className="what">
        {name}
        <small className="block">{more.join(" · ")}</small>
        <EvidenceList place={place} evidence={evidence} />
        {may("record:read") ? <EventHistory contractId={place.contractId} eventId={id} name={name} /> : null}
      </div>
      {mayChange ? (
        <div className="actions">
          <EndOfForceMajeure place={place} events={events} event={event} />
          <Correct place={place} event={event} name={name} />
          <Withdraw place={place} event={event} name={name} />
        </div>
      ) : null}
    </li>
  );
}

/** A force majeure that still lasts comes to its end. */
function EndOfForceMajeure(props: {
  readonly place: Place;
  readonly events: readonly Event[];
  readonly event: Event;
}) {
  const { place, events, event } = props;
  const { t } = useWords();
  const { id, kind } = event;
  const isOver = events.some((other) => other.kind === "forceMajeureEnded" && other.of === id);
  if (kind !== "forceMajeure" || isOver) return null;
  const item = {
    kind: "forceMajeureEnded" as const,
    of: id,
    label: eventLabel("forceMajeureEnded", undefined),
  };
  return <RecordEvent place={place} item={item} label={t("event.over")} primary />;
}

const one = ofContract.events[":eventId"];

function Correct({ place, event, name }: OfEvent) {
  const { t } = useWords();
  const { id, kind, of, on, at, by, quantity, evidence = [] } = event;
  const subject = { kind, of };
  const { said, kept } = splitEvidence(evidence);
  const initial = {
    ...(on === undefined ? {} : { on }),
    ...(at === undefined ? {} : { at: showInstant(at).replace(" ", "T") }),
    ...(by === undefined ? {} : { by }),
    ...(quantity === undefined ? {} : { quantity: String(quantity) }),
    ...(said.document === undefined ? {} : { document: said.document }),
    ...(said.note === undefined ? {} : { note: said.note }),
  };
  return (
    <EventDialog
      place={place}
      subject={subject}
      label={t("event.correct")}
      title={`${t("event.correct")}：${name}`}
      initial={initial}
      more={[{ name: "reason", label: t("event.correctReason"), kind: "longText" }]}
      askOf={(values) => ({ eventId: id, event: eventFactsOf(subject, values, [], kept) })}
      run={({ reason = "", ...values }, files) =>
        read(
          one.$put({
            param: { contractId: place.contractId, eventId: id },
            header: {},
            json: { event: eventFactsOf(subject, values, files, kept), reason },
          }),
        )
      }
    />
  );
}

function Withdraw({ place: { contractId }, event: { id }, name }: OfEvent) {
  const { t } = useWords();
  return (
    <CommandDialog
      label={t("event.withdraw")}
      title={`${t("event.withdraw")}：${name}`}
      danger
      fields={[{ name: "reason", label: t("common.reason"), kind: "longText" }]}
      preview={(_values, isPending) => (
        <EventPreview contractId={contractId} ask={{ eventId: id }} paused={isPending} />
      )}
      run={({ reason = "" }) =>
        read(one.withdrawal.$post({ param: { contractId, eventId: id }, header: {}, json: { reason } }))
      }
    />
  );
}
