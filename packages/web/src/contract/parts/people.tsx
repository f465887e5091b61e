import { useQuery } from "@tanstack/react-query";
import { read } from "../../client/api.ts";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";

/** The vendor's people: who is there, what is missing of them, and what changes were asked for. */
export function People({ place }: { readonly place: Place }) {
  const { t, say } = useWords();
  const { contractId } = place;
  const query = useQuery({
    queryKey: ["contract", contractId, "people"],
    queryFn: () =>
      place.side === "agency"
        ? read(ofContract.people.$get({ param: { contractId } }))
        : read(ofPartner.people.$get({ param: { contractId, agencyId: place.agencyId } })),
  });
  return (
    <Loaded query={query} rows={8}>
      {({ roster, here, agreed, changes, absences }) => (
        <>
          <p className="lead">
            {agreed === null ? t("people.here", { here }) : t("people.hereOf", { here, agreed })}
          </p>
          {roster.length === 0 ? (
            <Empty title={t("people.none")}>{t("people.noneHint")}</Empty>
          ) : (
            <ul className="list">
              {roster.map((person) => (
                <li key={person.id} className="line">
                  <div className="what">
                    {person.name} · {person.role}{" "}
                    {person.key ? <Tag tone="info">{t("people.key")}</Tag> : null}{" "}
                    {person.here ? null : <Tag>{t("people.left", { day: person.leftOn ?? "" })}</Tag>}
                    <small className="block">
                      {[
                        t("people.joined", { day: person.joinedOn }),
                        person.agreement === null
                          ? ""
                          : t("people.agreement", { day: person.agreement.signedOn }),
                        ...person.qualifications.map(({ title, validUntil }) =>
                          validUntil === null ? title : t("people.until", { title, day: validUntil }),
                        ),
                      ]
                        .filter((part) => part !== "")
                        .join(" · ")}
                    </small>
                    {person.problems.map((problem) => (
                      <div key={problem.zh}>
                        <Tag tone="bad">{t("people.problem")}</Tag> {say(problem)}
                      </div>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          )}
          {changes.length === 0 ? null : (
            <>
              <h2>{t("people.changes")}</h2>
              <ul className="list">
                {changes.map((change) => (
                  <li key={change.id} className="line">
                    <div className="when">{change.on}</div>
                    <div className="what">
                      <Tag>{t(`people.change.${change.state}`)}</Tag> {nameOf(roster, change.out)} →{" "}
                      {change.in?.name ?? "—"}
                      <small className="block">{change.reason}</small>
                    </div>
                  </li>
                ))}
              </ul>
            </>
          )}
          {absences.length === 0 ? null : (
            <>
              <h2>{t("people.absences")}</h2>
              <ul className="list">
                {absences.map((absence) => (
                  <li key={absence.id} className="line">
                    <div className="when">{absence.on}</div>
                    <div className="what">
                      {nameOf(roster, absence.personId)} · {t(`people.absence.${absence.what}`)}
                      <small className="block">{absence.note}</small>
                    </div>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Loaded>
  );
}

const nameOf = (roster: readonly { readonly id: string; readonly name: string }[], id: string) =>
  roster.find((person) => person.id === id)?.name ?? id;
