import { useQuery } from "@tanstack/react-query";
import type { ContractTerms } from "@luyue/core/contract";
import { sideNames } from "@luyue/core/party";
import { read } from "../../client/api.ts";
import { useWords } from "../../words/words.ts";
import { contractObligations, type ContractState, ofContract, type Place } from "../contract-place.ts";
import { EventDialog } from "./event-dialog.tsx";
import { eventFactsOf } from "./event-facts.ts";
import { listAwaited, listOthers, type Recordable } from "./list-recordable.ts";

/** What dates wait for, each once; then what else may happen to any contract, of which the law wants some on record. */
export function RecordEvents(props: {
  readonly place: Place;
  readonly terms: ContractTerms;
  readonly events: ContractState["events"];
}) {
  const { place, terms, events } = props;
  const { t } = useWords();
  const { data = [] } = useQuery(contractObligations(place));
  const awaited = listAwaited(data);
  const others = listOthers(terms, events, awaited);
  return (
    <section className="panel" aria-labelledby="record">
      <h2 id="record">{t("event.record")}</h2>
      {awaited.length === 0 ? null : (
        <ul className="list plain">
          {awaited.map((each) => (
            <Row key={`${each.kind} ${each.of ?? ""}`} place={place} item={each} awaited />
          ))}
        </ul>
      )}
      <details open={awaited.length === 0 && events.length === 0}>
        <summary>{t("event.others")}</summary>
        <ul className="list plain">
          {others.map((each) => (
            <Row key={`${each.kind} ${each.of ?? ""}`} place={place} item={each} />
          ))}
        </ul>
      </details>
    </section>
  );
}

function Row(props: { readonly place: Place; readonly item: Recordable; readonly awaited?: boolean }) {
  const { place, item, awaited = false } = props;
  const { say } = useWords();
  return (
    <li className="line">
      <span>
        {say(item.label)} <small>{say(sideNames[item.holder])}</small>
      </span>
      <RecordEvent place={place} item={item} primary={awaited} />
    </li>
  );
}

/** Records that something has happened. */
export function RecordEvent(props: {
  readonly place: Place;
  readonly item: Pick<Recordable, "kind" | "of" | "label">;
  readonly label?: string;
  readonly primary?: boolean;
}) {
  const { t, say } = useWords();
  const { place, item, label = t("event.do"), primary = false } = props;
  const { contractId } = place;
  return (
    <EventDialog
      place={place}
      subject={item}
      label={label}
      title={`${t("event.do")}：${say(item.label)}`}
      primary={primary}
      askOf={(values) => ({ event: eventFactsOf(item, values, []) })}
      run={(values, files) =>
        read(
          ofContract.events.$post({
            param: { contractId },
            header: {},
            json: { event: eventFactsOf(item, values, files) },
          }),
        )
      }
    />
  );
}
