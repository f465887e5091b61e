import { useQuery } from "@tanstack/react-query";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { useWords } from "../../words/words.ts";
import { contractObligations, type Place } from "../contract-place.ts";
import { Acceptances } from "./acceptances.tsx";
import { keyOf, listWorkLines, type WorkLine } from "./work-lines.ts";
import { contractProgress, contractSubmissions } from "./work-queries.ts";
import { WorkRow } from "./work-row.tsx";
import { Fact } from "../../ui/fact.tsx";

/** The work of a contract: what waits, how far each service, deliverable and report is, and its acceptances. */
export function Work({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const progress = useQuery(contractProgress(place));
  const { data: submissions = [] } = useQuery(contractSubmissions(place));
  const { data: obligations = [] } = useQuery(contractObligations(place));
  useAnchor(progress.isSuccess);
  return (
    <>
      <Acceptances place={place} />
      <Loaded query={progress} rows={8}>
        {(rows) => {
          if (rows.length === 0) return <Empty title={t("work.none")}>{t("work.noneHint")}</Empty>;
          const lines = listWorkLines(rows, obligations, submissions);
          return (
            <>
              <Waiting lines={lines} />
              {[...groupByClass(lines, (kind) => t(`work.kind.${kind}`))].map(([name, members]) => (
                <section key={name} aria-label={name}>
                  <h2>
                    {name} ({members.length})
                  </h2>
                  {members.map((line) => (
                    <WorkRow key={keyOf(line.row)} place={place} line={line} />
                  ))}
                </section>
              ))}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

/** By the contract's own classes; what has none by its kind. */
function groupByClass(lines: readonly WorkLine[], nameOf: (kind: WorkLine["row"]["kind"]) => string) {
  const groups = new Map<string, WorkLine[]>();
  for (const line of lines) {
    const name = line.row.className ?? nameOf(line.row.kind);
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  return groups;
}

/** What each side has to see to, with the way there. */
function Waiting({ lines }: { readonly lines: readonly WorkLine[] }) {
  const { t, say } = useWords();
  const groups = [
    { name: t("work.toCheck"), tone: "warn", of: (line: WorkLine) => line.inCheck.length },
    { name: t("work.toRedo"), tone: "bad", of: (line: WorkLine) => line.returned.length },
    { name: t("work.overdue"), tone: "bad", of: (line: WorkLine) => line.row.overdue },
  ] as const;
  const there = groups.filter(({ of }) => lines.some((line) => of(line) > 0));
  if (there.length === 0) return <p className="standing good">{t("work.nothingWaits")}</p>;
  return (
    <dl className="panel facts waits" aria-label={t("work.waits")}>
      {there.map(({ name, tone, of }) => (
        <Fact
          key={name}
          name={
            <Tag tone={tone}>
              {name} {lines.reduce((sum, line) => sum + of(line), 0)}
            </Tag>
          }
        >
          {lines
            .filter((line) => of(line) > 0)
            .map((line) => (
              <a key={keyOf(line.row)} href={`#${keyOf(line.row)}`}>
                {say(line.row.title)} {of(line)}
              </a>
            ))}
        </Fact>
      ))}
    </dl>
  );
}
