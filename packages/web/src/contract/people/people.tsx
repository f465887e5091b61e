import { useQuery } from "@tanstack/react-query";
import { useMay, useSession } from "../../session/session.ts";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { useWords } from "../../words/words.ts";
import { type Place, useContract } from "../contract-place.ts";
import { Absences } from "./absences.tsx";
import { findMissing } from "./find-missing.ts";
import { contractPeople, enterPerson, type People as ContractPeople } from "./people-queries.ts";
import { PersonDialog } from "./person-dialog.tsx";
import { Roster } from "./roster.tsx";
import { StaffChanges } from "./staff-changes.tsx";

/** The vendor's people: who is there, what is missing of them, what changes were asked for, and who was away. */
export function People({ place }: { readonly place: Place }) {
  const query = useQuery(contractPeople(place));
  useAnchor(query.isSuccess);
  const { data } = useContract(place.contractId);
  const may = useMay();
  // A vendor is not told how a contract stands; what will not do is refused.
  const isRunning = !["draft", "closed"].includes(data?.head.status ?? "active");
  const mayEnter = isRunning && may("person:enter");
  const mayDecide = isRunning && place.side === "agency" && may("person:decide");
  return (
    <Loaded query={query} rows={8}>
      {(people) => (
        <>
          <Summary place={place} people={people} mayEnter={mayEnter} />
          <Roster place={place} people={people} mayEnter={mayEnter} mayDecide={mayDecide} />
          <StaffChanges place={place} people={people} mayEnter={mayEnter} mayDecide={mayDecide} />
          <Absences place={place} people={people} mayDecide={mayDecide} />
        </>
      )}
    </Loaded>
  );
}

function Summary(props: {
  readonly place: Place;
  readonly people: ContractPeople;
  readonly mayEnter: boolean;
}) {
  const { place, people, mayEnter } = props;
  const { t, say } = useWords();
  const { today } = useSession();
  const { here, agreed, roster } = people;
  const { heads, people: lacking, expiring } = findMissing(people, today);
  return (
    <section className="panel" aria-labelledby="people-summary">
      <div className="panel-head">
        <h2 id="people-summary">
          {agreed === null ? t("people.here", { here }) : t("people.hereOf", { here, agreed })}
        </h2>
        {mayEnter ? <Enter place={place} /> : null}
      </div>
      {heads === 0 ? null : <p className="standing bad">{t("people.short", { count: heads })}</p>}
      {lacking.length === 0 && expiring.length === 0 ? null : (
        <ul>
          {lacking.map(({ id, name, problems }) => (
            <li key={id}>
              {name}：{problems.map(say).join("；")}
            </li>
          ))}
          {expiring.map(({ person, title, validUntil }) => (
            <li key={`${person} ${title}`}>{t("people.expiring", { person, title, day: validUntil })}</li>
          ))}
        </ul>
      )}
      {roster.length > 0 && heads === 0 && lacking.length === 0 && expiring.length === 0 ? (
        <p className="standing good">{t("people.complete")}</p>
      ) : null}
      {roster.length === 0 ? <Empty title={t("people.none")}>{t("people.noneHint")}</Empty> : null}
    </section>
  );
}

function Enter({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const { today } = useSession();
  return (
    <PersonDialog
      place={place}
      label={t("people.enter")}
      primary
      fields={[]}
      last={[{ name: "joinedOn", label: t("people.joinedOn"), kind: "date", initial: today }]}
      run={({ values: { joinedOn = today }, person }) =>
        person === undefined ? Promise.resolve() : enterPerson(place, { ...person, joinedOn })
      }
    />
  );
}
