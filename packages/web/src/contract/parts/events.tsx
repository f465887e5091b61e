import { useQuery } from "@tanstack/react-query";
import { eventKindFacts } from "@luyue/core/event";
import { sideNames } from "@luyue/core/party";
import { read } from "../../client/api.ts";
import { useMay } from "../../session/session.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { yuan } from "../../ui/money.tsx";
import { showInstant } from "../../ui/show-instant.ts";
import { useWords } from "../../words/words.ts";
import { contractState, type ContractState, ofContract, type Place } from "../contract-place.ts";
import { RecordEvents } from "./record-events.tsx";

type Event = ContractState["events"][number];

const dayOf = ({ on, at }: Event) => on ?? (at === undefined ? "" : showInstant(at));

/** What has happened to a contract, the latest first, and a form for what has just happened. */
export function Events({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const may = useMay();
  const query = useQuery(contractState(place.contractId));
  return (
    <Loaded query={query} rows={8}>
      {({ contract, events }) => (
        <>
          {may("event:record") && contract.status !== "draft" ? (
            <RecordEvents place={place} events={events} />
          ) : null}
          {events.length === 0 ? (
            <Empty title={t("event.none")}>{t("event.noneHint")}</Empty>
          ) : (
            <ol className="list">
              {events
                .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0))
                .map((event) => (
                  <EventRow key={event.id} contractId={contract.id} event={event} />
                ))}
            </ol>
          )}
        </>
      )}
    </Loaded>
  );
}

function EventRow({ contractId, event }: { readonly contractId: string; readonly event: Event }) {
  const { t, say } = useWords();
  const may = useMay();
  const { id, kind, of, by, amount, quantity, evidence = [], recordedAt } = event;
  const more = [
    of ?? "",
    by === undefined ? "" : say(sideNames[by]),
    amount === undefined ? "" : yuan(amount),
    quantity === undefined ? "" : `× ${quantity}`,
    ...evidence.map(({ note, document }) => [document, note].filter(Boolean).join(" ")),
  ].filter((part) => part !== "");
  const isPlain = eventKindFacts(kind).about === "nothing";
  return (
    <li className="line" id={id}>
      <div className="when">{dayOf(event)}</div>
      <div className="what">
        {say(eventKindFacts(kind).name)}
        <small className="block">
          {[...more, t("event.recorded", { at: showInstant(recordedAt) })].join(" · ")}
        </small>
      </div>
      {isPlain && may("event:record") ? (
        <ReasonDialog
          label={t("event.withdraw")}
          title={`${t("event.withdraw")}：${say(eventKindFacts(kind).name)}`}
          run={(reason) =>
            read(
              ofContract.events[":eventId"].withdrawal.$post({
                param: { contractId, eventId: id },
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
