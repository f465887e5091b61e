import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { Effects } from "../effects.tsx";
import { Differences } from "./differences.tsx";
import type { AmendmentPreview } from "./version-queries.ts";

const mostShown = 40;

/** What a supplement would change: the terms, the checks, and what is owed by when. */
export function ShownPreview({ preview }: { readonly preview: AmendmentPreview }) {
  const { t, say } = useWords();
  const { differences, obligations, effects, addedWork, failedChecks } = preview;
  const kept = effects.filter(({ effect }) => effect === "kept");
  return (
    <>
      <h3>{t("amendment.terms")}</h3>
      <Differences differences={differences} />
      <h3>{t("amendment.checks")}</h3>
      <p>
        <Tag tone={addedWork.verdict === "passed" ? "good" : "bad"}>{t(`check.${addedWork.verdict}`)}</Tag>{" "}
        {say(addedWork.figures)} <small>{say(addedWork.source)}</small>
      </p>
      {failedChecks.map(({ check, title, figures, source }) => (
        <p key={check}>
          <Tag tone="bad">{t("amendment.newlyFailed")}</Tag> {say(title)}
          <small className="block">
            {say(figures)} {say(source)}
          </small>
        </p>
      ))}
      <h3>{t("amendment.follows")}</h3>
      <Effects
        effects={effects.filter(({ effect }) => effect !== "kept")}
        counts={obligations}
        most={mostShown}
      />
      <p>
        <small>
          {kept.length === 0
            ? t("amendment.paidStays")
            : t("amendment.kept", { what: kept.map(({ title }) => say(title)).join("、") })}
        </small>
      </p>
    </>
  );
}
