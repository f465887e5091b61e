import { diffTerms } from "@luyue/core/amendment";
import type { ContractTerms } from "@luyue/core/contract";
import { useMemo } from "react";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import type { Difference } from "./version-queries.ts";

const tones = { added: "good", removed: "bad", changed: "warn" } as const;

/** What differs, clause by clause: what it was and what it is. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const { t, say } = useWords();
  if (differences.length === 0) return <p className="none">{t("amendment.noDifference")}</p>;
  return (
    <ul className="list differences">
      {differences.map(({ change, place, subject, field, before, after }) => (
        <li key={`${change} ${place} ${field?.zh ?? ""}`} className="line">
          <div className="when">
            <Tag tone={tones[change]}>{t(`amendment.change.${change}`)}</Tag>
          </div>
          <div className="what">
            <strong>{say(subject)}</strong> {field === null ? null : `· ${say(field)}`}
            {before === null ? null : (
              <div>
                <span className="hidden">{t("amendment.was")}</span>
                <del>{say(before)}</del>
              </div>
            )}
            {after === null ? null : (
              <div>
                <span className="hidden">{t("amendment.is")}</span>
                <ins>{say(after)}</ins>
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What a version changed of the one before it. */
export function VersionDifferences(props: { readonly before: ContractTerms; readonly after: ContractTerms }) {
  const { before, after } = props;
  const differences = useMemo(
    () =>
      diffTerms(before, after).map((each) => ({
        ...each,
        field: each.field ?? null,
        before: each.before ?? null,
        after: each.after ?? null,
      })),
    [before, after],
  );
  return <Differences differences={differences} />;
}
