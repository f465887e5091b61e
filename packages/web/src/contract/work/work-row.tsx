import { ObligationRow } from "../../obligation/obligation-row.tsx";
import { ShareBar } from "../../ui/share-bar.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import type { Place } from "../contract-place.ts";
import { HandIn } from "./hand-in.tsx";
import { PieceList } from "./pieces.tsx";
import { keyOf, type WorkLine } from "./work-lines.ts";

const mostListed = 15;
const mostAccepted = 20;

interface Props {
  readonly place: Place;
  readonly line: WorkLine;
}

/** A service, deliverable or report: how far it is, what was handed in, and what can be done. */
export function WorkRow({ place, line }: Props) {
  const { t, say } = useWords();
  const { row, obligations, accepted, returned, inCheck } = line;
  const name = say(row.title);
  const facts = [
    row.owed === null
      ? t("work.done", { done: row.done })
      : t("work.doneOf", { done: row.done, owed: row.owed.inAll }),
    row.onTime + row.late === 0 ? "" : t("work.onTime", { onTime: row.onTime, late: row.late }),
    row.number === null ? "" : t("work.number", { number: row.number }),
    row.clause ?? "",
  ].filter((fact) => fact !== "");
  return (
    <section className="panel work" id={keyOf(row)} aria-label={name}>
      <div className="panel-head">
        <h3>
          {name} <State line={line} />
        </h3>
        <HandIn place={place} pieces={line} />
      </div>
      <Bar line={line} />
      <small>{facts.join(" · ")}</small>
      <ServiceFacts line={line} />
      <PieceList place={place} pieces={[...returned, ...inCheck]} />
      {accepted.length === 0 ? null : (
        <details>
          <summary>{t("work.accepted", { count: accepted.length })}</summary>
          <PieceList place={place} pieces={accepted.slice(0, mostAccepted)} />
          {accepted.length > mostAccepted ? <small>{t("work.latest", { count: mostAccepted })}</small> : null}
        </details>
      )}
      {obligations.length === 0 ? null : (
        <details>
          <summary>{t("work.days", { count: obligations.length })}</summary>
          <ul className="list">
            {obligations.slice(0, mostListed).map((item) => (
              <ObligationRow key={item.key} item={item} contract={false} named={false} />
            ))}
          </ul>
          {obligations.length > mostListed ? (
            <small>{t("calendar.others", { count: obligations.length - mostListed })}</small>
          ) : null}
        </details>
      )}
    </section>
  );
}

function State({ line: { row, obligations, returned, inCheck } }: { readonly line: WorkLine }) {
  const { t } = useWords();
  if (row.overdue > 0) return <Tag tone="bad">{t("work.late", { count: row.overdue })}</Tag>;
  if (returned.length > 0) return <Tag tone="bad">{t("work.state.returned")}</Tag>;
  if (inCheck.length > 0) return <Tag tone="warn">{t("work.state.submitted")}</Tag>;
  if (row.owed !== null && row.owed.inAll > 0 && row.done >= row.owed.inAll)
    return <Tag tone="good">{t("work.whole")}</Tag>;
  if (obligations.some(({ quota }) => quota?.pace?.state === "behind"))
    return <Tag tone="bad">{t("obligation.behind")}</Tag>;
  return null;
}

/** Done, in check, returned, overdue, and the rest of what is owed. */
function Bar({ line: { row, inCheck } }: { readonly line: WorkLine }) {
  const { t, say } = useWords();
  const owed = row.owed?.inAll ?? 0;
  if (owed === 0) return null;
  const waiting = inCheck.reduce((sum, { quantity }) => sum + quantity, 0);
  const parts = [
    { name: "done", count: row.done },
    { name: "check", count: waiting },
    { name: "back", count: row.returned },
    { name: "late", count: Math.max(0, row.overdue - row.returned) },
  ] as const;
  const said = parts
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${t(`work.bar.${name}`)} ${count}`);
  return (
    <ShareBar
      shares={parts.map(({ name, count }) => ({ name, size: BigInt(count) }))}
      whole={BigInt(owed)}
      label={`${say(row.title)}：${said.join("，")}／${owed}`}
    />
  );
}

function ServiceFacts({ line: { row, obligations } }: { readonly line: WorkLine }) {
  const { t, say } = useWords();
  const { service } = row;
  const behind = obligations.find(({ quota }) => quota?.pace?.state === "behind")?.quota?.pace;
  const facts =
    service === null
      ? []
      : [
          service.records === 0 ? "" : t("work.records", { count: service.records }),
          service.lastPerformedOn === null ? "" : t("work.last", { day: service.lastPerformedOn }),
          service.days === null ? "" : t("work.usedDays", service.days),
          service.people === null ? "" : t("work.people", service.people),
        ].filter((fact) => fact !== "");
  return (
    <>
      {facts.length === 0 ? null : <small className="block">{facts.join(" · ")}</small>}
      {behind === undefined || behind === null ? null : <p className="standing bad">{say(behind.why)}</p>}
    </>
  );
}
