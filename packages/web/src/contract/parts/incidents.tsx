import { useQuery } from "@tanstack/react-query";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { showInstant } from "../../ui/show-instant.ts";
import { useWords } from "../../words/words.ts";
import type { Place } from "../contract-place.ts";
import type { Incident } from "../timeline/read-marks.ts";
import { contractIncidents } from "./incident-queries.ts";

const states = { open: "bad", closed: "good", withdrawn: "plain" } as const;
const clocks = { running: "info", met: "good", broken: "bad", metLate: "warn" } as const;

/** Incidents with the clocks that run on them, and what their facts come to. */
export function Incidents({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const query = useQuery(contractIncidents(place));
  useAnchor(query.isSuccess);
  return (
    <Loaded query={query} rows={8}>
      {(items) =>
        items.length === 0 ? (
          <Empty title={t("incident.none")}>{t("incident.noneHint")}</Empty>
        ) : (
          <>
            {items.map((incident) => (
              <IncidentCard key={incident.id} incident={incident} />
            ))}
          </>
        )
      }
    </Loaded>
  );
}

function IncidentCard({ incident }: { readonly incident: Incident }) {
  const { t, say } = useWords();
  const { id, number, title, state, description, happenedAt, reported } = incident;
  const moments = [
    [t("incident.happened"), happenedAt],
    [t("incident.reported"), incident.reportedAt],
    [t("incident.responded"), incident.respondedAt],
    [t("incident.onSite"), incident.onSiteAt],
    [t("incident.recovered"), incident.recoveredAt],
  ] as const;
  return (
    <section className="panel" id={id} aria-label={`#${number} ${title}`}>
      <div className="panel-head">
        <h2>
          #{number} {title} <Tag tone={states[state]}>{t(`incident.state.${state}`)}</Tag>
        </h2>
      </div>
      {description === null ? null : <p>{description}</p>}
      <dl className="facts wide">
        {moments.map(([name, instant]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{instant === null ? "—" : showInstant(instant)}</dd>
          </div>
        ))}
        <div>
          <dt>{t("incident.by")}</dt>
          <dd>{reported.name}</dd>
        </div>
      </dl>
      <ul className="papers">
        {incident.clocks.map((clock) => (
          <li key={clock.limit}>
            <div>
              <Tag tone={clocks[clock.state]}>{t(`incident.clock.${clock.state}`)}</Tag> {say(clock.title)}
              <small className="block">
                {t("incident.dueAt", { at: showInstant(clock.dueAt) })}
                {clock.state === "running" ? ` · ${t("incident.left", { time: minutes(clock.left) })}` : ""}
                {clock.metAt === null ? "" : ` · ${t("incident.met", { at: showInstant(clock.metAt) })}`}
              </small>
            </div>
          </li>
        ))}
      </ul>
      <Assessment incident={incident} />
    </section>
  );
}

const minutes = (count: number) => {
  const [days, hours, rest] = [Math.floor(count / 1440), Math.floor(count / 60) % 24, count % 60];
  return days > 0 ? `${days}d ${hours}h` : hours > 0 ? `${hours}h ${rest}min` : `${rest}min`;
};

/** Which class the facts come to, condition by condition. */
function Assessment({ incident: { assessment, classified, penalties } }: { readonly incident: Incident }) {
  const { t, say } = useWords();
  return (
    <>
      {classified === null ? null : (
        <p>
          <strong>{t("incident.class", { name: classified.class })}</strong>
          <small>
            {" "}
            {classified.name}
            {classified.reason === null ? "" : `：${classified.reason}`}
          </small>
        </p>
      )}
      {assessment === null ? null : (
        <details>
          <summary>{t("incident.why", { name: assessment.class ?? t("incident.open") })}</summary>
          <ul>
            {assessment.grounds.map((ground) => (
              <li key={`${ground.class} ${ground.ground}`}>
                {holds(ground.holds)} {say(ground.title)}
                <ul>
                  {ground.conditions.map((condition) => (
                    <li key={condition.text.zh}>
                      {holds(condition.holds)} {say(condition.text)}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </details>
      )}
      {penalties.length === 0 ? null : (
        <p>
          {t("contract.tab.penalties")}：{penalties.map(({ title }) => title).join("、")}
        </p>
      )}
    </>
  );
}

const holds = (held: boolean | null) => (held === null ? "?" : held ? "✓" : "✗");
