import type { ReminderSettings } from "@luyue/core/reminder";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../ui/loaded.tsx";
import { useWords } from "../../words/words.ts";
import { PlannedDays } from "./planned.tsx";
import { type Preview, previewOf } from "./reminder-queries.ts";

/** What would go out in the next thirty days by the settings that are being written, and how many more or fewer that is. */
export function PolicyPreview(props: { readonly settings: ReminderSettings; readonly isOutdated: boolean }) {
  const { settings, isOutdated } = props;
  const { t } = useWords();
  const now = useQuery(previewOf());
  const would = useQuery(previewOf(settings));
  return (
    <section aria-labelledby="would" aria-live="polite">
      <h2 id="would">{t("rules.would")}</h2>
      {isOutdated ? <p className="note">{t("rules.outdated")}</p> : null}
      <Loaded query={would} rows={6}>
        {(preview) => (
          <>
            {now.data === undefined ? null : (
              <p>{t("rules.compared", { now: countOf(now.data), would: countOf(preview) })}</p>
            )}
            <PlannedDays preview={preview} />
          </>
        )}
      </Loaded>
    </section>
  );
}

/** How many messages there are; more than are counted where the limit cut them off. */
function countOf({ items, more }: Preview): string {
  const count = items.reduce((sum, { recipients }) => sum + recipients.length, 0);
  return more ? `${count}+` : String(count);
}
