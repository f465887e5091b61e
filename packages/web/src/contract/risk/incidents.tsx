import { useQuery } from "@tanstack/react-query";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { showInstant } from "../../ui/show-instant.ts";
import { useWords } from "../../words/words.ts";
import type { Place } from "../contract-place.ts";
import { EvidenceList } from "../evidence-list.tsx";
import { Assessment, useClassName } from "./incident-class.tsx";
import { IncidentClocks, type Told } from "./incident-clocks.tsx";
import { FollowIncident, ReportIncident } from "./incident-entry.tsx";
import { type Asked, contractIncidents, type Incident } from "./incident-queries.ts";
import { IncidentSteps } from "./incident-steps.tsx";
import { useContractStatus } from "./use-contract-status.ts";
import { Fact } from "../../ui/fact.tsx";

const states = { open: "bad", closed: "good", withdrawn: "plain" } as const;

/** Incidents: reported by either side, followed while their clocks run, classed, closed. */
export function Incidents({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const query = useQuery(contractIncidents(place));
  const status = useContractStatus(place);
  useAnchor(query.isSuccess);
  return (
    <Loaded query={query} rows={8}>
      {({ items, asked, now }) => {
        const told = { now, cameAt: query.dataUpdatedAt };
        return (
          <>
            {status === "active" ? (
              <div className="actions">
                <ReportIncident place={place} asked={asked} now={now} />
              </div>
            ) : null}
            {items.length === 0 ? (
              <Empty title={t("incident.none")}>{t("incident.noneHint")}</Empty>
            ) : (
              items.map((incident) => (
                <IncidentCard
                  key={incident.id}
                  place={place}
                  incident={incident}
                  asked={asked}
                  told={told}
                  isRunning={status === "active" || status === "terminated"}
                />
              ))
            )}
          </>
        );
      }}
    </Loaded>
  );
}

interface CardProps {
  readonly place: Place;
  readonly incident: Incident;
  readonly asked: Asked;
  readonly told: Told;
  readonly isRunning: boolean;
}

function IncidentCard({ place, incident, asked, told, isRunning }: CardProps) {
  const { t } = useWords();
  const { id, number, title, state, description, clocks, evidence, assessment } = incident;
  return (
    <section className="panel" id={id} aria-label={`#${number} ${title}`}>
      <div className="panel-head">
        <h2>
          #{number} {title} <Tag tone={states[state]}>{t(`incident.state.${state}`)}</Tag>
        </h2>
      </div>
      {description === null ? null : <p>{description}</p>}
      <IncidentClocks clocks={clocks} told={told} />
      <IncidentFacts incident={incident} asked={asked} />
      <EvidenceList place={place} evidence={evidence} />
      <ClassFacts incident={incident} asked={asked} />
      {assessment === null ? null : (
        <details>
          <summary>{t("incident.why")}</summary>
          <Assessment incident={incident} asked={asked} />
        </details>
      )}
      {isRunning ? (
        <div className="actions">
          <FollowIncident place={place} asked={asked} incident={incident} now={told.now} />
          {place.side === "agency" ? (
            <IncidentSteps contractId={place.contractId} incident={incident} asked={asked} />
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

const instants = ["happenedAt", "reportedAt", "respondedAt", "onSiteAt", "recoveredAt"] as const;

/** What is known of an incident: its instants, what it is of, and each fact with its unit. */
function IncidentFacts({ incident, asked }: { readonly incident: Incident; readonly asked: Asked }) {
  const { t, say } = useWords();
  const titleOf = (list: Asked["kinds"], key: string | null) => {
    const found = list.find((each) => each.key === key);
    return found === undefined ? undefined : say(found.title);
  };
  const shown = [
    ...instants.map((name) => {
      const at = incident[name];
      return [t(`incident.${name}`), at === null ? "—" : showInstant(at)] as const;
    }),
    [t("incident.service"), titleOf(asked.services, incident.service)] as const,
    [t("incident.kind"), titleOf(asked.kinds, incident.kind)] as const,
    ...asked.facts.map(({ key, title, unit }) => {
      const value = incident.facts[key];
      if (value === undefined) return [say(title), undefined] as const;
      const said = typeof value === "boolean" ? t(value ? "risk.yes" : "risk.no") : `${value} ${unit ?? ""}`;
      return [say(title), said] as const;
    }),
    [t("incident.by"), incident.reported.name] as const,
  ];
  return (
    <dl className="facts wide">
      {shown.map(([name, value]) =>
        value === undefined ? null : (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ),
      )}
    </dl>
  );
}

/** Which class it was given, by whom and why, whose fault it was, and what became of it. */
function ClassFacts({ incident, asked }: { readonly incident: Incident; readonly asked: Asked }) {
  const { t } = useWords();
  const nameOf = useClassName(asked);
  const { classified, fault, outdated, closed, withdrawn, penalties } = incident;
  const because = (reason: string | null) => (reason === null ? "" : `：${reason}`);
  return (
    <>
      {classified === null ? null : (
        <p>
          <strong>{t("incident.classed", { name: nameOf(classified.class) })}</strong>
          {fault === null ? null : ` · ${t("incident.fault")}：${t(`incident.faultOf.${fault}`)}`}
          <small className="block">
            {t("incident.classedBy", { name: classified.name })}
            {because(classified.reason)}
          </small>
        </p>
      )}
      {outdated ? <p className="standing bad">{t("incident.outdated")}</p> : null}
      {closed === null ? null : <p>{t("incident.closedBy", { name: closed.name }) + because(closed.note)}</p>}
      {withdrawn === null ? null : (
        <p>{t("incident.withdrawnBy", { name: withdrawn.name }) + because(withdrawn.reason)}</p>
      )}
      {penalties.length === 0 ? null : (
        <p>
          {t("contract.tab.penalties")}：{penalties.map(({ title }) => title).join("、")}
        </p>
      )}
    </>
  );
}
