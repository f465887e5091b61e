import { useQuery } from "@tanstack/react-query";
import { contractTermsSchema } from "@luyue/core/contract";
import { useMay } from "../../session/session.ts";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { useWords } from "../../words/words.ts";
import { contractState, type Place } from "../contract-place.ts";
import { dayOf, EventRow } from "./event-row.tsx";
import { RecordEvents } from "./record-events.tsx";

/** What has happened to a contract, the latest first, and a form for what has just happened. */
export function Events({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const may = useMay();
  const query = useQuery({
    ...contractState(place.contractId),
    select: (state) => ({ state, terms: contractTermsSchema.parse(state.terms.terms) }),
  });
  useAnchor(query.isSuccess);
  return (
    <Loaded query={query} rows={8}>
      {({ state, terms }) => (
        <>
          {may("event:record") && state.contract.status !== "draft" ? (
            <RecordEvents place={place} terms={terms} events={state.events} />
          ) : null}
          {state.events.length === 0 ? (
            <Empty title={t("event.none")}>{t("event.noneHint")}</Empty>
          ) : (
            <ol className="list">
              {state.events
                .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0))
                .map((event) => (
                  <EventRow key={event.id} place={place} terms={terms} events={state.events} event={event} />
                ))}
            </ol>
          )}
        </>
      )}
    </Loaded>
  );
}
