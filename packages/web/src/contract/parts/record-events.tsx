import { useQuery } from "@tanstack/react-query";
import { type EventKind, eventKindFacts, eventKinds, ownCommandOf } from "@luyue/core/event";
import { sideNames } from "@luyue/core/party";
import type { Text } from "@luyue/core/text";
import { read } from "../../client/api.ts";
import { useSession } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { useWords } from "../../words/words.ts";
import { contractObligations, type ContractState, ofContract, type Place } from "../contract-place.ts";

interface Recordable {
  readonly event: EventKind;
  readonly of: string | null;
  readonly label: Text;
  readonly holder: "buyer" | "vendor" | "both";
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys of a literal object are its key type
const allKinds = Object.keys(eventKinds) as EventKind[];

/** What dates wait for, each once; then what else may happen to any contract, of which the law wants some on record. */
export function RecordEvents({
  place,
  events,
}: {
  readonly place: Place;
  readonly events: ContractState["events"];
}) {
  const { t } = useWords();
  const { data = [] } = useQuery(contractObligations(place));
  const awaited = new Map<string, Recordable>();
  for (const each of data.flatMap(({ waitingFor }) => waitingFor)) {
    if (each.event !== "fulfilled" && ownCommandOf(each.event) === undefined)
      awaited.set(`${each.event} ${each.of ?? ""}`, each);
  }
  const known = new Set(events.map(({ kind }) => kind));
  const others = allKinds.filter((kind) => {
    const { about, repeats } = eventKindFacts(kind);
    return (
      about === "nothing" &&
      ownCommandOf(kind) === undefined &&
      !awaited.has(`${kind} `) &&
      (repeats || !known.has(kind))
    );
  });
  return (
    <section className="panel" aria-labelledby="record">
      <h2 id="record">{t("event.record")}</h2>
      {awaited.size === 0 ? null : (
        <ul className="list plain">
          {[...awaited.values()].map((each) => (
            <Row key={`${each.event} ${each.of ?? ""}`} place={place} item={each} awaited />
          ))}
        </ul>
      )}
      <details open={awaited.size === 0}>
        <summary>{t("event.others")}</summary>
        <ul className="list plain">
          {others.map((kind) => {
            const { name, holder } = eventKindFacts(kind);
            return <Row key={kind} place={place} item={{ event: kind, of: null, label: name, holder }} />;
          })}
        </ul>
      </details>
    </section>
  );
}

function Row(props: { readonly place: Place; readonly item: Recordable; readonly awaited?: boolean }) {
  const { place, item, awaited = false } = props;
  const { t, say } = useWords();
  const { today } = useSession();
  const { event, of, label, holder } = item;
  return (
    <li className="line">
      <span>
        {say(label)} <small>{say(sideNames[holder])}</small>
      </span>
      <CommandDialog
        label={t("event.do")}
        title={`${t("event.do")}：${say(label)}`}
        primary={awaited}
        fields={[
          { name: "on", label: t("event.on"), kind: "date", initial: today, most: today },
          { name: "document", label: t("event.document"), kind: "text", optional: true },
        ]}
        run={({ on = "", document }) =>
          read(
            ofContract.events.$post({
              param: { contractId: place.contractId },
              header: {},
              json: {
                event: {
                  kind: event,
                  on,
                  ...(of === null ? {} : { of }),
                  ...(document === undefined ? {} : { evidence: [{ document }] }),
                },
              },
            }),
          )
        }
      />
    </li>
  );
}
